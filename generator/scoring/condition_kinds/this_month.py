"""Condition kind ``this_month``: the month of the day has to be paid."""

from dataclasses import dataclass
from typing import ClassVar

from generator.scoring.codes import QuestionCode
from generator.scoring.condition_kinds.rule import Assessed, Standing, stands
from generator.scoring.dates import month_of
from generator.scoring.facts import Facts
from generator.scoring.rules.declared import YesNo
from generator.scoring.rules.rule import Basis
from generator.scoring.unanswered import UNANSWERED


@dataclass(frozen=True, slots=True, kw_only=True)
class ThisMonthRule:
    """The month of the day has to be paid: by the answer to a yes-or-no question, else by the ledger."""

    kind: ClassVar[str] = "this_month"
    standings: ClassVar[tuple[Standing, ...]] = tuple(Standing)
    words: ClassVar[tuple[str, ...]] = ()

    question: YesNo

    def questions(self) -> tuple[QuestionCode, ...]:
        return (self.question,)

    def asks_this_month(self) -> QuestionCode | None:
        return self.question

    def comes_and_goes(self) -> bool:
        return True

    def basis(self, facts: Facts) -> Basis:
        return self.assess(facts).standing

    def assess(self, facts: Facts) -> Assessed:
        answer = facts.yes(self.question)
        if answer is not UNANSWERED:
            return Assessed(stands(is_met=answer), {})
        if facts.ledger is None:
            return Assessed(Standing.UNKNOWN, {})
        return Assessed(stands(is_met=facts.ledger.covers(month_of(facts.on))), {})
