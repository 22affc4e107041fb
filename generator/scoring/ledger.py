"""The contribution ledger: which months count at which multiple of the reference level R."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from generator.scoring.codes import Month
from generator.scoring.dates import month_of
from generator.scoring.month_ranges import MonthRanges, Range, joined
from generator.scoring.yardsticks import Unestablished, Yardsticks


class Row(NamedTuple):
    """Months from ``first`` to ``last`` (None: still being paid), all at one base in yuan.

    ``counts`` is false where they were back-paid or paid by another unit.
    """

    first: Month
    last: Month | None
    base: Decimal
    counts: bool


class Paid(NamedTuple):
    """Months from ``first`` to just before ``end``, all at one base in yuan."""

    first: Month
    end: Month
    base: Decimal


class Level(NamedTuple):
    """R from a month on, until another level begins."""

    first: Month
    yuan: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The months that count at each multiple (None: at any base).

    ``until``: of these only what lies before this month. ``ongoing``: from this month on every month counts as being
    paid, although none of them is counted yet.
    """

    counted: Mapping[Decimal | None, MonthRanges]
    until: Month | None = None
    ongoing: Month | None = None

    def months(self, multiple: Decimal | None, first: Month, end: Month) -> int:
        """Return how many months from ``first`` to just before ``end`` count at ``multiple``."""
        return self.counted[multiple].count(first, self._cut(end))

    def covers(self, month: Month) -> bool:
        """Tell whether a month that counts is paid, be it over or not."""
        is_ongoing = self.ongoing is not None and self.ongoing <= month
        return is_ongoing or self.months(None, month, month + 1) > 0

    def unbroken(self, end: Month) -> int:
        """Return the length of the last run of counted months without a gap before ``end``."""
        return self.counted[None].unbroken(self._cut(end))

    def _cut(self, end: Month) -> Month:
        return end if self.until is None else min(end, self.until)


def paid_before(rows: Iterable[Row], month: Month) -> list[Paid]:
    """Return the months of rows that count, in order; of a row that is still being paid those before a month."""
    return sorted(
        [
            Paid(row.first, month if row.last is None else row.last + 1, row.base)
            for row in rows
            if row.counts
        ]
    )


def counted_at(
    paid: Sequence[Paid], multiples: Iterable[Decimal | None], levels: Sequence[Level]
) -> dict[Decimal | None, MonthRanges]:
    """Return which months count at each multiple: each is held against the level of its own month."""
    pieces = list(_pieces(paid, levels))
    reached = {level for _, _, level in pieces}
    found: dict[Decimal | None, MonthRanges] = {}
    for multiple in multiples:
        if multiple is None:
            found[multiple] = joined([(first, end) for first, end, _ in paid])
            continue
        least = {level: multiple * level for level in reached}
        found[multiple] = joined([months for months, base, level in pieces if base >= least[level]])
    return found


def _pieces(
    paid: Iterable[Paid], levels: Sequence[Level]
) -> Iterator[tuple[Range, Decimal, Decimal]]:
    """Yield months that are paid at one base and held against one level, the base and the level."""
    for months in paid:
        since, place = months.first, _place(months.first, levels)
        while since < months.end:
            turn = levels[place + 1].first if place + 1 < len(levels) else months.end
            yield (since, min(turn, months.end)), months.base, levels[place].yuan
            since, place = turn, place + 1


def levels_of(yardsticks: Yardsticks, unestablished: str) -> tuple[Level, ...]:
    """Return the levels of R, oldest first; the oldest holds for all months before it, too.

    Where R is not established the nearest known one stands in, or by the reading ``statutory_average`` the statutory
    average of the month (the last known one).
    """
    known = [Level(period.first, period.yuan) for period in yardsticks.reference_level]
    after = first_unestablished(yardsticks)
    if unestablished == Unestablished.STATUTORY_AVERAGE:
        average = [Level(period.first, period.yuan) for period in yardsticks.statutory_average]
        place = _place(after, average)
        known += [Level(after, average[place].yuan), *average[place + 1 :]]
    return tuple(known)


def level_in(month: Month, levels: Sequence[Level]) -> Decimal:
    """Return R in yuan for a month."""
    return levels[_place(month, levels)].yuan


def _place(month: Month, levels: Sequence[Level]) -> int:
    return max(0, bisect_right(levels, month, key=_FIRST) - 1)


_FIRST = attrgetter("first")


def reference_level(month: Month, yardsticks: Yardsticks, unestablished: str) -> Decimal:
    """Return R in yuan for a month, by the reading of the months for which it is not established."""
    return level_in(month, levels_of(yardsticks, unestablished))


def first_unestablished(yardsticks: Yardsticks) -> Month:
    """Return the first month after the known history of R; one that no day lies in where a policy has none."""
    known = yardsticks.reference_level
    return known[-1].last + 1 if known else month_of(date.max)
