"""What a kind of condition has to say of itself: one module a kind answers all of it, and everybody else asks it.

Nothing here has a default, so that mypy refuses a kind that forgets a member.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar, NamedTuple, Protocol

from generator.scoring.codes import QuestionCode
from generator.scoring.facts import Facts
from generator.scoring.findings import Value
from generator.scoring.rules.rule import Basis


class Standing(StrEnum):
    """How a condition stands on a day."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


class Assessed(NamedTuple):
    """How a condition stands, and the figures that its sentence may show."""

    standing: Standing
    words: Mapping[str, Value]


class ConditionRule(Protocol):
    """The rule of a condition: a frozen dataclass whose fields are the keys of the data file."""

    kind: ClassVar[str]
    """How the data names the kind."""
    standings: ClassVar[tuple[Standing, ...]]
    """How a condition of this kind can stand at all."""
    words: ClassVar[tuple[str, ...]]
    """The words in braces that its sentences may use; ``months`` only where they are known."""

    def questions(self) -> tuple[QuestionCode, ...]:
        """Return the questions whose answers the rule reads."""

    def asks_this_month(self) -> QuestionCode | None:
        """Return the question whose answer speaks of the day's own month alone; None where none does."""

    def comes_and_goes(self) -> bool:
        """Tell whether months that pass can change how the condition stands, with nothing answered anew."""

    def basis(self, facts: Facts, /) -> Basis:
        """Return all in the facts that the standing depends on, as a rule of an indicator does."""

    def assess(self, facts: Facts, /) -> Assessed:
        """Return how the condition stands."""


def stands(*, is_met: bool) -> Standing:
    """Return how a condition stands of which all is known."""
    return Standing.MET if is_met else Standing.NOT_MET
