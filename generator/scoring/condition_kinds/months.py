"""Condition kind ``months``: a count of months has to be large enough."""

from dataclasses import dataclass
from typing import ClassVar

from generator.scoring.codes import QuestionCode
from generator.scoring.condition_kinds.rule import Assessed, Standing, stands
from generator.scoring.facts import Facts
from generator.scoring.rules.declared import CountOf, Months
from generator.scoring.rules.rule import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsRule:
    """A count, answered or decided by the ledger, has to be at least ``months``."""

    kind: ClassVar[str] = "months"
    standings: ClassVar[tuple[Standing, ...]] = tuple(Standing)
    words: ClassVar[tuple[str, ...]] = ("needed", "months")

    question: CountOf
    months: Months

    def questions(self) -> tuple[QuestionCode, ...]:
        return (self.question,)

    def asks_this_month(self) -> QuestionCode | None:
        return None

    def comes_and_goes(self) -> bool:
        return True

    def basis(self, facts: Facts) -> Basis:
        return facts.count(self.question)

    def assess(self, facts: Facts) -> Assessed:
        months = facts.months(self.question)
        if not months.is_exact:
            return Assessed(Standing.UNKNOWN, {"needed": self.months})
        return Assessed(
            stands(is_met=months.low >= self.months),
            {"needed": self.months, "months": months.low},
        )
