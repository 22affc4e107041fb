"""conditions/<code>.yaml: what one has to meet to apply, with its rule, source and sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from generator.policy.evidence import Receipt
from generator.policy.marks import Declares, Keys, OneOfKinds, Sources
from generator.scoring.condition_kinds import (
    CONDITION_KINDS,
    AnswerRule,
    Condition,
    ConditionRule,
    MonthsRule,
    RecentMonthsRule,
    ThisMonthRule,
)
from generator.scoring.marks import Code, Key

STANDINGS = ("met", "not_met", "unknown")
"""The sentences that each condition has."""

CONDITION_WORDS: Mapping[type, tuple[str, ...]] = {
    AnswerRule: (),
    MonthsRule: ("needed", "months"),
    ThisMonthRule: (),
    RecentMonthsRule: ("needed", "months", "window_months"),
}
"""The words in braces that the sentences of each kind of rule may use; ``months`` only where they are known."""


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
    def scoring(self) -> Condition:
        """What scoring needs of it."""
        return Condition(
            code=self.code,
            title=self.title,
            clause=self.clause,
            certainty=self.source.authority.value,
            rule=self.rule,
            sentences=self.sentences,
        )
