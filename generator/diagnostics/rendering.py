"""Diagnostics as text for a terminal: place, message, the line with a caret under it, and a hint.

The caret stands right where each CJK character is two cells wide, as terminals and editors show them.
"""

import unicodedata
from collections.abc import Iterable

from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Place

_WIDEST = 100
"""Longer lines are shown around the caret only, in characters."""

_MOST_PLACES = 12
"""Further places of one mistake that are listed."""


def render_all(diagnostics: Iterable[Diagnostic]) -> str:
    """All of them, in the order given, a blank line between two; empty text for none."""
    return "\n".join(render(diagnostic) for diagnostic in diagnostics)


def render(diagnostic: Diagnostic) -> str:
    """One diagnostic as lines that each end with a line feed."""
    severity, code = diagnostic.severity.value, diagnostic.code.id
    place = visible(str(diagnostic.place))
    lines = [f"{place}: {severity} {code}: {visible(diagnostic.message)}"]
    lines += _excerpt(diagnostic.place)
    for note in diagnostic.notes:
        lines += [
            f"  note: {visible(str(note.place))}: {visible(note.text)}",
            *_excerpt(note.place),
        ]
    lines += [f"  also: {visible(str(place))}" for place in diagnostic.also[:_MOST_PLACES]]
    if len(diagnostic.also) > _MOST_PLACES:
        lines.append(f"  also: {len(diagnostic.also) - _MOST_PLACES} more places")
    if diagnostic.advice:
        lines.append(f"  hint: {visible(diagnostic.advice)}")
    return "".join(f"{line}\n" for line in lines)


def visible(text: str) -> str:
    """The text with control and invisible characters spelled out, so that it can't steer a terminal."""
    return "".join(char if _is_plain(char) else f"\\u{ord(char):04x}" for char in text)


def cells(text: str) -> int:
    """How many terminal cells the text takes."""
    return sum(_width(char) for char in text)


def _excerpt(place: Place) -> list[str]:
    line = place.source.line(place.line)
    if line is None:
        return []
    start = min(place.column - 1, len(line))
    end = min(start + max(place.length, 1), max(len(line), start + 1))
    first = max(0, start - _WIDEST // 2) if len(line) > _WIDEST else 0
    last = min(len(line), first + _WIDEST)
    before = ("…" if first else "") + _flat(line[first:start])
    marked = _flat(line[start : min(end, last)])
    after = _flat(line[min(end, last) : last]) + ("…" if last < len(line) else "")
    gutter = f"{place.line:>5} | "
    shown = f"{gutter}{before}{marked}{after}".rstrip()
    carets = "^" * max(cells(marked), 1)
    return [shown, f"{'| ':>8}{' ' * cells(before)}{carets}"]


def _flat(text: str) -> str:
    """The text with one visible character for each of its own."""
    return "".join(char if _is_plain(char) else (" " if char == "\t" else "�") for char in text)


def _is_plain(char: str) -> bool:
    return char.isprintable() or char == "　"


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
