"""conditions/<code>.yaml: what one has to meet to apply, with its rule, source and sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from generator.policy.evidence import Receipt
from generator.policy.marks import Declares, Keys, OneOfKinds, Sources
from generator.scoring.codes import QuestionCode
from generator.scoring.condition_kinds.kinds import CONDITION_KINDS
from generator.scoring.condition_kinds.rule import ConditionRule
from generator.scoring.marks import Code, Key
from generator.scoring.model import Condition

STANDINGS = ("met", "not_met", "unknown")
"""The sentences that each condition has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionFile:
    """What the file of a condition says."""

    code: Annotated[Code, Key("condition"), Declares("condition")]
    title: str
    clause: str
    source: Annotated[Receipt, Sources()]
    rule: Annotated[ConditionRule, OneOfKinds(CONDITION_KINDS)]
    sentences: Annotated[Mapping[str, str], Keys(STANDINGS)]

    @property
    def reads(self) -> tuple[QuestionCode, ...]:
        """The questions whose answers the rule reads."""
        return self.rule.questions()

    @property
    def scoring(self) -> Condition:
        """What scoring needs of it."""
        return Condition(
            code=self.code,
            title=self.title,
            clause=self.clause,
            certainty=self.source.authority.value,
            rule=self.rule,
            reads=self.reads,
            sentences=self.sentences,
        )
