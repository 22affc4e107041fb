"""A contribution ledger that goes on: what its rows say, and the months that are paid beyond them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
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
    """The ledger as given, and the same with the months that go on being paid.

    From ``added`` on the months that no row states are paid at ``base`` (both None: none are). ``goes_on``: they are
    because a row is still being paid, with nothing assumed beyond that.
    """

    measure: Measure
    given: Ledger
    whole: Ledger
    stated: frozenset[Month]
    """The months that rows say, whether they count or not: nothing is added to these."""
    last: Month
    """The last of them; 0 where there is none."""
    added: Month | None
    base: Decimal | None
    goes_on: bool
    steady: Month
    """From this month on all months are paid, or none is, and all are held against one and the same level."""

    def on(self, day: date, start: date) -> Ledger:
        """Return the ledger on a day: on ``start``, the request's own, as given, later with what is added before."""
        return self.given if day == start else self.in_month(month_of(day))

    def in_month(self, month: Month) -> Ledger:
        """Return the ledger as it counts in a month: what is added before it, and what rows say of it."""
        end = month + 1 if month in self.stated else month
        is_paid = self.added is not None and self.added <= month and month not in self.stated
        return Ledger(
            contributions=self.given.contributions,
            counted={
                multiple: months[: bisect_left(months, end)]
                for multiple, months in self.whole.counted.items()
            },
            ongoing=month if is_paid else None,
        )


def going_ledger(
    contributions: Sequence[Contribution], ongoing: Month | None, measure: Measure
) -> GoingLedger:
    """Return the ledger of the months that rows say, none added; ``ongoing``: from when on it says that one is paid."""
    given = open_ledger(
        contributions, measure.multiples, measure.yardsticks, measure.unestablished, ongoing
    )
    last = contributions[-1].month if contributions else 0
    return GoingLedger(
        measure=measure,
        given=given,
        whole=given,
        stated=frozenset(entry.month for entry in contributions),
        last=last,
        added=None,
        base=None,
        goes_on=False,
        steady=max(last + 1, measure.steady()),
    )


def paying(ledger: GoingLedger, base: Decimal, start: Month, end: Month) -> GoingLedger:
    """Return the ledger with the months from ``start`` to just before ``end`` that no row states paid at a base."""
    more = ledger.measure.counted(base, start, end)
    counted: dict[Decimal | None, Sequence[Month]] = {}
    for multiple, months in ledger.whole.counted.items():
        before = months[: bisect_left(months, start)]
        counted[multiple] = [*before, *_with_stated(more[multiple], ledger, multiple, start)]
    return replace(
        ledger,
        whole=Ledger(contributions=ledger.given.contributions, counted=counted),
        added=start if ledger.added is None else min(ledger.added, start),
        base=base,
        goes_on=False,
        steady=max(ledger.steady, start),
    )


def _with_stated(
    added: list[Month], ledger: GoingLedger, multiple: Decimal | None, start: Month
) -> list[Month]:
    """Return the months added from ``start`` on, but what rows say where they say something."""
    given = ledger.given.counted[multiple]
    stated = given[bisect_left(given, start) :]
    if ledger.last < start:
        return added
    free = [month for month in added if month not in ledger.stated]
    return sorted([*free, *stated])
