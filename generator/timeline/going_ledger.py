"""A contribution ledger that goes on: what its rows say, and the months that are paid beyond them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from generator.scoring.codes import Month
from generator.scoring.dates import month_of
from generator.scoring.ledger import Ledger, Level, Paid, Row, counted_at, level_in, paid_before
from generator.scoring.month_ranges import MonthRanges, joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What months are held against: the multiples of the level that counts ask for, and the levels."""

    multiples: tuple[Decimal | None, ...]
    levels: tuple[Level, ...]

    def counted(self, paid: Sequence[Paid]) -> Mapping[Decimal | None, MonthRanges]:
        """Return which of the months that are paid count at each multiple."""
        return counted_at(paid, self.multiples, self.levels)

    def level(self, month: Month) -> Decimal:
        """Return the level of a month, by the reading of those for which it is not established."""
        return level_in(month, self.levels)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingLedger:
    """The ledger as given, and the same with the months that go on being paid.

    From ``added`` on the months that no row states are paid at ``base`` (both None: none are). ``goes_on``: they are
    because a row is still being paid, with nothing assumed beyond that.
    """

    measure: Measure
    given: Ledger
    whole: Ledger
    stated: MonthRanges
    """The months that rows say, whether they count or not: nothing is added to these."""
    end: Month
    """The month after the last of them; where there is none, that of the request."""
    added: Month | None
    base: Decimal | None
    goes_on: bool

    def on(self, day: date, start: date) -> Ledger:
        """Return the ledger on a day: on ``start``, the request's own, as given, later with what is added before."""
        return self.given if day == start else self.in_month(month_of(day))

    def in_month(self, month: Month) -> Ledger:
        """Return the ledger as it counts in a month: what is added before it, and what rows say of it."""
        is_stated = month in self.stated
        is_paid = self.added is not None and self.added <= month and not is_stated
        return Ledger(
            counted=self.whole.counted,
            until=None if is_stated else month,
            ongoing=month if is_paid else None,
        )


def going_ledger(
    rows: Iterable[Row], now: Month, ongoing: Month | None, measure: Measure
) -> GoingLedger:
    """Return the ledger of the months that rows say, none added: of a row that is still being paid those before now.

    ``ongoing``: from when on rows say that one is paid.
    """
    rows = tuple(rows)
    given = Ledger(counted=measure.counted(paid_before(rows, now)), ongoing=ongoing)
    stated = joined(sorted((row.first, now if row.last is None else row.last + 1) for row in rows))
    return GoingLedger(
        measure=measure,
        given=given,
        whole=given,
        stated=stated,
        end=max(stated.ends, default=now),
        added=None,
        base=None,
        goes_on=False,
    )


def paying(ledger: GoingLedger, base: Decimal, start: Month, end: Month) -> GoingLedger:
    """Return the ledger with the months from ``start`` to just before ``end`` that no row states paid at a base."""
    more = ledger.measure.counted(
        [Paid(first, stop, base) for first, stop in ledger.stated.gaps(start, end)]
    )
    counted = {}
    for multiple, months in ledger.whole.counted.items():
        stated = ledger.given.counted[multiple].within(start, ledger.end)
        added = more[multiple].within(start, end)
        counted[multiple] = joined([*months.within(0, start), *sorted([*added, *stated])])
    return replace(
        ledger,
        whole=Ledger(counted=counted),
        added=start if ledger.added is None else min(ledger.added, start),
        base=base,
        goes_on=False,
    )
