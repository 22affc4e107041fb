"""Spans of days on which something holds, from the days on which it is looked at."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)

type Span = tuple[date, date]
"""The first and the last day."""


def spans_of(looks: Iterable[tuple[date, bool]], last: date) -> Iterator[Span]:
    """Yield the spans on which something holds; each look holds until the next one, the last one until ``last``."""
    since: date | None = None
    for day, holds in looks:
        if holds:
            since = since or day
        elif since is not None:
            yield since, day - ONE_DAY
            since = None
    if since is not None:
        yield since, last
