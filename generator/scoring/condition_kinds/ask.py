"""Condition kind ``ask``: nothing that a person could answer decides it, so one has to ask those who do."""

from dataclasses import dataclass
from typing import ClassVar

from generator.scoring.codes import QuestionCode
from generator.scoring.condition_kinds.rule import Assessed, Standing
from generator.scoring.facts import Facts
from generator.scoring.rules.rule import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRule:
    """Always unknown: its figure is not published, or not established. The sentence says whom to ask."""

    kind: ClassVar[str] = "ask"
    standings: ClassVar[tuple[Standing, ...]] = (Standing.UNKNOWN,)
    words: ClassVar[tuple[str, ...]] = ()

    def questions(self) -> tuple[QuestionCode, ...]:
        return ()

    def asks_this_month(self) -> QuestionCode | None:
        return None

    def comes_and_goes(self) -> bool:
        return False

    def basis(self, facts: Facts) -> Basis:  # noqa: ARG002 -- of every kind
        return None

    def assess(self, facts: Facts) -> Assessed:  # noqa: ARG002 -- of every kind
        return Assessed(Standing.UNKNOWN, {})
