"""Indicators whose points hang together, and the levers that move them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.plans.levers import Lever, base_lever, levers_of
from generator.scoring.codes import IndicatorCode, QuestionCode
from generator.scoring.findings import Finding
from generator.scoring.model import Edition, Indicator
from generator.scoring.questions import FromLedger
from generator.timeline.course import Course, Stretch
from generator.timeline.days import ahead_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """So many months of the ledger, in a window at a multiple, that a rule asks for."""

    source: FromLedger
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """Indicators that exclude each other or share a lever; no other indicator's points depend on theirs.

    ``groups`` are those of which the best counts; ``is_steady`` where no lever gives more as time passes.
    """

    indicators: tuple[Indicator, ...]
    alone: tuple[IndicatorCode, ...]
    groups: tuple[tuple[IndicatorCode, ...], ...]
    levers: tuple[Lever, ...]
    moves: Mapping[IndicatorCode, tuple[int, ...]]
    """The places of the levers that each indicator's points depend on."""
    rivals: frozenset[tuple[int, int]]
    """Places of two levers that move only indicators that exclude each other: one of them is pulled for nothing."""
    days: frozenset[date]
    """The days on which what its rules find may change, whatever is answered."""
    is_steady: bool
    marks: tuple[Mark, ...] | None
    """Where these are reached or not, the same pull gives the same on every day; None where more decides."""

    def points(self, found: Mapping[IndicatorCode, int]) -> int:
        """Return what the indicators give together."""
        return sum(found[code] for code in self.alone) + sum(
            max(found[code] for code in group) for group in self.groups
        )

    def points_of(self, findings: Mapping[IndicatorCode, Finding]) -> int:
        """Return what the findings give together."""
        return self.points({each.code: findings[each.code].low for each in self.indicators})


def components_of(
    course: Course, stretch: Stretch, excluded: Collection[IndicatorCode]
) -> tuple[Component, ...]:
    """Return all indicators of the stretch's edition, sorted into components."""
    edition = stretch.edition
    struck = _struck(edition, excluded)
    by_base = [each for each in edition.indicators if depends_on_base(each, course, stretch)]
    own = [each for each in by_base if rewards_months(each, course)]
    base = None
    if own and not any(each.code in excluded for each in own):
        base = base_lever(course, stretch, own[0])
    levers: dict[IndicatorCode, list[Lever]] = {}
    for indicator in edition.indicators:
        found = levers_of(indicator, course, stretch)
        levers[indicator.code] = [lever for lever in found if lever.code not in struck]
        if base is not None and indicator in by_base:
            levers[indicator.code].append(base)
    return tuple(
        _component(
            [each for each in edition.indicators if each.code in codes], levers, course, stretch
        )
        for codes in _joined(edition, levers)
    )


def _struck(edition: Edition, excluded: Collection[IndicatorCode]) -> set[QuestionCode]:
    return {code for each in edition.indicators if each.code in excluded for code in each.reads}


def depends_on_base(indicator: Indicator, course: Course, stretch: Stretch) -> bool:
    """Tell whether another base of the months to come moves the indicator; any does where none went on."""
    if course.ledger is None:
        return False
    any_base = course.ledger.base is None
    sources = [
        stretch.edition.questions[code].from_ledger
        for code in indicator.reads
        if code not in stretch.answers
    ]
    return any(each is not None and (any_base or each.multiple is not None) for each in sources)


def rewards_months(indicator: Indicator, course: Course) -> bool:
    """Tell whether months at a base give points by themselves."""
    needed = indicator.rule.needed(course.readings) or ()
    return any(each.points is not None for each in needed)


def _joined(
    edition: Edition, levers: Mapping[IndicatorCode, Iterable[Lever]]
) -> Iterator[frozenset[IndicatorCode]]:
    """Return the sets of indicators that exclude each other or have a lever in common."""
    parts = [frozenset((indicator.code,)) for indicator in edition.indicators]
    links = [frozenset(group.members) for group in edition.exclusive]
    by_lever: dict[QuestionCode, set[IndicatorCode]] = {}
    for indicator, own in levers.items():
        for lever in own:
            by_lever.setdefault(lever.code, set()).add(indicator)
    for link in (*links, *by_lever.values()):
        touched = [part for part in parts if part & link]
        parts = [part for part in parts if not part & link]
        parts.append(frozenset().union(*touched))
    yield from parts


def _component(
    indicators: list[Indicator],
    levers: Mapping[IndicatorCode, list[Lever]],
    course: Course,
    stretch: Stretch,
) -> Component:
    codes = tuple(indicator.code for indicator in indicators)
    groups = tuple(
        group.members for group in stretch.edition.exclusive if group.members[0] in codes
    )
    grouped = {code for group in groups for code in group}
    own = {lever.code: lever for code in codes for lever in levers[code]}
    places = {code: place for place, code in enumerate(own)}
    ahead = ahead_of(course, stretch)
    days = frozenset(
        day
        for each in indicators
        for day in each.rule.days_of_change(ahead)
        if levers[each.code] and stretch.first < day <= stretch.last
    )
    takes_time = any(value.months for lever in own.values() for value in lever.values)
    return Component(
        indicators=tuple(indicators),
        alone=tuple(code for code in codes if code not in grouped),
        groups=groups,
        levers=tuple(own.values()),
        moves={code: tuple(places[lever.code] for lever in levers[code]) for code in codes},
        rivals=frozenset(_rivals(groups, levers, places)),
        days=days,
        is_steady=not days and not takes_time,
        marks=_marks([each for each in indicators if levers[each.code]], course, stretch),
    )


def _marks(
    indicators: list[Indicator], course: Course, stretch: Stretch
) -> tuple[Mark, ...] | None:
    found = []
    for indicator in indicators:
        needed = indicator.rule.needed(course.readings)
        if needed is None or any(each.above is not None for each in needed):
            return None
        for each in needed:
            source = stretch.edition.questions[each.question].from_ledger
            if (
                each.question not in stretch.answers
                and course.ledger is not None
                and source is not None
            ):
                found.append(Mark(source=source, months=each.months))
    return tuple(found)


def _rivals(
    groups: Iterable[tuple[IndicatorCode, ...]],
    levers: Mapping[IndicatorCode, list[Lever]],
    places: Mapping[QuestionCode, int],
) -> Iterator[tuple[int, int]]:
    moved: dict[QuestionCode, set[IndicatorCode]] = {code: set() for code in places}
    for indicator, own in levers.items():
        for lever in own:
            moved.setdefault(lever.code, set()).add(indicator)
    for group in groups:
        for one, place in places.items():
            for other, later in places.items():
                both = moved[one] | moved[other]
                if place < later and both <= set(group) and not moved[one] & moved[other]:
                    yield place, later
