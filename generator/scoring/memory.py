"""Remember what rules found and how awards read: most requests of one visit share nearly all of them.

A memory never changes an answer. It holds what the same inputs gave before, and forgets everything once it is full.
"""

from dataclasses import dataclass, field

from generator.scoring.assess import assess
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding
from generator.scoring.model import (
    AccruedMonthsRule,
    FlatRule,
    Indicator,
    OptionsRule,
    PerAmountRule,
    Rule,
    VetoRule,
)

CAPACITY = 5000

type Key = tuple[object, ...]


@dataclass(slots=True)
class Remembered:
    """A finding and the texts of the awards made of it, by what else they depend on."""

    finding: Finding
    texts: dict[Key, str] = field(default_factory=dict)


@dataclass(slots=True)
class Memory:
    """Findings of one policy by all that they depend on."""

    known: dict[Key, Remembered] = field(default_factory=dict)

    def recall(self, indicator: Indicator, facts: Facts) -> Remembered:
        """Return what the indicator's rule finds in the facts, remembered where it was asked before.

        A ledger or a reading other than the default is not remembered: few requests share these.
        """
        rule = indicator.rule
        if facts.ledger is not None or not facts.by_default_readings:
            return Remembered(assess(rule, facts))
        answers = facts.answers
        day = None if is_timeless(rule) else facts.on
        key = (facts.edition.code, indicator.code, day, *map(answers.get, indicator.reads))
        known = self.known.get(key)
        if known is None:
            if len(self.known) >= CAPACITY:
                self.known.clear()
            known = self.known[key] = Remembered(assess(rule, facts))
        return known


def is_timeless(rule: Rule) -> bool:
    """Tell whether the answers alone decide what a rule finds, whatever the day."""
    match rule:
        case FlatRule() | VetoRule() | AccruedMonthsRule() | PerAmountRule():
            return True
        case OptionsRule():
            return rule.gate is None
        case _:
            return False
