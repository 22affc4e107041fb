"""Find the months and spans of months that a normal line names."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.scoring.codes import Month

# Runs of blanks are possessive (*+): what follows one is never a blank, and a long run costs no second try.
_YEAR = r"(?<!\d)((?:19|20)\d\d)"
_NUMBER = r"(1[0-2]|0?[1-9])(?!\d)"
_DAY = r"(?:(?P=sign)\s*+\d{1,2}(?!\d)|\s*+\d{1,2}\s*+日)?"
_PARTED = rf"{_YEAR}\s*+(?P<sign>[-年/.])\s*+{_NUMBER}(?:\s*+月份?)?{_DAY}"
_COMPACT = rf"{_YEAR}(0[1-9]|1[0-2])(?:[0-3]\d)?(?![\d.])"
_TO = r"\s*+起?\s*+(?:-++>?|~++|至|到)\s*+"
_NO_DATE = r"(?![\d.,]|\s*+[-年/.日~])"

_ONE_YEAR = (
    re.compile(rf"{_YEAR}\s*+[-年/.]\s*+{_NUMBER}\s*+月?{_TO}{_NUMBER}\s*+月"),
    re.compile(rf"{_YEAR}\s*+[年/.]\s*+{_NUMBER}\s*+月?{_TO}{_NUMBER}{_NO_DATE}"),
    re.compile(rf"{_YEAR}-{_NUMBER}\s*+起?\s*+(?:~++|至|到)\s*+{_NUMBER}{_NO_DATE}"),
    re.compile(rf"{_YEAR}(0[1-9]|1[0-2]){_TO}{_NUMBER}{_NO_DATE}"),
)
"""The year stands once: with a 月 behind, or where what follows can't be the day of a date."""

_ONE = re.compile(rf"{_PARTED}|{_COMPACT}")
_LINK = re.compile(_TO)


class Span(NamedTuple):
    """The months that a stretch of a line names, the last one included."""

    first: Month
    last: Month
    start: int
    end: int


def month_spans(line: str) -> list[Span]:
    """Return all spans that a line names, in its order; single months are spans of one."""
    found: list[Span] = []
    for span in _singles(line):
        linked = found and _LINK.fullmatch(line[found[-1].end : span.start])
        if linked and found[-1].first == found[-1].last and span.first == span.last:
            found[-1] = Span(found[-1].first, span.last, found[-1].start, span.end)
        else:
            found.append(span)
    return found


def _singles(line: str) -> Iterator[Span]:
    position = 0
    while True:
        one = _ONE.search(line, position)
        if one is None:
            return
        matches = (pattern.match(line, one.start()) for pattern in _ONE_YEAR)
        within = next((match for match in matches if match is not None), None)
        if within is not None:
            year, first, last = map(int, within.groups())
            yield Span(_month(year, first), _month(year, last), *within.span())
            position = within.end()
        else:
            year, month = (
                int(part) for part in one.groups() if part is not None and part.isdigit()
            )
            yield Span(_month(year, month), _month(year, month), *one.span())
            position = one.end()


def _month(year: int, month: int) -> Month:
    return year * 12 + month - 1
