"""Values put into their files in place: nothing else of a file changes, comments and layout stay."""

from collections.abc import Iterable
from pathlib import Path

from generator.blessing.expected import Rewrite


def rewritten(file: Path, rewrites: Iterable[Rewrite]) -> str:
    """The file's text with the new values."""
    lines = file.read_text(encoding="utf-8").split("\n")
    for each in sorted(rewrites, key=lambda each: each.place.order, reverse=True):
        line, start = lines[each.place.line - 1], each.place.column - 1
        end = start + each.place.length
        assert line[start:end] == each.old, each
        lines[each.place.line - 1] = f"{line[:start]}{each.new}{line[end:]}"
    return "\n".join(lines)
