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
from generator.scoring.rules.rule import Basis
from generator.scoring.verdict import Award, Share, share_alone, share_of

CAPACITY = 5000


@dataclass(slots=True)
class Lately[Kind, Value]:
    """What was asked lately: it forgets what was not asked again while so many others were."""

    young: dict[tuple[Kind, Basis], Value] = field(default_factory=dict)
    old: dict[tuple[Kind, Basis], Value] = field(default_factory=dict)

    def get(self, key: tuple[Kind, Basis]) -> Value | None:
        """Return what is remembered; None where it is not, or no more."""
        return self.young.get(key) or self.older(key)

    def older(self, key: tuple[Kind, Basis]) -> Value | None:
        """Return what is remembered from before, and keep it among what is young."""
        found = self.old.get(key)
        return None if found is None else self.keep(key, found)

    def keep(self, key: tuple[Kind, Basis], value: Value) -> Value:
        """Remember a value, and return it."""
        if len(self.young) >= CAPACITY:
            self.old, self.young = self.young, {}
        self.young[key] = value
        return value


class Remembered(NamedTuple):
    """A block's share, and the JSON texts of its awards with commas between them."""

    share: Share
    awards: str


@dataclass(slots=True)
class Memory:
    """What the rules and conditions of one policy gave for the people asked about lately."""

    known: Lately[Indicator, Finding] = field(default_factory=Lately)
    blocks: Lately[Block, Remembered] = field(default_factory=Lately)
    stands: Lately[Condition, WrittenStand] = field(default_factory=Lately)
    frames: dict[Indicator, AwardFrame] = field(default_factory=dict)

    def finding(self, indicator: Indicator, facts: Facts) -> Finding:
        """Return what an indicator's rule finds in the facts."""
        return self._finding(indicator, indicator.basis(facts), facts)

    def findings(self, edition: Edition, facts: Facts) -> dict[IndicatorCode, Finding]:
        """Return what all rules of an edition find in the facts."""
        return {each.code: self.finding(each, facts) for each in edition.indicators}

    def recall(self, edition: Edition, facts: Facts) -> Iterator[Remembered]:
        """Yield what each block of an edition contributes."""
        known = self.blocks
        for block in edition.blocks:
            bases = tuple([each.basis(facts) for each in block.indicators])
            key = block, bases
            yield (
                known.young.get(key)
                or known.older(key)
                or known.keep(key, self._settled(block, bases, edition, facts))
            )

    def recall_stands(self, edition: Edition, facts: Facts) -> Iterator[WrittenStand]:
        """Yield how each condition of an edition stands."""
        known = self.stands
        for condition in edition.conditions:
            key = condition, condition.rule.basis(facts)
            yield (
                known.young.get(key)
                or known.older(key)
                or known.keep(key, write_stand(stand_of(condition, facts)))
            )

    def _finding(self, indicator: Indicator, basis: Basis, facts: Facts) -> Finding:
        key = indicator, basis
        return self.known.get(key) or self.known.keep(key, indicator.assess(facts))

    def _settled(
        self, block: Block, bases: tuple[Basis, ...], edition: Edition, facts: Facts
    ) -> Remembered:
        """Return what a block contributes; the finding of one that stands alone is remembered with it."""
        if len(bases) == 1:
            share = share_alone(block.indicators[0], block.indicators[0].assess(facts))
        else:
            members = zip(block.indicators, bases, strict=True)
            share = share_of(
                block, {each.code: self._finding(each, basis, facts) for each, basis in members}
            )
        return Remembered(share, ",".join([self._text(award, edition) for award in share.awards]))

    def _text(self, award: Award, edition: Edition) -> str:
        frame = self.frames.get(award.indicator)
        if frame is None:
            frame = self.frames[award.indicator] = frame_of(award.indicator)
        return write_award(award, edition, frame)
