"""May one apply? How the conditions that an edition asks beside the points stand on a day."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from generator.scoring.condition_kinds.rule import Standing
from generator.scoring.explain import filled
from generator.scoring.facts import Facts
from generator.scoring.findings import Value
from generator.scoring.model import Condition


class Stand(NamedTuple):
    """How a condition stands, and the figures that its sentence may show."""

    condition: Condition
    standing: Standing
    words: Mapping[str, Value]

    @property
    def sentence(self) -> str:
        """Return the sentence that says why."""
        return filled(self.condition.sentences[self.standing], self.words)


def stand_of(condition: Condition, facts: Facts) -> Stand:
    """Return how a condition stands on the facts' day."""
    return Stand(condition, *condition.rule.assess(facts))


def can_apply(standings: Collection[Standing]) -> bool | None:
    """Return whether one may apply: no where a condition fails, None where none fails but one is unknown."""
    if Standing.NOT_MET in standings:
        return False
    return None if Standing.UNKNOWN in standings else True
