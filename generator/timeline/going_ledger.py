"""A contribution ledger that goes on: after its last month every month is paid at one base."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.scoring.codes import Month
from generator.scoring.dates import month_of
from generator.scoring.ledger import Contribution, Ledger, open_ledger, reference_level
from generator.scoring.yardsticks import Yardsticks


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What months are held against: the multiples of the level that counts ask for, and the level's history."""

    multiples: frozenset[Decimal | None]
    yardsticks: Yardsticks
    unestablished: str

    def steady(self) -> Month:
        """Return the first month from which on the level stays the same."""
        histories = (self.yardsticks.reference_level, self.yardsticks.statutory_average)
        return max(history[-1].last + 1 for history in histories)

    def counted(self, base: Decimal, first: Month, end: Month) -> dict[Decimal | None, list[Month]]:
        """Return the months from ``first`` to just before ``end`` that count at each multiple if paid at a base."""
        steady = max(first, self.steady())
        levels = [(month, self.level(month)) for month in range(first, min(steady, end))]
        last_level = self.level(steady)
        counted = {}
        for multiple in self.multiples:
            reached = [m for m, level in levels if multiple is None or base >= multiple * level]
            for_good = multiple is None or base >= multiple * last_level
            counted[multiple] = [*reached, *(range(steady, end) if for_good else ())]
        return counted

    def level(self, month: Month) -> Decimal:
        """Return the level of a month, by the reading of those for which it is not established."""
        return reference_level(month, self.yardsticks, self.unestablished)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingLedger:
    """The ledger as given, and the same with the months ``added`` from its end on at ``base`` (None: none are)."""

    measure: Measure
    given: Ledger
    whole: Ledger
    added: Month | None
    base: Decimal | None
    steady: Month
    """From this month on all months are added ones, held against one and the same level."""

    def on(self, day: date, start: date) -> Ledger:
        """Return the ledger on a day: on ``start`` as given, later with the months added before the day's own."""
        month = month_of(day)
        if day == start:
            return self.given
        if self.added is None or month < self.added:
            return self.whole
        return self.until(month)

    def until(self, end: Month) -> Ledger:
        """Return the ledger with only those months that lie before ``end``."""
        return Ledger(
            contributions=self.given.contributions,
            counted={
                multiple: months[: bisect_left(months, end)]
                for multiple, months in self.whole.counted.items()
            },
        )


def going_ledger(
    contributions: tuple[Contribution, ...],
    base: Decimal | None,
    measure: Measure,
    start: Month,
    end: Month,
) -> GoingLedger:
    """Return the ledger with all months up to just before ``end`` added at ``base``.

    An empty ledger goes on from ``start``, the month of the request. Without a base none is added.
    """
    given = open_ledger(contributions, measure.multiples, measure.yardsticks, measure.unestablished)
    added = contributions[-1].month + 1 if contributions else start
    going = GoingLedger(
        measure=measure,
        given=given,
        whole=given,
        added=None,
        base=None,
        steady=max(added, measure.steady()),
    )
    return going if base is None else paying(going, base, added, end)


def paying(ledger: GoingLedger, base: Decimal, start: Month, end: Month) -> GoingLedger:
    """Return the ledger with the months from ``start``, which lies after those given, paid at another base."""
    more = ledger.measure.counted(base, start, end)
    counted = {
        multiple: [*months[: bisect_left(months, start)], *more[multiple]]
        for multiple, months in ledger.whole.counted.items()
    }
    return GoingLedger(
        measure=ledger.measure,
        given=ledger.given,
        whole=Ledger(contributions=ledger.given.contributions, counted=counted),
        added=start if ledger.added is None else ledger.added,
        base=base,
        steady=max(ledger.steady, start),
    )
