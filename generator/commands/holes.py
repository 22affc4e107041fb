"""``generator check --holes``: the figures that no case and no other figure holds, and what holds each instead."""

import sys
from collections import Counter
from collections.abc import Iterable

from generator.checking.holes import Unheld, holes
from generator.checking.view import view_of
from generator.commands.console import FINE, WRONG, say
from generator.loading import read_policy_folder
from generator.loading.policies import PlacedPolicy
from generator.paths import CACHE


def run(policies: Iterable[PlacedPolicy]) -> int:
    """Prints those of all policies; WRONG where there are such without witness or reason."""
    return max((_listed(policy) for policy in policies if not policy.is_checklist), default=FINE)


def _listed(policy: PlacedPolicy) -> int:
    """Prints those of one policy, those without witness or reason first."""
    found = holes(view_of(read_policy_folder(policy.folder, policy.shown, cache=CACHE)))
    bare = [hole for hole in found if hole.witness is None and not hole.why]
    witnessed = [hole for hole in found if hole.witness is not None]
    reasons = Counter(hole.why for hole in found if hole.witness is None and hole.why)
    lines = [
        *(f"nothing holds {_told(hole)}" for hole in bare),
        *(f"a witness holds {_told(hole)}" for hole in witnessed),
        *(f"{count} with a reason: {why}" for why, count in reasons.items()),
        _summed(len(found), len(bare), len(witnessed)),
    ]
    say("\n".join(lines) + "\n", sys.stdout)
    return WRONG if bare else FINE


def _summed(figures: int, bare: int, witnessed: int) -> str:
    return (
        f"{figures} figures: {bare} that nothing holds, {witnessed} with a witness,"
        f" {figures - bare - witnessed} with a reason"
    )


def _told(hole: Unheld) -> str:
    place = hole.place
    return f"{hole.name} = {hole.value} ({place.source.name}:{place.line}:{place.column})"
