"""Mistakes in the data: what they are called, where they are and how they are shown.

Knows neither YAML nor a policy; everything that reads or checks data reports through this package.
"""

from generator.diagnostics.as_json import as_json
from generator.diagnostics.codes import Code, Severity
from generator.diagnostics.diagnostic import DataErrors, Diagnostic, Note, in_order
from generator.diagnostics.nearest import nearest
from generator.diagnostics.place import Place, Source
from generator.diagnostics.rendering import render, render_all

__all__ = [
    "Code",
    "DataErrors",
    "Diagnostic",
    "Note",
    "Place",
    "Severity",
    "Source",
    "as_json",
    "in_order",
    "nearest",
    "render",
    "render_all",
]
