"""readings.yaml: where the text of the policy is silent, how it can be read and what we take."""

from dataclasses import dataclass
from typing import Annotated

from generator.policy.evidence import Authority, Confidence
from generator.policy.marks import Declares
from generator.scoring.marks import Code, Entries, Key, Once, Refers
from generator.scoring.model import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingChoice:
    """One way to read a silence of the text."""

    code: Code
    says: str
    held_by: str
    authority: Authority
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What to ask a person whose facts would tell that a silence does not matter: 断缴过吗？"""

    asks: str
    question: Annotated[Code, Refers("question")]
    """Where the facts are given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingText:
    """A silence of the text, its readings and the default."""

    code: Annotated[Code, Key("reading"), Declares("reading")]
    asks: str
    clause: str
    default: Code
    settled_by: Settled | None = None
    choices: Annotated[tuple[ReadingChoice, ...], Entries(2), Once("choice")]

    @property
    def scoring(self) -> Reading:
        """What scoring needs of it."""
        codes = tuple(choice.code for choice in self.choices)
        return Reading(code=self.code, choices=codes, default=self.default)
