"""Diagnostics for programs: one JSON document."""

import json
from collections.abc import Iterable

from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Place


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """All of them, in the order given, as ``{"diagnostics": [{"code": …, "file": …, "line": …}]}``."""
    document = {"diagnostics": [_plain(each) for each in diagnostics]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _plain(each: Diagnostic) -> dict[str, object]:
    return {
        "code": each.code.id,
        "severity": each.severity.value,
        **_where(each.place),
        "message": each.message,
        "hint": each.advice,
        "notes": [{**_where(note.place), "message": note.text} for note in each.notes],
        "also": [_where(place) for place in each.also],
    }


def _where(place: Place) -> dict[str, object]:
    return {"file": place.source.name, "line": place.line, "column": place.column}
