"""The rows of a ledger as a request of a later day has them: what was paid in between as rows of their own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from generator.scoring.codes import Month
from generator.scoring.dates import month_of, write_month
from generator.timeline.course import Course
from generator.timeline.going_ledger import GoingLedger

type Plain = Mapping[str, Any]

CENTS = Decimal("0.01")


def later_rows(
    rows: Sequence[Plain], course: Course, day: date, base: Decimal | None, change: Month
) -> Sequence[Plain]:
    """Return the rows on a later day, everything going on; ``base``, where one is given, is paid from ``change`` on."""
    ledger, now = course.ledger, month_of(course.on)
    assert ledger is not None
    is_as_given = ledger.goes_on or (ledger.base is None and month_of(day) == now)
    if base is None and is_as_given:
        return rows
    found = list(_ended(rows, now))
    if ledger.added is not None:
        assert ledger.base is not None
        found += _paid(ledger, ledger.base, ledger.added, None if base is None else change)
    if base is not None:
        found += _paid(ledger, base, change, None)
    return found


def written(base: Decimal) -> str:
    """Return yuan with two decimals, or as many as they need."""
    return f"{base.quantize(CENTS) if base == base.quantize(CENTS) else base:f}"


def _ended(rows: Iterable[Plain], now: Month) -> Iterator[Plain]:
    """Yield the rows as they are; one that is still being paid ends with the month before the first day's."""
    last = write_month(now - 1)
    for row in rows:
        if not row.get("ongoing"):
            yield row
        elif row["from"] <= last:
            yield {key: value for key, value in row.items() if key != "ongoing"} | {"to": last}


def _paid(ledger: GoingLedger, base: Decimal, first: Month, end: Month | None) -> Iterator[Plain]:
    """Yield rows from a month to just before another (None: still being paid) that leave out what is stated."""
    close = max(first, ledger.end) if end is None else end
    since: Month | None = None
    for month in range(first, close + 1):
        is_free = month < close and month not in ledger.stated
        if is_free:
            since = month if since is None else since
        elif since is not None:
            yield _row(base, since) | {"to": write_month(month - 1), "counts": True}
            since = None
    if end is None:
        yield _row(base, close) | {"ongoing": True}


def _row(base: Decimal, first: Month) -> dict[str, Any]:
    return {"from": write_month(first), "base": written(base)}
