"""yardsticks.yaml: the dated histories of the reference level and the statutory average."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Final

from generator.policy.dates import month_index
from generator.policy.evidence import Receipt
from generator.policy.marks import Inline, MonthText, Sources
from generator.scoring.codes import ReadingCode
from generator.scoring.marks import Count, Entries
from generator.scoring.yardsticks import Average, Period, Yardsticks

LAST: Final = "last"
"""What a text writes for a month of the last period that is established."""


class History(StrEnum):
    """The two yardsticks: R, by which tiers are counted, and S, which bounds contribution bases."""

    REFERENCE_LEVEL = "reference_level"
    STATUTORY_AVERAGE = "statutory_average"


@dataclass(frozen=True, slots=True, kw_only=True)
class YardstickPeriod:
    """One period of a dated history, both months included."""

    from_: MonthText
    to: MonthText
    yuan: Count
    receipt: Annotated[Receipt, Inline(), Sources()]


@dataclass(frozen=True, slots=True, kw_only=True)
class AveragePeriod(YardstickPeriod):
    """A period of the statutory average, with the bounds of contribution bases that follow from it."""

    cap: Count
    floor: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class NotEstablished:
    """From when on a yardstick's figure is not established."""

    yardstick: History
    from_: MonthText
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YardsticksText:
    """The dated histories of R and S, each in the order of the file."""

    unestablished: ReadingCode
    """The reading that says what stands in where R is not established."""
    reference_level: tuple[YardstickPeriod, ...]
    statutory_average: tuple[AveragePeriod, ...]
    not_established: Annotated[tuple[NotEstablished, ...], Entries(0)]

    def periods(self, history: History) -> tuple[YardstickPeriod, ...]:
        """The periods of one of the two."""
        is_level = history is History.REFERENCE_LEVEL
        return self.reference_level if is_level else self.statutory_average

    def is_open(self, history: History, month: str) -> bool:
        """Whether the figure of a month is not established."""
        return period_of(self.periods(history), month) is None

    @property
    def scoring(self) -> Yardsticks:
        """What scoring needs of them."""
        return Yardsticks(
            reference_level=tuple(map(_level, self.reference_level)),
            statutory_average=tuple(map(_average, self.statutory_average)),
            unestablished=self.unestablished,
        )


NO_YARDSTICKS: Final = YardsticksText(
    unestablished="", reference_level=(), statutory_average=(), not_established=()
)
"""Those of a policy that holds nobody's contributions against a level."""


def period_of(periods: Iterable[YardstickPeriod], month: str) -> YardstickPeriod | None:
    """The period that a month lies in; None where its figure is not established."""
    return next((each for each in periods if each.from_ <= month <= each.to), None)


def _level(period: YardstickPeriod) -> Period:
    first, last = month_index(period.from_), month_index(period.to)
    return Period(first=first, last=last, yuan=Decimal(period.yuan))


def _average(period: AveragePeriod) -> Average:
    first, last = month_index(period.from_), month_index(period.to)
    yuan, floor, cap = Decimal(period.yuan), Decimal(period.floor), Decimal(period.cap)
    return Average(first=first, last=last, yuan=yuan, floor=floor, cap=cap)
