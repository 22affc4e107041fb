"""guide/risks.yaml: why applications come back, each as a question with what follows from its answers."""

from dataclasses import dataclass
from typing import Annotated

from generator.policy.evidence import Receipt
from generator.policy.guide.entries import Indicators
from generator.policy.marks import Declares, Inline
from generator.scoring.marks import Code, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskAnswer:
    """An answer to the question of a risk and what follows from it."""

    label: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """A reason why applications come back, as a question."""

    code: Annotated[Code, Key("risk"), Declares("risk")]
    asks: str
    safe: RiskAnswer
    risky: RiskAnswer
    unsure: RiskAnswer
    help: str = ""
    indicators: Indicators = ()
    receipt: Annotated[Receipt, Inline()]
