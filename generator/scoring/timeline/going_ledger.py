"""A contribution ledger that goes on: after its last month every month is paid at one base."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.scoring.dates import month_of
from generator.scoring.ledger import Contribution, Ledger, open_ledger, reference_level
from generator.scoring.model import Month, Yardsticks


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingLedger:
    """The ledger as given, and the same with the months ``added`` from its end on at ``base`` (None: none are)."""

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
    end: Month,
    *,
    multiples: Iterable[Decimal | None],
    yardsticks: Yardsticks,
    unestablished: str,
    start: Month,
) -> GoingLedger:
    """Return the ledger with all months up to just before ``end`` added at ``base``.

    An empty ledger goes on from ``start``, the month of the request. Without a base none is added.
    """
    given = open_ledger(contributions, multiples, yardsticks, unestablished)
    added = contributions[-1].month + 1 if contributions else start
    histories = (yardsticks.reference_level, yardsticks.statutory_average)
    steady = max(added, *(history[-1].last + 1 for history in histories))
    if base is None:
        return GoingLedger(given=given, whole=given, added=None, base=None, steady=steady)
    levels = [
        (month, reference_level(month, yardsticks, unestablished))
        for month in range(added, min(steady, end))
    ]
    last_level = reference_level(steady, yardsticks, unestablished)
    counted = {}
    for multiple, months in given.counted.items():
        reached = [m for m, level in levels if multiple is None or base >= multiple * level]
        for_good = multiple is None or base >= multiple * last_level
        counted[multiple] = [*months, *reached, *(range(steady, end) if for_good else ())]
    whole = Ledger(contributions=given.contributions, counted=counted)
    return GoingLedger(given=given, whole=whole, added=added, base=base, steady=steady)
