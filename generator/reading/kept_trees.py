"""The trees of files that were read before: kept by what the file says, so that only changed files are parsed again.

Parsing YAML is most of a check. A tree is kept as JSON under its text and the code that made it; only those of sound
files are kept.
"""

import json
from pathlib import Path

import ruamel.yaml

from generator.diagnostics import Diagnostic, Place, Source
from generator.kept import keep, key_of, recall
from generator.reading.nodes import Entry, Hole, Listing, Node, Scalar, Table
from generator.reading.text_files import TextFile
from generator.reading.yaml_files import parse_yaml

_MAKERS = ("kept_trees.py", "nodes.py", "yaml_files.py")

type Plain = list["Plain"] | str | int | bool


class KeptTrees:
    """Parses files as ``parse_yaml`` does, and looks first whether that was done before."""

    def __init__(self, cache: Path | None) -> None:
        self._cache = cache
        self._version = "" if cache is None else _version()

    def parse(self, file: TextFile) -> tuple[Node | None, tuple[Diagnostic, ...]]:
        """The one document of the file; None where it has none, and all mistakes."""
        if self._cache is None:
            return parse_yaml(file)
        folder, key = self._cache / "trees", key_of(self._version, file.text)
        before = recall(folder, "tree", key)
        if before is not None:
            return _node(json.loads(before), file.source), ()
        node, mistakes = parse_yaml(file)
        if node is not None and not mistakes:
            text = json.dumps(_plain(node), ensure_ascii=False, separators=(",", ":"))
            keep(folder, "tree", key, text.encode())
        return node, mistakes


def _version() -> str:
    """Names the code that makes trees."""
    makers = (Path(__file__).parent / name for name in _MAKERS)
    return key_of(ruamel.yaml.__version__, *(maker.read_bytes() for maker in makers))


def _plain(node: Node) -> Plain:
    place = node.place
    where: list[Plain] = [place.line, place.column, place.length]
    match node:
        case Scalar():
            return [*where, node.text, node.plain]
        case Listing():
            return [*where, [_plain(item) for item in node.items]]
        case Table():
            pairs = [_plain(part) for entry in node.entries for part in (entry.key, entry.value)]
            return [*where, pairs, True, True]
        case Hole():
            raise ValueError(place)


def _node(plain: Plain, source: Source) -> Node:
    """The tree again; raises ValueError for anything that ``_plain`` does not make."""
    match plain:
        case [int(line), int(column), int(length), *rest]:
            place = Place(source=source, line=line, column=column, length=length)
        case _:
            raise ValueError(plain)
    match rest:
        case [str(text), bool(is_plain)]:
            return Scalar(place=place, text=text, plain=is_plain)
        case [list(items)]:
            return Listing(place=place, items=tuple(_node(item, source) for item in items))
        case [list(parts), True, True]:
            nodes = [_node(part, source) for part in parts]
            pairs = zip(nodes[::2], nodes[1::2], strict=True)
            return Table(place=place, entries=tuple(_entry(key, value) for key, value in pairs))
        case _:
            raise ValueError(plain)


def _entry(key: Node, value: Node) -> Entry:
    if not isinstance(key, Scalar):
        raise ValueError(key)  # noqa: TRY004  -- a spoilt file, like any other
    return Entry(key=key, value=value)
