"""The kinds of conditions that one has to meet to apply: a closed union, without points."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final

from generator.scoring.codes import QuestionCode
from generator.scoring.marks import Key
from generator.scoring.rules.declared import CountOf, Months, YesNo

type ConditionCode = str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRule:
    """A yes-or-no question has to be answered with ``wanted``."""

    question: YesNo
    wanted: Annotated[bool, Key("is")]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsRule:
    """A count, answered or decided by the ledger, has to be at least ``months``."""

    question: CountOf
    months: Months


@dataclass(frozen=True, slots=True, kw_only=True)
class ThisMonthRule:
    """The month of the day has to be paid: by the answer to a yes-or-no question, else by the ledger."""

    question: YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentMonthsRule:
    """So many valid months in the ``window_months`` before the month of the day; only a ledger can tell."""

    months: Months
    window_months: Months


type ConditionRule = AnswerRule | MonthsRule | ThisMonthRule | RecentMonthsRule

CONDITION_KINDS: Final[Mapping[str, type[ConditionRule]]] = {
    "answer": AnswerRule,
    "months": MonthsRule,
    "this_month": ThisMonthRule,
    "recent_months": RecentMonthsRule,
}
"""Each kind by the word that names it in the data."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Condition:
    """A condition of an edition; ``sentences`` has one for each standing, with the words that its rule offers.

    Each is equal to itself only.
    """

    code: ConditionCode
    title: str
    clause: str
    certainty: str
    rule: ConditionRule
    sentences: Mapping[str, str]

    @property
    def reads(self) -> tuple[QuestionCode, ...]:
        """Return the questions whose answers the rule reads."""
        return () if isinstance(self.rule, RecentMonthsRule) else (self.rule.question,)
