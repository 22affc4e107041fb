"""Remember how blocks of indicators and conditions came out and read: most requests of one visit share nearly all.

A memory never changes an answer. It holds what the same inputs gave before, and forgets everything once it is full.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.scoring.conditions import stand_of
from generator.scoring.document import WrittenStand, write_award, write_stand
from generator.scoring.facts import Facts
from generator.scoring.model import Block, Edition
from generator.scoring.verdict import Share, share_of

CAPACITY = 5000

type Key = tuple[object, ...]


class Remembered(NamedTuple):
    """A block's share, and the JSON texts of its awards with commas between them."""

    share: Share
    awards: str


@dataclass(slots=True)
class Memory:
    """What the blocks of one policy contribute and how its conditions stand, by all that it depends on."""

    known: dict[Key, Remembered] = field(default_factory=dict)
    stands: dict[Key, WrittenStand] = field(default_factory=dict)

    def recall(self, edition: Edition, facts: Facts) -> Iterator[Remembered]:
        """Yield what each block of the edition contributes, remembered where it was asked before.

        What a ledger decides, or a reading other than the default, is not remembered: few requests share it.
        """
        known, on, answer = self.known, facts.on, facts.answers.get
        has_ledger, is_default = facts.ledger is not None, facts.by_default_readings
        for block in edition.blocks:
            if not is_default or (has_ledger and block.asks_ledger):
                yield _settle(block, edition, facts)
                continue
            key = (block, None if block.is_timeless else on, *map(answer, block.reads))
            found = known.get(key)
            if found is None:
                if len(known) >= CAPACITY:
                    known.clear()
                found = known[key] = _settle(block, edition, facts)
            yield found

    def recall_stands(self, edition: Edition, facts: Facts) -> Iterator[WrittenStand]:
        """Yield how each condition of the edition stands; what a ledger may decide is not remembered."""
        stands, answer = self.stands, facts.answers.get
        for condition in edition.conditions:
            if facts.ledger is not None:
                yield write_stand(stand_of(condition, facts))
                continue
            key = (condition, *map(answer, condition.reads))
            found = stands.get(key)
            if found is None:
                if len(stands) >= CAPACITY:
                    stands.clear()
                found = stands[key] = write_stand(stand_of(condition, facts))
            yield found


def _settle(block: Block, edition: Edition, facts: Facts) -> Remembered:
    findings = {indicator.code: indicator.rule.assess(facts) for indicator in block.indicators}
    share = share_of(block, findings)
    return Remembered(share, ",".join(write_award(award, edition) for award in share.awards))
