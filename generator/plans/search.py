"""Search for the sets of steps that bring the standard score and of which nothing can be left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from sys import maxsize

from generator.plans.points import Points
from generator.plans.steps import Pace, Step

MOST_CHANGES = 3
"""Of a plan; waiting is one of them."""

NEVER = maxsize
"""The place of a day that does not come."""

type Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Steps that are taken on the course's first day, and the first day on which they bring the standard score."""

    steps: Steps
    day: date


def plans_of(points: Points, steps: Steps, *, may_wait: bool) -> Iterator[Plan]:
    """Return the minimal plans: every set of steps that passes earlier than each smaller set does.

    Smaller is a set with a step left out, or with one that asks less in its place. Each plan has the earliest day on
    which its steps pass.
    """
    search = _Search(
        points=points,
        steps=steps,
        end=len(points.days) if may_wait else 1,
        next_smaller={step: _next_smaller(step, steps) for step in steps},
    )
    for chosen in search.sets():
        place = search.first(chosen)
        if place < search.first_of_smaller(chosen):
            yield Plan(steps=chosen, day=points.days[place])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """The sets of steps and when each passes; ``end`` is the number of days that may be used."""

    points: Points
    steps: Steps
    end: int
    next_smaller: Mapping[Step, Steps]
    known: dict[Steps, int] = field(default_factory=dict)
    earliest: dict[Steps, int] = field(default_factory=dict)

    def sets(self) -> Iterator[Steps]:
        """Return the sets that can be a plan: up to two steps with or without waiting, or three without."""
        yield ()
        if self.first(()) == 0:
            return
        yield from ((step,) for step in self.steps)
        more = [step for step in self.steps if self.first((step,)) > 0]
        at_once = [step for step in more if step.pace is Pace.AT_ONCE]
        for chosen in (*combinations(more, 2), *combinations(at_once, MOST_CHANGES)):
            if len({step.code for step in chosen}) == len(chosen):
                yield chosen

    def first(self, chosen: Steps) -> int:
        """Return the place of the first day on which a set passes, if that is before any set without one of its steps."""
        if chosen not in self.known:
            end = self.end if len(chosen) < MOST_CHANGES else 1
            for at in range(len(chosen)):
                end = min(end, self.first((*chosen[:at], *chosen[at + 1 :])))
            place = self.points.first_passing(chosen, end)
            self.known[chosen] = NEVER if place is None else place
        return self.known[chosen]

    def first_of_smaller(self, chosen: Steps) -> int:
        """Return the place of the first day on which any smaller set passes."""
        if chosen not in self.earliest:
            self.earliest[chosen] = min(
                (
                    min(self.first(each), self.first_of_smaller(each))
                    for each in self._smaller(chosen)
                ),
                default=NEVER,
            )
        return self.earliest[chosen]

    def _smaller(self, chosen: Steps) -> Iterator[Steps]:
        """Return the sets with one step left out, and with the next smaller step in the place of one."""
        for at, step in enumerate(chosen):
            before, after = chosen[:at], chosen[at + 1 :]
            yield (*before, *after)
            for other in self.next_smaller[step]:
                yield (*before, other, *after)


def _next_smaller(step: Step, steps: Sequence[Step]) -> Steps:
    """Return the steps that ask less than one and more than all others that do."""
    smaller = [other for other in steps if other.asks_less(step)]
    highest = max((other.rank for other in smaller), default=None)
    return tuple(other for other in smaller if other.rank == highest)
