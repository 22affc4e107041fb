"""Random slips in the files of a policy: what a tired editor or a bad merge might do."""

import random
import string
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_WITHOUT_LINES = frozenset({".png"})

type Change = Callable[[list[str], random.Random], list[str] | None]
"""From a file's lines to other ones; None where there is nothing of the kind to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What was done to which file; ``before`` and ``after`` are the lines that differ."""

    what: str
    file: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def slip(policy: Path, randomness: random.Random) -> Slip:
    """Change one file of the policy in one random way."""
    files = sorted(path for path in policy.rglob("*") if path.is_file())
    while True:
        what = randomness.choice([*_CHANGES, "remove file"])
        file = randomness.choice(files)
        name = file.relative_to(policy).as_posix()
        if what == "remove file":
            if randomness.random() < 0.2:
                file.unlink()
                return Slip(what=what, file=name, before=(), after=())
            continue
        if file.suffix in _WITHOUT_LINES:
            continue
        lines = file.read_text("utf-8").split("\n")
        changed = _CHANGES[what](lines, randomness)
        if changed is not None and changed != lines:
            file.write_text("\n".join(changed), "utf-8")
            before, after = _difference(lines, changed)
            return Slip(what=what, file=name, before=before, after=after)


def _delete_line(lines: list[str], randomness: random.Random) -> list[str] | None:
    at = _filled(lines, randomness)
    return [*lines[:at], *lines[at + 1 :]]


def _change_digit(lines: list[str], randomness: random.Random) -> list[str] | None:
    return _change_character(lines, randomness, string.digits, string.digits)


def _change_letter(lines: list[str], randomness: random.Random) -> list[str] | None:
    return _change_character(lines, randomness, string.ascii_lowercase, string.ascii_lowercase)


def _change_sign(lines: list[str], randomness: random.Random) -> list[str] | None:
    return _change_character(lines, randomness, ":{}[]-,#\"'", ":{}[]-,#\"' ")


def _duplicate_block(lines: list[str], randomness: random.Random) -> list[str] | None:
    at = _filled(lines, randomness)
    end = at + 1
    while end < len(lines) and lines[end].startswith(_indent(lines[at]) + " "):
        end += 1
    return [*lines[:end], *lines[at:end], *lines[end:]]


def _swap_lines(lines: list[str], randomness: random.Random) -> list[str] | None:
    at = _filled(lines, randomness)
    if at + 1 >= len(lines):
        return None
    return [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]


def _shift_line(lines: list[str], randomness: random.Random) -> list[str] | None:
    at = _filled(lines, randomness)
    return [*lines[:at], f"  {lines[at]}", *lines[at + 1 :]]


_CHANGES: dict[str, Change] = {
    "delete line": _delete_line,
    "change digit": _change_digit,
    "change letter": _change_letter,
    "change sign": _change_sign,
    "duplicate block": _duplicate_block,
    "swap lines": _swap_lines,
    "shift line": _shift_line,
}


def _change_character(
    lines: list[str], randomness: random.Random, wanted: str, offered: str
) -> list[str] | None:
    places = [
        (row, column)
        for row, line in enumerate(lines)
        for column, character in enumerate(line)
        if character in wanted
    ]
    if not places:
        return None
    row, column = randomness.choice(places)
    line = lines[row]
    changed = line[:column] + randomness.choice(offered) + line[column + 1 :]
    return [*lines[:row], changed, *lines[row + 1 :]]


def _filled(lines: list[str], randomness: random.Random) -> int:
    return randomness.choice([at for at, line in enumerate(lines) if line.strip()] or [0])


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _difference(old: list[str], new: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return tuple(old[start : len(old) - end]), tuple(new[start : len(new) - end])
