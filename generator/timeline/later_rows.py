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
    first, paid = (ledger.added, ledger.base) if base is None else (change, base)
    ended = list(_ended(rows, now))
    if first is None:
        return ended
    assert paid is not None
    return ended + list(_paid(ledger, paid, first))


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


def _paid(ledger: GoingLedger, base: Decimal, first: Month) -> Iterator[Plain]:
    """Yield rows from a month on, the last of them still being paid, that leave out what is stated."""
    last = max(first, ledger.end)
    for start, stop in ledger.stated.gaps(first, last):
        yield _row(base, start) | {"to": write_month(stop - 1), "counts": True}
    yield _row(base, last) | {"ongoing": True}


def _row(base: Decimal, first: Month) -> dict[str, Any]:
    return {"from": write_month(first), "base": written(base)}
