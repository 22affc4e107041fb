"""guide/claims.yaml: what people read elsewhere, each with a verdict, a clause and cases that show it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from generator.policy.cases import Expectation
from generator.policy.evidence import Receipt
from generator.policy.guide.entries import Cases, Group, GroupCode, Indicators
from generator.policy.marks import Declares, Inline
from generator.scoring.marks import Code, Key


class ClaimVerdict(StrEnum):
    """What the text of the policy makes of a claim."""

    RIGHT = "right"
    INCOMPLETE = "incomplete"
    WRONG = "wrong"
    NOT_ESTABLISHED = "not_established"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What people read elsewhere, and what is so."""

    code: Annotated[Code, Key("claim"), Declares("claim")]
    group: GroupCode
    says: str
    """The claim in our words, or its few words in quotation marks."""
    verdict: ClaimVerdict
    answer: str
    """Markdown with references."""
    cases: Cases = ()
    claimed: Expectation | None = None
    """What the claim makes of its first case: a right one of what comes out, a wrong one of something else."""
    see: Code = ""
    """The frequent question that tells the whole; empty where the claim's own answer does."""
    indicators: Indicators = ()
    receipt: Annotated[Receipt, Inline()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """All claims, by group in the order of the file."""

    groups: tuple[Group, ...]
    claims: tuple[Claim, ...]
