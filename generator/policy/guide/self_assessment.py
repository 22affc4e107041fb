"""guide/self_assessment.yaml: the questions of the official form in its order, and why results differ."""

from dataclasses import dataclass
from typing import Annotated

from generator.policy.evidence import Receipt
from generator.policy.guide.entries import Indicators, Questions
from generator.policy.marks import Declares
from generator.scoring.marks import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialQuestion:
    """A question of the official self-assessment and those of ours that answer it."""

    asks: Annotated[str, Declares("asks")]
    questions: Questions
    indicators: Indicators
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Why the official result may differ from ours; ``lacks`` are questions of ours that the form does not ask."""

    cause: str
    says: str
    lacks: Questions = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfAssessment:
    """The official form in its order, and what to look at where its result differs."""

    receipt: Annotated[Receipt, Key("source")]
    questions: tuple[OfficialQuestion, ...]
    differs: tuple[Difference, ...]
