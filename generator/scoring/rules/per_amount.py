"""Rule kind ``per_amount``: points for each full unit of an amount, by one's own share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Context, Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from generator.scoring.answers import LARGEST
from generator.scoring.codes import QuestionCode, ReadingCode, Section
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Value, open_between, settled
from generator.scoring.questions import Kind, Question
from generator.scoring.readings import Readings, chosen
from generator.scoring.rules.ahead import Ahead
from generator.scoring.rules.declared import Asks, Caps, Count, Follows, Points
from generator.scoring.rules.rule import Basis, Better, Cause, Needed, Steps, Words
from generator.scoring.span import Span, exactly

EXACT = Context(prec=64)
"""Wide enough for the product of any two numbers that a request may hold."""

PERCENT = 100
WHOLE = exactly(Decimal(PERCENT))

MOST_PLACES = 6
FINEST = Decimal("0.000001")
"""Of a yuan, as the counted part of an amount is shown; rounded down, so that it never shows a unit too many."""


class ShareApplies(StrEnum):
    """Whether the amount is scaled by one's own share."""

    UNSCALED = "unscaled"
    SCALED = "scaled"


@dataclass(frozen=True, slots=True, kw_only=True)
class PerAmountRule:
    """Points for each full ``per`` of an amount up to the cap, by one's own share in percent.

    Without a reading ``share_applies`` the share always scales the amount.
    """

    kind: ClassVar[str] = "per_amount"
    sections: ClassVar[tuple[Section, ...]] = (Section.BASE, Section.BONUS)
    causes: ClassVar[Mapping[str, Words]] = {}

    amount: Annotated[str, Asks((Kind.AMOUNT, Kind.COUNT))]
    share: Annotated[str, Asks((Kind.PERCENT,))]
    share_applies: Annotated[str | None, Follows(ShareApplies)] = None
    per: Count
    points: Points
    cap: Annotated[Points, Caps("points")]

    def questions(self) -> tuple[QuestionCode, ...]:
        return (self.amount, self.share)

    def readings(self) -> tuple[ReadingCode, ...]:
        return () if self.share_applies is None else (self.share_applies,)

    def past_dates(self) -> tuple[QuestionCode, ...]:
        return ()

    def sentences(self) -> Mapping[str, Words]:
        awarded = ("amount", "share", "counted", "units", "rate", "per")
        return {"awarded": awarded, "not_met": ("rate", "per")}

    def most_points(self) -> Points | None:
        return self.cap

    def basis(self, facts: Facts) -> Basis:
        answer = facts.answers.get
        share = answer(self.share) if self._is_scaled(facts.readings) else PERCENT
        return answer(self.amount), share, facts.missing(self.amount)

    def assess(self, facts: Facts) -> Finding:
        amount = facts.amount(self.amount)
        is_scaled = self._is_scaled(facts.readings)
        share = facts.amount(self.share) if is_scaled else WHOLE
        counted = _share_of(amount, share)
        is_exact = counted.is_exact
        units = self._units(counted.low)
        low = high = self._points(units)
        figures: dict[str, Value] = {"rate": self.points, "per": self.per, "cap": self.cap}
        known: dict[str, Value] = {}
        if amount.is_exact:
            known["amount"] = amount.low
        if share.is_exact:
            known["share"] = share.low
        if not is_exact:
            high = self._points(self._units(counted.high))
        if low != high:
            codes = (self.amount, self.share) if is_scaled else (self.amount,)
            return open_between(
                low, high, missing=facts.missing(*codes), facts=known, figures=figures
            )
        if is_exact:
            known |= {"counted": _shown(counted.low), "units": units}
        return settled(low, facts=known, figures=figures)

    def _is_scaled(self, readings: Readings) -> bool:
        return chosen(readings, self.share_applies, ShareApplies.SCALED) is ShareApplies.SCALED

    def _units(self, counted: Decimal) -> int:
        return int(EXACT.divide_int(counted, Decimal(self.per)))

    def _points(self, units: int) -> Points:
        return min(self.cap, self.points * units)

    def words(
        self, _finding: Finding, _questions: Mapping[QuestionCode, Question]
    ) -> Mapping[str, Value]:
        return {}

    def days_of_change(self, _ahead: Ahead) -> Iterable[date]:
        return ()

    def cause(self, _before: Finding, _now: Finding) -> Cause:
        return Cause(key="", words={})

    def better_answers(self, code: QuestionCode, ahead: Ahead) -> Iterator[Better]:
        """Yield, for each number of full units, the least whole amount that makes them, at the share answered."""
        amount = ahead.answers.get(self.amount)
        is_scaled = self._is_scaled(ahead.readings)
        percent = ahead.answers.get(self.share) if is_scaled else PERCENT
        if (
            code != self.amount
            or not isinstance(amount, int | Decimal)
            or not isinstance(percent, int | Decimal)
            or not percent
        ):
            return
        for units in range(1, int(self.cap // self.points) + 1):
            whole, rest = EXACT.divmod(Decimal(units * self.per * PERCENT), Decimal(percent))
            least = int(whole) + (1 if rest else 0)
            if amount < least <= LARGEST:
                yield Better(to=least, rank=units)

    def needed(self, _readings: Readings) -> tuple[Needed, ...] | None:
        return ()

    def steps(self) -> Steps | None:
        return None


def _share_of(amount: Span[Decimal], share: Span[Decimal]) -> Span[Decimal]:
    low = _product(amount.low, share.low)
    if amount.is_exact and share.is_exact:
        return exactly(low)
    return Span(low, _product(amount.high, share.high))


def _product(amount: Decimal, percent: Decimal) -> Decimal:
    if percent == PERCENT:
        return amount
    return EXACT.divide(EXACT.multiply(amount, percent), WHOLE.low)


def _shown(counted: Decimal) -> Decimal:
    is_finer = -int(counted.as_tuple().exponent) > MOST_PLACES
    return counted.quantize(FINEST, rounding=ROUND_FLOOR, context=EXACT) if is_finer else counted
