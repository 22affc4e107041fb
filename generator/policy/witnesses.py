"""witnesses.yaml: figures that nothing else holds, written a second time, and why others need no witness."""

from dataclasses import dataclass
from typing import Annotated

from generator.policy.marks import Answer
from generator.policy.plain import Plain
from generator.scoring.marks import Entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A figure by its name, such as ``facts.decision_days.value``, and what it is, read once more from the source."""

    figure: str
    again: Annotated[Plain, Answer()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Excuse:
    """Figures by their names, ``*`` for any part of one, and why no second reading of them is kept."""

    figures: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessesFile:
    """All that is said of figures that could change unnoticed."""

    witnesses: Annotated[tuple[Witness, ...], Entries(0)] = ()
    excuses: Annotated[tuple[Excuse, ...], Entries(0)] = ()
