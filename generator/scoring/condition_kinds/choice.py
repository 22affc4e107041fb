"""Condition kind ``choice``: a question has to be answered with one of some choices."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from generator.scoring.codes import QuestionCode
from generator.scoring.condition_kinds.rule import Assessed, Standing, stands
from generator.scoring.facts import Facts
from generator.scoring.marks import Code, Entries
from generator.scoring.rules.declared import Choice, ChoiceOf
from generator.scoring.rules.rule import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRule:
    """A question has to be answered with one of the choices in ``any_of``."""

    kind: ClassVar[str] = "choice"
    standings: ClassVar[tuple[Standing, ...]] = tuple(Standing)
    words: ClassVar[tuple[str, ...]] = ()

    question: Choice
    any_of: Annotated[tuple[Code, ...], Entries(1), ChoiceOf("question")]

    def questions(self) -> tuple[QuestionCode, ...]:
        return (self.question,)

    def asks_this_month(self) -> QuestionCode | None:
        return None

    def comes_and_goes(self) -> bool:
        return False

    def basis(self, facts: Facts) -> Basis:
        return facts.answers.get(self.question)

    def assess(self, facts: Facts) -> Assessed:
        answer = facts.answers.get(self.question)
        if answer is None:
            return Assessed(Standing.UNKNOWN, {})
        return Assessed(stands(is_met=answer in self.any_of), {})
