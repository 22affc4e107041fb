"""May one apply? How the conditions that an edition asks beside the points stand on a day."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, assert_never

from generator.scoring.condition_kinds import (
    AnswerRule,
    Condition,
    ConditionRule,
    MonthsRule,
    RecentMonthsRule,
    ThisMonthRule,
)
from generator.scoring.dates import month_of
from generator.scoring.explain import Words
from generator.scoring.facts import Facts
from generator.scoring.findings import Value
from generator.scoring.unanswered import UNANSWERED


class Standing(StrEnum):
    """How a condition stands on a day."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


class Stand(NamedTuple):
    """How a condition stands, and the figures that its sentence may show."""

    condition: Condition
    standing: Standing
    words: Mapping[str, Value]

    @property
    def sentence(self) -> str:
        """Return the sentence that says why."""
        return self.condition.sentences[self.standing].format_map(Words(self.words))


def stand_of(condition: Condition, facts: Facts) -> Stand:
    """Return how a condition stands on the facts' day."""
    return Stand(condition, *_assessed(condition.rule, facts))


def can_apply(standings: Iterable[Standing]) -> bool | None:
    """Return whether one may apply: no where a condition is not met, None where none is but one is unknown."""
    found = set(standings)
    if Standing.NOT_MET in found:
        return False
    return None if Standing.UNKNOWN in found else True


def follows_data(rule: ConditionRule) -> bool:
    """Tell whether the condition can come and go as months pass, with nothing answered anew."""
    return not isinstance(rule, AnswerRule)


def _assessed(rule: ConditionRule, facts: Facts) -> tuple[Standing, Mapping[str, Value]]:
    match rule:
        case AnswerRule():
            answer = facts.yes(rule.question)
            if answer is UNANSWERED:
                return Standing.UNKNOWN, {}
            return _standing(is_met=answer == rule.wanted), {}
        case MonthsRule():
            months = facts.months(rule.question)
            words: dict[str, Value] = {"needed": rule.months}
            if not months.is_exact:
                return Standing.UNKNOWN, words
            return _standing(is_met=months.low >= rule.months), words | {"months": months.low}
        case ThisMonthRule():
            answer = facts.yes(rule.question)
            if answer is UNANSWERED and facts.ledger is None:
                return Standing.UNKNOWN, {}
            if answer is UNANSWERED:
                assert facts.ledger is not None
                answer = facts.ledger.covers(month_of(facts.on))
            return _standing(is_met=answer), {}
        case RecentMonthsRule():
            words = {"needed": rule.months, "window_months": rule.window_months}
            if facts.ledger is None:
                return Standing.UNKNOWN, words
            month = month_of(facts.on)
            count = facts.ledger.months(None, month - rule.window_months, month)
            return _standing(is_met=count >= rule.months), words | {"months": count}
        case _:
            assert_never(rule)


def _standing(*, is_met: bool) -> Standing:
    return Standing.MET if is_met else Standing.NOT_MET
