"""guide/deadlines.yaml: days by which the standard score has to stand, counted from a year that a person names."""

from dataclasses import dataclass
from typing import Annotated

from generator.guidance.guidance import DueDay
from generator.policy.evidence import Receipt
from generator.policy.marks import Declares, Inline
from generator.scoring.marks import Code, Count, Key, Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """Such a day of each year, as it was in years that are known; ``asks`` for the year that it is counted from."""

    code: Annotated[Code, Key("deadline"), Declares("deadline")]
    title: str
    asks: str
    years_before: Count = 0
    """So many years before the one that is named."""
    month: Annotated[int, Whole(at_least=1, at_most=12)]
    day: Annotated[int, Whole(at_least=1, at_most=31)]
    says: str
    """On which days it was, in words."""
    needs: str
    """What has to stand by then, beside the score."""
    breaks: str
    """What would undo it."""
    receipt: Annotated[Receipt, Inline()]

    @property
    def scoring(self) -> DueDay:
        """The day as a person's timeline is held against it."""
        return DueDay(
            code=self.code,
            title=self.title,
            years_before=self.years_before,
            month=self.month,
            day=self.day,
            says=self.says,
            needs=self.needs,
            breaks=self.breaks,
            authority=self.receipt.authority.value,
        )
