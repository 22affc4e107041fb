"""The points of a course on each day that matters, and what steps add to them."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import partial, reduce
from itertools import chain, compress, count, repeat
from operator import add, le, mul, sub
from sys import maxsize
from typing import NamedTuple

from generator.plans.changed_course import ChangedCourse, Within, changed_course, days_within, moves
from generator.plans.steps import Step
from generator.scoring.codes import IndicatorCode, Section
from generator.scoring.dates import first_day, month_of
from generator.scoring.findings import Status
from generator.scoring.memory import Memory
from generator.scoring.model import Edition
from generator.scoring.points import Points as Exact
from generator.timeline.course import Course
from generator.timeline.moments import Moment


class Group(NamedTuple):
    """Indicators of which the best one counts, or that come to at most ``cap`` points together; most stand alone."""

    members: tuple[IndicatorCode, ...]
    cap: Exact | None = None

    def points(self, of_members: Sequence[Iterable[Exact]]) -> Iterator[Exact]:
        """Return what the group comes to on each day, from what each member does by itself."""
        if len(of_members) == 1:
            return iter(of_members[0])
        days = zip(*of_members, strict=True)
        cap = self.cap
        return map(max, days) if cap is None else (min(cap, sum(points)) for points in days)


class Gain(NamedTuple):
    """What steps add to the points of a group on each day, nothing where they never add any, and the most of it."""

    most: Exact
    by_day: Sequence[Exact]


type Steps = tuple[Step, ...]

OUT_OF_REACH = maxsize


class Points:
    """The days of a course on which the score, or what a step adds to it, can change.

    Points are counted at the low end: an unanswered question gives the least it can, and a veto that is possible
    puts every score out of reach.
    """

    def __init__(self, course: Course, moments: Sequence[Moment], memory: Memory) -> None:
        self.days = _days(course)
        self._spans = [days_within(stretch, self.days) for stretch in course.stretches]
        self._course = course
        self._memory = memory
        self._groups = _groups(course, self._spans)
        self._moved: dict[Step, tuple[Group, ...]] = {}
        self._lows: dict[tuple[IndicatorCode, Steps], list[Exact]] = {}
        self._gains: dict[tuple[Group, Steps], Gain] = {}
        self._unchanged = {each: self._points(each, ()) for each in self._groups}
        self._lacking = self._lacking_of(moments)
        self._least_lacking = min(self._lacking)

    def first_passing(self, steps: Collection[Step], end: int | None = None) -> int | None:
        """Return the place of the first day, before an end, on which the steps bring the standard score; None if none."""
        gains = [gain for each in self._touched(steps) if (gain := self._gain(*each)).by_day]
        if sum(gain.most for gain in gains) < self._least_lacking:
            return None
        by_day: Iterable[Exact] = repeat(0)
        if gains:
            by_day = reduce(partial(map, add), (gain.by_day for gain in gains))
        return next(compress(count(), map(le, self._lacking[:end], by_day)), None)

    def _touched(self, steps: Collection[Step]) -> Iterable[tuple[Group, Steps]]:
        """Return the groups that the steps move, each with those steps that move it."""
        touched: dict[Group, Steps] = {}
        for step in steps:
            for group in self._moved_by(step):
                touched[group] = (*touched.get(group, ()), step)
        return touched.items()

    def _gain(self, group: Group, steps: Steps) -> Gain:
        """Return what the steps add to the points of a group."""
        key = group, steps
        if key not in self._gains:
            by_day = list(map(sub, self._points(group, steps), self._unchanged[group]))
            self._gains[key] = Gain(max(by_day), by_day if any(by_day) else ())
        return self._gains[key]

    def _lacking_of(self, moments: Sequence[Moment]) -> list[Exact]:
        """Return how many points the score lacks on each day as things are."""
        totals = map(sum, zip(*self._unchanged.values(), strict=True))
        starts = [moment.day for moment in moments]
        found: list[Exact] = []
        for day, total in zip(self.days, totals, strict=True):
            moment = moments[bisect_right(starts, day) - 1]
            standard = moment.stretch.edition.standard_score
            found.append(OUT_OF_REACH if may_be_vetoed(moment) else standard - total)
        return found

    def _moved_by(self, step: Step) -> tuple[Group, ...]:
        """Return the groups of which a step moves a member."""
        if step not in self._moved:
            self._moved[step] = tuple(
                group
                for group in self._groups
                if any(moves(step, code, self._course) for code in group.members)
            )
        return self._moved[step]

    def _points(self, group: Group, steps: Steps) -> list[Exact]:
        """Return the points of a group on each day: 0 where the day's edition has other groups."""
        points = group.points([self._low(code, steps) for code in group.members])
        counting = self._groups[group]
        return list(points) if all(counting) else list(map(mul, points, counting))

    def _low(self, code: IndicatorCode, steps: Steps) -> list[Exact]:
        """Return the points of an indicator on each day: 0 where the day's edition has no such indicator."""
        own = tuple(step for step in steps if moves(step, code, self._course))
        if (code, own) not in self._lows:
            changed = changed_course(self._course, own)
            self._lows[code, own] = list(_lows(changed, code, self._spans, self._memory))
        return self._lows[code, own]


def may_be_vetoed(moment: Moment) -> bool:
    """Tell whether the application ends, or may end by a question that is not answered."""
    return any(
        moment.findings[indicator.code].status in (Status.VETOED, Status.UNANSWERED)
        for indicator in moment.stretch.edition.indicators
        if indicator.section is Section.VETO
    )


def _lows(
    changed: ChangedCourse, code: IndicatorCode, spans: Iterable[Within], memory: Memory
) -> Iterator[Exact]:
    """Return an indicator's points on each day of each stretch."""
    for stretch, within in zip(changed.course.stretches, spans, strict=True):
        indicator = next((each for each in stretch.edition.indicators if each.code == code), None)
        if indicator is None:
            yield from repeat(0, len(within.days))
            continue
        states = changed.states(indicator.rule, stretch, within)
        days = dict(zip(states, within.days, strict=True))
        lows = {
            state: memory.finding(indicator, changed.facts(day, stretch)).low
            for state, day in days.items()
        }
        yield from map(lows.__getitem__, states)


def _days(course: Course) -> tuple[date, ...]:
    """Return every day on which what a rule finds may change, and the first of each month."""
    months = range(month_of(course.on) + 1, month_of(course.until) + 1)
    found = {first_day(month) for month in months} | {course.on}
    unchanged = changed_course(course, ())
    for stretch in course.stretches:
        found.add(stretch.first)
        for indicator in stretch.edition.indicators:
            found.update(unchanged.days(indicator.rule, stretch))
    return tuple(sorted(found))


def _groups(course: Course, spans: Iterable[Within]) -> dict[Group, tuple[bool, ...]]:
    """Return the groups of all stretches, each with whether it counts on each day."""
    own = [tuple(groups_of(stretch.edition)) for stretch in course.stretches]
    lengths = [len(within.days) for within in spans]
    return {
        group: tuple(
            counts
            for groups, length in zip(own, lengths, strict=True)
            for counts in repeat(group in groups, length)
        )
        for group in chain.from_iterable(own)
    }


def groups_of(edition: Edition) -> Iterator[Group]:
    """Return an edition's indicators, together with those that exclude them."""
    for indicator in edition.indicators:
        exclusive = edition.exclusive_of.get(indicator.code)
        capped = edition.capped_of.get(indicator.code)
        if capped is not None:
            yield Group(capped.members, capped.cap)
        else:
            yield Group((indicator.code,) if exclusive is None else exclusive.members)
