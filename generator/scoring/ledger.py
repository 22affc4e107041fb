"""The contribution ledger: which months count at which multiple of the reference level R."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.scoring.codes import Month
from generator.scoring.yardsticks import Unestablished, Yardsticks


class Row(NamedTuple):
    """Months from ``first`` to ``last`` (None: still being paid), all at one base in yuan.

    ``counts`` is false where they were back-paid or paid by another unit.
    """

    first: Month
    last: Month | None
    base: Decimal
    counts: bool


class Contribution(NamedTuple):
    """A month's base in yuan; ``counts`` is false where it was back-paid or paid by another unit."""

    month: Month
    base: Decimal
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All contributions, sorted by month, and the months that count at each multiple (None: at any base).

    ``ongoing``: from this month on every month counts as being paid, although none of them is counted yet.
    """

    contributions: tuple[Contribution, ...]
    counted: Mapping[Decimal | None, Sequence[Month]]
    ongoing: Month | None = None

    def months(self, multiple: Decimal | None, first: Month, end: Month) -> int:
        """Return how many months from ``first`` to just before ``end`` count at ``multiple``."""
        months = self.counted[multiple]
        return max(0, bisect_left(months, end) - bisect_left(months, first))

    def covers(self, month: Month) -> bool:
        """Tell whether a month that counts is paid, be it over or not."""
        is_ongoing = self.ongoing is not None and self.ongoing <= month
        return is_ongoing or self.months(None, month, month + 1) > 0

    def unbroken(self, end: Month) -> int:
        """Return the length of the last run of counted months without a gap before ``end``."""
        months = self.counted[None]
        last = bisect_left(months, end) - 1
        if last < 0:
            return 0
        first = last
        while first > 0 and months[first - 1] == months[first] - 1:
            first -= 1
        return last - first + 1


def open_ledger(
    contributions: Iterable[Contribution],
    multiples: Iterable[Decimal | None],
    yardsticks: Yardsticks,
    unestablished: str,
    ongoing: Month | None = None,
) -> Ledger:
    """Return the ledger; each month is held against R of its own period (reading ``unestablished`` after the last)."""
    ordered = tuple(sorted(contributions, key=lambda entry: entry.month))
    valid = [entry for entry in ordered if entry.counts]
    levels = [reference_level(entry.month, yardsticks, unestablished) for entry in valid]
    counted: dict[Decimal | None, Sequence[Month]] = {}
    for multiple in multiples:
        if multiple is None:
            counted[multiple] = [entry.month for entry in valid]
            continue
        least = {level: multiple * level for level in set(levels)}
        counted[multiple] = [
            entry.month
            for entry, level in zip(valid, levels, strict=True)
            if entry.base >= least[level]
        ]
    return Ledger(contributions=ordered, counted=counted, ongoing=ongoing)


def reference_level(month: Month, yardsticks: Yardsticks, unestablished: str) -> Decimal:
    """Return R in yuan for a month.

    Where it is not established the nearest known R stands in, or by the reading ``statutory_average`` the
    statutory average of the month (the last known one).
    """
    history = yardsticks.reference_level
    if month > history[-1].last and unestablished == Unestablished.STATUTORY_AVERAGE:
        history = yardsticks.statutory_average
    for period in reversed(history):
        if period.first <= month:
            return period.yuan
    return history[0].yuan


def first_unestablished(yardsticks: Yardsticks) -> Month:
    """Return the first month after the known history of R."""
    return yardsticks.reference_level[-1].last + 1
