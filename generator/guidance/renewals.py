"""When a paper such as a permit is to be renewed: a window before the day on which it ends, every year.

What counts is what holds on the day on which the paper ends; of one that has ended, what holds on the day of the request.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from generator.guidance.authority import AUTHORITY
from generator.guidance.guidance import Renewal
from generator.guidance.years import day_in
from generator.scoring.answers import read_date
from generator.scoring.dates import in_words
from generator.scoring.errors import RequestError

MOST_YEARS_AGO: Final = 10
MOST_YEARS_AHEAD: Final = 40


class Window(NamedTuple):
    """The days in which it is renewed, both included."""

    first: date
    last: date


def read_end(value: Any, on: date) -> date | None:  # noqa: ANN401 -- JSON value
    """Return the last day of the paper, None where nothing is said; raises RequestError at ``permit_ends``."""
    if value is None:
        return None
    ends = read_date(value, "permit_ends")
    if not on.year - MOST_YEARS_AGO <= ends.year <= on.year + MOST_YEARS_AHEAD:
        raise RequestError("permit_ends", f"{ends} 离计算日太远，请核对年份。")
    return ends


def windows_of(ends: date, until: date, renewal: Renewal) -> Iterator[Window]:
    """Yield the windows of each year, the one before ``ends`` first, as long as they end by ``until``."""
    year, last = ends.year, ends
    while last <= until:
        yield _window(last, renewal)
        year += 1
        last = day_in(year, ends.month, ends.day)


def renewal_in_words(ends: date | None, on: date, renewal: Renewal | None) -> str:
    """Return the next window, or that the paper has ended, and what follows for those who are late; else nothing."""
    if ends is None or renewal is None:
        return ""
    if ends < on:
        return renewal.sentences["past"].format(late=late_in_words(renewal, on))
    first, last = _window(ends, renewal)
    return renewal.sentences["coming"].format(
        first=in_words(first), last=in_words(last), late=late_in_words(renewal, ends)
    )


def _window(last: date, renewal: Renewal) -> Window:
    return Window(last - timedelta(days=renewal.on(last).window), last)


def late_in_words(renewal: Renewal, day: date) -> str:
    """Return what happens to those who are late, as it is on a day."""
    held = renewal.on(day)
    return renewal.sentences["late"].format(kept=held.kept, authority=AUTHORITY[held.authority])
