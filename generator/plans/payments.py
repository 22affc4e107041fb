"""Contributions still to be paid: from which month on they can be chosen, at which bases, and what a ledger then is."""

from collections.abc import Sequence
from decimal import Decimal
from sys import maxsize

from generator.scoring.codes import Month
from generator.scoring.dates import month_of
from generator.scoring.yardsticks import Average
from generator.timeline.course import Course
from generator.timeline.going_ledger import GoingLedger, paying


def first_month_to_choose(course: Course) -> Month:
    """Return the first month whose base can be chosen: no row says it, and paying does not pause."""
    ledger, now = course.ledger, month_of(course.on)
    if ledger is None:
        return now
    gaps = ledger.stated.gaps(max(now, ledger.added or 0), maxsize)
    return next(first for first, _ in gaps)


def base_going_on(course: Course) -> Decimal | None:
    """Return the base at which the ledger goes on as things are; None where nothing is paid."""
    return None if course.ledger is None else course.ledger.base


def bases_to_choose(course: Course, first: Month) -> list[Decimal]:
    """Return the least bases that reach each multiple of R, as it is in any month to come, above the one going on.

    Where nothing is paid the least base at all, the last month's floor, is one of them; without a ledger there are none.
    """
    ledger, end = course.ledger, month_of(course.until)
    if ledger is None:
        return []
    levels = {ledger.measure.level(month) for month in range(first, end)}
    multiples = [multiple for multiple in ledger.whole.counted if multiple is not None]
    found = {multiple * level for multiple in multiples for level in levels}
    if ledger.base is None:
        found.add(_floor_in(max(first, end - 1), course.policy.yardsticks.statutory_average))
    return sorted(base for base in found if ledger.base is None or base > ledger.base)


def _floor_in(month: Month, averages: Sequence[Average]) -> Decimal:
    """Return the least base of a month; of one before the first known floor that one, of one after the last the last."""
    begun = [each.floor for each in averages if each.first <= month]
    return begun[-1] if begun else averages[0].floor


def paid_from(course: Course, base: Decimal, month: Month) -> GoingLedger:
    """Return the ledger with every month from one on that no row says paid at a base."""
    assert course.ledger is not None
    return paying(course.ledger, base, month, month_of(course.until) + 1)


def months_paid(course: Course, first: Month, end: Month) -> int:
    """Return how many months from one to just before another are still to be paid: those that no row says."""
    stated = 0 if course.ledger is None else course.ledger.stated.count(first, end)
    return end - first - stated
