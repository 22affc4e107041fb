"""Condition kind ``answer``: a yes-or-no question has to be answered in one way."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from generator.scoring.codes import QuestionCode
from generator.scoring.condition_kinds.rule import Assessed, Standing, stands
from generator.scoring.facts import Facts
from generator.scoring.marks import Key
from generator.scoring.rules.declared import YesNo
from generator.scoring.rules.rule import Basis
from generator.scoring.unanswered import UNANSWERED


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRule:
    """A yes-or-no question has to be answered with ``wanted``."""

    kind: ClassVar[str] = "answer"
    standings: ClassVar[tuple[Standing, ...]] = tuple(Standing)
    words: ClassVar[tuple[str, ...]] = ()

    question: YesNo
    wanted: Annotated[bool, Key("is")]

    def questions(self) -> tuple[QuestionCode, ...]:
        return (self.question,)

    def asks_this_month(self) -> QuestionCode | None:
        return None

    def comes_and_goes(self) -> bool:
        return False

    def basis(self, facts: Facts) -> Basis:
        return facts.answers.get(self.question)

    def assess(self, facts: Facts) -> Assessed:
        answer = facts.yes(self.question)
        if answer is UNANSWERED:
            return Assessed(Standing.UNKNOWN, {})
        return Assessed(stands(is_met=answer == self.wanted), {})
