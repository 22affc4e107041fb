"""Remember what rules found, what blocks contribute and how conditions stand: most people share nearly all of it.

Remembered is by what a finding depends on, which rules say themselves (``basis``), and not by the day. A memory never
changes an answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.scoring.codes import IndicatorCode
from generator.scoring.conditions import stand_of
from generator.scoring.document import AwardFrame, WrittenStand, frame_of, write_award, write_stand
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding
from generator.scoring.model import Block, Condition, Edition, Indicator
from generator.scoring.outstanding import Waits, waits_of
from generator.scoring.rules.rule import Basis
from generator.scoring.verdict import Award, Sums, share_alone, share_of

CAPACITY = 700
"""Of one indicator, block or condition: what many people share of it is kept, whatever they have of another one."""


@dataclass(slots=True)
class Lately[Value]:
    """What was asked lately: it forgets what was not asked again while so many others were."""

    capacity: int
    young: dict[Basis, Value] = field(default_factory=dict)
    old: dict[Basis, Value] = field(default_factory=dict)

    def get(self, basis: Basis) -> Value | None:
        """Return what is remembered; None where it is not, or no more."""
        return self.young.get(basis) or self.older(basis)

    def older(self, basis: Basis) -> Value | None:
        """Return what is remembered from before, and keep it among what is young."""
        found = self.old.get(basis)
        return None if found is None else self.keep(basis, found)

    def keep(self, basis: Basis, value: Value) -> Value:
        """Remember a value, and return it."""
        if len(self.young) >= self.capacity:
            self.old, self.young = self.young, {}
        self.young[basis] = value
        return value


class Remembered(NamedTuple):
    """What a block comes to, its awards as JSON in UTF-8 with commas between them, and what it waits for."""

    sums: Sums
    awards: bytes
    waits: Waits | None


@dataclass(slots=True)
class Memory:
    """What the rules and conditions of one policy gave for the people asked about lately."""

    capacity: int = CAPACITY
    known: dict[Indicator, Lately[Finding]] = field(default_factory=dict)
    texts: dict[Indicator, Lately[bytes]] = field(default_factory=dict)
    blocks: dict[Block, Lately[Remembered]] = field(default_factory=dict)
    stands: dict[Condition, Lately[WrittenStand]] = field(default_factory=dict)
    frames: dict[Indicator, AwardFrame] = field(default_factory=dict)

    def finding(self, indicator: Indicator, facts: Facts) -> Finding:
        """Return what an indicator's rule finds in the facts."""
        return self._finding(indicator, indicator.basis(facts), facts)

    def findings(self, edition: Edition, facts: Facts) -> dict[IndicatorCode, Finding]:
        """Return what all rules of an edition find in the facts."""
        table, found = self.known, {}
        for each in edition.indicators:
            known = table.get(each) or table.setdefault(each, Lately(self.capacity))
            basis = each.basis(facts)
            found[each.code] = (
                known.young.get(basis)
                or known.older(basis)
                or known.keep(basis, each.assess(facts))
            )
        return found

    def recall(self, edition: Edition, facts: Facts) -> Iterator[Remembered]:
        """Yield what each block of an edition contributes."""
        table = self.blocks
        for block in edition.blocks:
            known = table.get(block) or table.setdefault(block, Lately(self.capacity))
            bases = tuple([each.basis(facts) for each in block.indicators])
            yield (
                known.young.get(bases)
                or known.older(bases)
                or known.keep(bases, self._settled(block, bases, edition, facts))
            )

    def recall_stands(self, edition: Edition, facts: Facts) -> Iterator[WrittenStand]:
        """Yield how each condition of an edition stands."""
        table = self.stands
        for condition in edition.conditions:
            known = table.get(condition) or table.setdefault(condition, Lately(self.capacity))
            basis = condition.rule.basis(facts)
            yield (
                known.young.get(basis)
                or known.older(basis)
                or known.keep(basis, write_stand(stand_of(condition, facts)))
            )

    def _finding(self, indicator: Indicator, basis: Basis, facts: Facts) -> Finding:
        known = self.known.get(indicator) or self.known.setdefault(indicator, Lately(self.capacity))
        return known.get(basis) or known.keep(basis, indicator.assess(facts))

    def _settled(
        self, block: Block, bases: tuple[Basis, ...], edition: Edition, facts: Facts
    ) -> Remembered:
        """Return what a block contributes; the finding of one that stands alone is remembered with it."""
        if len(bases) == 1:
            share = share_alone(block.indicators[0], block.indicators[0].assess(facts))
            awards = self._written(share.awards[0], edition)
        else:
            members = zip(block.indicators, bases, strict=True)
            share = share_of(
                block, {each.code: self._finding(each, basis, facts) for each, basis in members}
            )
            settled = zip(share.awards, bases, strict=True)
            awards = b",".join([self._text(*each, edition) for each in settled])
        return Remembered(share.sums, awards, waits_of(block, share, facts))

    def _text(self, award: Award, basis: Basis, edition: Edition) -> bytes:
        """Return the text of an award in a group: most are settled as they were for others of the same finding."""
        indicator, key = award.indicator, (basis, award[2:])
        known = self.texts.get(indicator) or self.texts.setdefault(indicator, Lately(self.capacity))
        return known.get(key) or known.keep(key, self._written(award, edition))

    def _written(self, award: Award, edition: Edition) -> bytes:
        frame = self.frames.get(award.indicator)
        if frame is None:
            frame = self.frames[award.indicator] = frame_of(award.indicator)
        return write_award(award, edition, frame)
