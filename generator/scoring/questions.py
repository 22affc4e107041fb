"""The questions that a policy asks: what an answer is, what a ledger decides, what goes on by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from generator.scoring.codes import Month, QuestionCode
from generator.scoring.marks import Count, Exact, InSnake, Refers


class Kind(StrEnum):
    """What an answer is."""

    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes_no"
    COUNT = "count"
    AMOUNT = "amount"
    PERCENT = "percent"
    DATES = "dates"
    LEDGER = "ledger"


@dataclass(frozen=True, slots=True, kw_only=True)
class FromLedger:
    """How the contribution ledger decides a count: valid months of the last ``window_months`` at ``multiple`` × R.

    Without a window all months before the day count, without a multiple any base does.
    ``beside_ledger``: an answer may stand beside a ledger and then goes first.
    """

    window_months: Count | None = None
    multiple: Annotated[Decimal, Exact()] | None = None
    beside_ledger: bool = False

    def first_month(self, end: Month) -> Month:
        """Return the first month that counts where the window ends just before ``end``; 0 without a window."""
        return 0 if self.window_months is None else end - self.window_months


class Growth(StrEnum):
    """When a count goes up by one with each month: in any case, or only where it is above 0."""

    ALWAYS = "always"
    ONCE_BEGUN = "once_begun"


class Changeable(StrEnum):
    """How an answer can be changed: at once, or by at most one month with each month that passes."""

    NOW = "now"
    WITH_TIME = "with_time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Growing:
    """How a count goes on as time passes, and what that assumes, in words."""

    when: Growth
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithinLife:
    """A count of months that can begin at an age only: full years since the date that ``since`` asks for."""

    since: Annotated[str, InSnake(), Refers("question")]
    from_age: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question; ``plausible`` bounds a range while an answer that the law leaves unbounded is missing.

    For a date it is the most years that may have passed since then. ``ease`` is 1 where most people know the answer at
    once, 3 where they have to look it up.
    """

    code: QuestionCode
    kind: Kind
    label: str
    unit: str
    """What a number counts, such as 次, or what full years since a date are called; empty where the data says nothing."""
    choices: Mapping[str, str]
    """The choices' codes and labels, in order."""
    at_least: int
    at_most: int | None
    plausible: int | None
    from_ledger: FromLedger | None
    grows: Growing | None
    within_life: WithinLife | None
    ease: int
    changeable: Changeable | None
    """None: nobody can choose it."""

    @property
    def years(self) -> str:
        """Return what full years since the date that it asks for are called."""
        return self.unit or "年"

    @property
    def highest(self) -> int:
        """Return the largest number that can be answered, or that is plausible where the law sets no bound."""
        end = self.plausible if self.at_most is None else self.at_most
        assert end is not None, self.code
        return end
