"""What each way to pull a component's levers gives on a day, kept only where nothing less gives as much."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import combinations, product

from generator.plans.components import Component
from generator.plans.levers import Lever, Value, change_month
from generator.scoring.codes import IndicatorCode
from generator.scoring.dates import month_of
from generator.scoring.facts import Answer, Facts
from generator.scoring.findings import Finding
from generator.scoring.ledger import Ledger
from generator.timeline.course import Course
from generator.timeline.going_ledger import GoingLedger, paying

type Pull = tuple[tuple[int, int], ...]
"""Levers pulled, by place, each with the place of its value."""

IMPOSSIBLE = -(10**6)
"""Points of a pull that leaves the score open: less than any person has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A pull of a component's levers: what it gains, and the most that anything less would."""

    levers: tuple[tuple[Lever, Value], ...]
    gain: int
    less: int

    @property
    def size(self) -> int:
        """Return the number of changes."""
        return len(self.levers)


@dataclass(frozen=True, slots=True)
class Ledgers:
    """The ledgers of a course, going on at other bases from the first month on that can still be chosen."""

    course: Course
    known: dict[Decimal, GoingLedger] = field(default_factory=dict)

    def on(self, day: date, base: Decimal) -> Ledger | None:
        """Return the ledger on a day if the base goes on at ``base``; None without a ledger."""
        course = self.course
        if course.ledger is None:
            return None
        if base not in self.known:
            end = month_of(course.until) + 1
            self.known[base] = paying(course.ledger, base, change_month(course), end)
        return self.known[base].on(day, course.on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulls:
    """The points of a component's pulls on one day; findings are assessed once for the levers that move them."""

    component: Component
    facts: Facts
    findings: Mapping[IndicatorCode, Finding]
    months: int
    ledgers: Ledgers
    found: dict[tuple[object, ...], int]
    """By indicator, pull and the marks that are reached; it may be one of earlier days."""
    reached: dict[Decimal | None, tuple[bool, ...]] = field(default_factory=dict)

    def key(self, most: int) -> tuple[object, ...] | None:
        """Return all that the options depend on within an edition; None where it can't be said shortly."""
        component = self.component
        if component.marks is None:
            return None
        bases = [value.to for lever in component.levers if lever.is_base for value in lever.values]
        return (
            most,
            tuple(tuple(ready) for ready in self._ready()),
            tuple(self._reached(base) for base in (None, *bases)),
            tuple(self.findings[each.code].low for each in component.indicators),
        )

    def options(self, most: int) -> list[Option]:
        """Return the pulls of at most so many levers that gain, none of which gives no more than a lesser one."""
        levers = self.component.levers
        if not levers or most < 1:
            return []
        nothing = self.component.points_of(self.findings)
        best: dict[Pull, int] = {(): nothing}
        kept = []
        for pull in self._pulls(most):
            less = max(best[lower] for lower in _lowers(pull, levers))
            points = self._points(pull)
            best[pull] = max(points, less)
            if points > less:
                chosen = tuple((levers[at], levers[at].values[value]) for at, value in pull)
                kept.append(Option(levers=chosen, gain=points - nothing, less=less - nothing))
        return kept

    def _pulls(self, most: int) -> Iterator[Pull]:
        levers, ready = self.component.levers, self._ready()
        for size in range(1, min(most, len(levers)) + 1):
            for places in combinations(range(len(levers)), size):
                if any(pair in self.component.rivals for pair in combinations(places, 2)):
                    continue
                for values in product(*(ready[place] for place in places)):
                    yield tuple(zip(places, values, strict=True))

    def _ready(self) -> list[list[int]]:
        """Return the places of the values of each lever for which enough months have passed."""
        return [
            [at for at, value in enumerate(lever.values) if value.months <= self.months]
            for lever in self.component.levers
        ]

    def _points(self, pull: Pull) -> int:
        levers, moves = self.component.levers, self.component.moves
        base = next((levers[at].values[value].to for at, value in pull if levers[at].is_base), None)
        found = {}
        for indicator in self.component.indicators:
            own = tuple(part for part in pull if part[0] in moves[indicator.code])
            if not own:
                found[indicator.code] = self.findings[indicator.code].low
                continue
            key = (indicator.code, own, self._reached(base))
            if key not in self.found:
                finding = indicator.rule.assess(self._changed(own))
                is_open = finding.low != finding.high
                self.found[key] = IMPOSSIBLE if is_open else finding.low
            found[indicator.code] = self.found[key]
        return self.component.points(found)

    def _reached(self, base: Answer | None) -> tuple[bool, ...]:
        """Return which of the marks the ledger reaches if it goes on at a base (None: the one it has)."""
        marks = self.component.marks
        if not marks:
            return ()
        assert base is None or isinstance(base, Decimal)
        if base not in self.reached:
            facts = self.facts
            ledger = facts.ledger if base is None else self.ledgers.on(facts.on, base)
            assert ledger is not None
            self.reached[base] = tuple(
                facts.ledger_months(ledger, mark.source) >= mark.months for mark in marks
            )
        return self.reached[base]

    def _changed(self, pull: Pull) -> Facts:
        answers, ledger = dict(self.facts.answers), self.facts.ledger
        for place, value in pull:
            lever = self.component.levers[place]
            to = lever.values[value].to
            if lever.is_base:
                assert isinstance(to, Decimal)
                ledger = self.ledgers.on(self.facts.on, to)
            else:
                answers[lever.code] = to
        return replace(self.facts, answers=answers, ledger=ledger)


def _lowers(pull: Pull, levers: tuple[Lever, ...]) -> Iterator[Pull]:
    """Return the pulls just below one: a lever less, or one at a value of the next lower rank."""
    for index, (place, value) in enumerate(pull):
        yield pull[:index] + pull[index + 1 :]
        values = levers[place].values
        below = [each.rank for each in values[:value] if each.rank < values[value].rank]
        for lower in range(value):
            if below and values[lower].rank == below[-1]:
                yield (*pull[:index], (place, lower), *pull[index + 1 :])
