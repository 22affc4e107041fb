"""Files to located values: text and YAML as written, with line and column; knows no policy."""

from generator.reading.nodes import Entry, Hole, Listing, Node, Scalar, Table
from generator.reading.scalars import Value, value_of
from generator.reading.text_files import TextFile, read_text
from generator.reading.yaml_files import parse_yaml

__all__ = [
    "Entry",
    "Hole",
    "Listing",
    "Node",
    "Scalar",
    "Table",
    "TextFile",
    "Value",
    "parse_yaml",
    "read_text",
    "value_of",
]
