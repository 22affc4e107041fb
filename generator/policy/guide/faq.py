"""guide/faq.yaml: what applicants ask, each answered in a few sentences with its clause."""

from dataclasses import dataclass
from typing import Annotated

from generator.policy.evidence import Receipt
from generator.policy.guide.entries import Cases, Group, GroupCode, Indicators, Questions
from generator.policy.marks import Declares, Inline
from generator.scoring.marks import Code, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class FrequentQuestion:
    """A question that applicants ask, answered."""

    code: Annotated[Code, Declares("code")]
    group: GroupCode
    asks: str
    answer: str
    """Markdown with references."""
    cases: Cases = ()
    indicators: Indicators = ()
    questions: Questions = ()
    """Questions of the calculator that it helps with."""
    receipt: Annotated[Receipt, Inline()]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrequentQuestions:
    """All of them, by group in the order of the file."""

    groups: tuple[Group, ...]
    questions: Annotated[tuple[FrequentQuestion, ...], Key("faq")]
