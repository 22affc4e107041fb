"""Condition kind ``recent_months``: enough valid months shortly before the month of the day."""

from dataclasses import dataclass
from typing import ClassVar

from generator.scoring.codes import QuestionCode
from generator.scoring.condition_kinds.rule import Assessed, Standing, stands
from generator.scoring.dates import month_of
from generator.scoring.facts import Facts
from generator.scoring.rules.declared import Months
from generator.scoring.rules.rule import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentMonthsRule:
    """So many valid months in the ``window_months`` before the month of the day; only a ledger can tell."""

    kind: ClassVar[str] = "recent_months"
    standings: ClassVar[tuple[Standing, ...]] = tuple(Standing)
    words: ClassVar[tuple[str, ...]] = ("needed", "months", "window_months")

    months: Months
    window_months: Months

    def questions(self) -> tuple[QuestionCode, ...]:
        return ()

    def asks_this_month(self) -> QuestionCode | None:
        return None

    def comes_and_goes(self) -> bool:
        return True

    def basis(self, facts: Facts) -> Basis:
        return self._count(facts)

    def assess(self, facts: Facts) -> Assessed:
        words = {"needed": self.months, "window_months": self.window_months}
        count = self._count(facts)
        if count is None:
            return Assessed(Standing.UNKNOWN, words)
        return Assessed(stands(is_met=count >= self.months), {**words, "months": count})

    def _count(self, facts: Facts) -> int | None:
        if facts.ledger is None:
            return None
        month = month_of(facts.on)
        return facts.ledger.months(None, month - self.window_months, month)
