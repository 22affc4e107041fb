"""guide/papers.yaml: what to bring, who has to bring it, and which answers make it necessary."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from generator.guidance.guidance import PaperToBring
from generator.policy.evidence import Receipt
from generator.policy.guide.entries import Condition, Indicators
from generator.policy.marks import Declares, Inline
from generator.scoring.marks import Code, Key


class PaperFrom(StrEnum):
    """Who has to bring a paper."""

    SELF = "self"
    EMPLOYER = "employer"
    SPOUSE = "spouse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Something to bring. Without indicators it is for everyone; ``when`` holds where any of its conditions does."""

    code: Annotated[Code, Key("paper"), Declares("paper")]
    name: str
    from_: PaperFrom
    says: str = ""
    indicators: Indicators = ()
    when: tuple[Condition, ...] = ()
    receipt: Annotated[Receipt, Inline()]

    @property
    def scoring(self) -> PaperToBring:
        """The paper as answers and points call for it."""
        return PaperToBring(
            code=self.code,
            name=self.name,
            from_=self.from_.value,
            indicators=self.indicators,
            when=tuple(condition.scoring for condition in self.when),
        )
