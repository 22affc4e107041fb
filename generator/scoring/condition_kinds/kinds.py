"""The closed list of condition kinds."""

from collections.abc import Mapping
from typing import Final

from generator.scoring.condition_kinds.answer import AnswerRule
from generator.scoring.condition_kinds.ask import AskRule
from generator.scoring.condition_kinds.choice import ChoiceRule
from generator.scoring.condition_kinds.months import MonthsRule
from generator.scoring.condition_kinds.recent_months import RecentMonthsRule
from generator.scoring.condition_kinds.rule import ConditionRule
from generator.scoring.condition_kinds.this_month import ThisMonthRule


def _by_word(*kinds: type[ConditionRule]) -> Mapping[str, type[ConditionRule]]:
    return {kind.kind: kind for kind in kinds}


CONDITION_KINDS: Final = _by_word(
    AnswerRule, ChoiceRule, MonthsRule, ThisMonthRule, RecentMonthsRule, AskRule
)
"""Each kind by the word that names it in the data; mypy refuses one that lacks a member of ``ConditionRule``."""
