"""Remember what rules found and how awards read: most requests of one visit share nearly all of them.

A memory never changes an answer. It holds what the same inputs gave before, and forgets everything once it is full.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.scoring.assess import assess
from generator.scoring.codes import IndicatorCode
from generator.scoring.document import write_award
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding
from generator.scoring.model import Edition, Indicator
from generator.scoring.rule_kinds import (
    AccruedMonthsRule,
    FlatRule,
    OptionsRule,
    PerAmountRule,
    Rule,
    VetoRule,
)
from generator.scoring.verdict import Award, award_of

CAPACITY = 5000

type Key = tuple[object, ...]


@dataclass(slots=True)
class Remembered:
    """A finding, and the texts of the awards made of it by all that these add.

    ``award`` and ``text`` are there where nothing excludes the indicator: then the finding alone decides them.
    """

    finding: Finding
    award: Award | None
    text: str
    texts: dict[Key, str] = field(default_factory=dict)

    def settle(
        self, indicator: Indicator, edition: Edition, findings: Mapping[IndicatorCode, Finding]
    ) -> tuple[Award, str]:
        """Return the award of the finding beside the others, and its text."""
        if self.award is not None:
            return self.award, self.text
        award = award_of(indicator, edition, findings)
        text = self.texts.get(award.own)
        if text is None:
            text = self.texts[award.own] = write_award(award, edition)
        return award, text


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
            return _remember(indicator, facts)
        answers = facts.answers
        day = None if is_timeless(rule) else facts.on
        key = (facts.edition.code, indicator.code, day, *map(answers.get, indicator.reads))
        known = self.known.get(key)
        if known is None:
            if len(self.known) >= CAPACITY:
                self.known.clear()
            known = self.known[key] = _remember(indicator, facts)
        return known


def _remember(indicator: Indicator, facts: Facts) -> Remembered:
    finding = assess(indicator.rule, facts)
    if indicator.code in facts.edition.exclusive_of:
        return Remembered(finding, None, "")
    award = award_of(indicator, facts.edition, {indicator.code: finding})
    return Remembered(finding, award, write_award(award, facts.edition))


def is_timeless(rule: Rule) -> bool:
    """Tell whether the answers alone decide what a rule finds, whatever the day."""
    match rule:
        case FlatRule() | VetoRule() | AccruedMonthsRule() | PerAmountRule():
            return True
        case OptionsRule():
            return rule.gate is None
        case _:
            return False
