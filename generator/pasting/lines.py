"""Cut pasted text into the lines that are read, and join those that a phone has put one below the other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.pasting.months import month_spans
from generator.pasting.normal import normal
from generator.pasting.rows import begins_a_sum

_YEAR_ALONE = re.compile(r"\s*((?:19|20)\d\d)\s?年度?[\s:]*")
_MONTH_FIRST = re.compile(r"\s*(?:1[0-2]|0?[1-9])\s?月(?!\s?\d{1,2}\s?日)")
MOST_JOINED = 5
"""Lines after the one with the month: the base, its kind, whether it was paid and the like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line as it was pasted, and as it is read: in plain form, with the year of a line above where it names none."""

    number: int
    written: str
    text: str
    is_year: bool


def lines_of(written: Sequence[str]) -> Iterator[Line]:
    """Yield the lines that are not blank."""
    year = ""
    for number, each in enumerate(written, 1):
        text = normal(each)
        if not text.strip():
            continue
        alone = _YEAR_ALONE.fullmatch(text)
        if alone is not None:
            year = alone[1]
        elif year and _MONTH_FIRST.match(text):
            text = f"{year}年{text.lstrip()}"
        yield Line(number=number, written=each.strip(), text=text, is_year=alone is not None)


def stack_below(lines: Sequence[Line], place: int) -> Sequence[Line]:
    """Return the lines below one with a month that may go on with it: up to the next month, year or sum."""
    end = place + 1
    while end < min(len(lines), place + 1 + MOST_JOINED):
        line = lines[end]
        if line.is_year or month_spans(line.text) or begins_a_sum(line.text):
            break
        end += 1
    return lines[place + 1 : end]
