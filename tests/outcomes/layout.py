"""JSON laid out for people who read its diffs: what fits on a line stays on it, whatever stands in a list begins one."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final
from unicodedata import east_asian_width

WIDTH: Final = 120


def laid_out(value: object) -> str:
    """Return the JSON text of a value that ``exact`` has read, with a line break at its end."""
    return _laid_out(value, "") + "\n"


def exact(text: str) -> Any:  # noqa: ANN401 -- JSON value
    """Return what JSON text says, with the digits of its numbers as they stand there."""
    return json.loads(text, parse_float=Decimal)


def _laid_out(value: object, indent: str) -> str:
    line = _on_one_line(value)
    if not isinstance(value, dict | list) or _width(indent + line) <= WIDTH:
        return line
    inner = indent + "  "
    if isinstance(value, list):
        entries = [_laid_out(entry, inner) for entry in value]
        return "[\n" + ",\n".join(inner + entry for entry in entries) + f"\n{indent}]"
    members = [f"{_quoted(key)}: {_laid_out(member, inner)}" for key, member in value.items()]
    return "{\n" + ",\n".join(inner + line for line in _filled(members, inner)) + f"\n{indent}}}"


def _filled(members: list[str], indent: str) -> Iterator[str]:
    """Yield lines of members, as many on each as there is room for."""
    line = ""
    for member in members:
        together = f"{line}, {member}" if line else member
        if line and ("\n" in together or _width(indent + together) > WIDTH):
            yield line
            together = member
        line = together
    if line:
        yield line


def _on_one_line(value: object) -> str:
    match value:
        case dict():
            members = (f"{_quoted(key)}: {_on_one_line(member)}" for key, member in value.items())
            return "{" + ", ".join(members) + "}"
        case list():
            return "[" + ", ".join(_on_one_line(entry) for entry in value) + "]"
        case Decimal():
            return str(value)
        case _:
            return _quoted(value)


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
