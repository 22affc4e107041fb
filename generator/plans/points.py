"""The points of a course on each day that matters, and what steps add to them."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from generator.plans.changed_course import ChangedCourse, changed_course, moves
from generator.plans.steps import Pace, Step
from generator.scoring.codes import IndicatorCode, Section
from generator.scoring.dates import first_day, month_of
from generator.scoring.findings import Status
from generator.scoring.memory import Memory
from generator.scoring.model import Edition
from generator.scoring.points import Points as Exact
from generator.timeline.course import Course, Stretch
from generator.timeline.moments import Moment
from generator.timeline.spans import ONE_DAY


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


OUT_OF_REACH = 10**9


class Points:
    """The days of a course on which the score, or what a step adds to it, can change.

    Points are counted at the low end: an unanswered question gives the least it can, and a veto that is possible
    puts every score out of reach.
    """

    def __init__(
        self,
        course: Course,
        moments: Sequence[Moment],
        steps: Iterable[Step],
        memory: Memory,
    ) -> None:
        self.days = _days(course)
        self._course = course
        self._memory = memory
        self._groups = tuple(dict.fromkeys(_groups(course)))
        self._moved = {step: self._groups_moved_by(step) for step in steps}
        self._lows: dict[tuple[IndicatorCode, frozenset[Step]], list[Exact]] = {}
        self._gains: dict[tuple[Group, frozenset[Step]], list[Exact]] = {}
        self._lacking = self._lacking_of(moments)
        self._least_lacking = min(self._lacking)

    def first_passing(self, steps: Collection[Step], end: int) -> int | None:
        """Return the place of the first day, before an end, on which the steps bring the standard score; None if none."""
        gains = list(filter(None, (self._gain(*each) for each in self._touched(steps))))
        if sum(map(max, gains)) < self._least_lacking:
            return None
        lacking = self._lacking[:end]
        if not gains:
            passing = (lack <= 0 for lack in lacking)
        elif len(gains) == 1:
            passing = (lack <= gain for lack, gain in zip(lacking, gains[0], strict=False))
        else:
            together = map(sum, zip(*gains, strict=True))
            passing = (lack <= gain for lack, gain in zip(lacking, together, strict=False))
        return next((place for place, passes in enumerate(passing) if passes), None)

    def first_alone(self, step: Step) -> int | None:
        """Return the place of the first day on which a step, given at first or not, brings the standard score by itself.

        No later day is looked at.
        """
        gains = (self._gain_by_day(group, step) for group in self._groups_moved_by(step))
        days = enumerate(zip(self._lacking, *gains, strict=True))
        return next((place for place, (lack, *gain) in days if lack <= sum(gain)), None)

    def _gain_by_day(self, group: Group, step: Step) -> Iterator[Exact]:
        """Return what a step adds to the points of a group, day by day."""
        after = group.points([self._low_by_day(code, step) for code in group.members])
        before = self._points(group, frozenset())
        return (new - old for old, new in zip(before, after, strict=True))

    def _low_by_day(self, code: IndicatorCode, step: Step) -> Iterator[Exact]:
        """Return the points of an indicator, day by day; what is paid later changes nothing of the days before."""
        unchanged = self._low(code, frozenset())
        if not moves(step, code, self._course):
            return iter(unchanged)
        begins = first_day(step.since) if step.pace is Pace.PAYING else self._course.on
        place = bisect_left(self.days, begins)
        changed = changed_course(self._course, (step,))
        return chain(unchanged[:place], _all_lows(changed, code, self.days[place:], self._memory))

    def _touched(self, steps: Collection[Step]) -> Iterator[tuple[Group, frozenset[Step]]]:
        """Return the groups that the steps move, each with those steps that move it."""
        for group in dict.fromkeys(group for step in steps for group in self._moved[step]):
            yield group, frozenset(step for step in steps if group in self._moved[step])

    def _gain(self, group: Group, steps: frozenset[Step]) -> list[Exact]:
        """Return what the steps add to the points of a group on each day; an empty list where they never add any."""
        key = group, steps
        if key not in self._gains:
            before, after = self._points(group, frozenset()), self._points(group, steps)
            gain = [new - old for old, new in zip(before, after, strict=True)]
            self._gains[key] = gain if any(gain) else []
        return self._gains[key]

    def _lacking_of(self, moments: Sequence[Moment]) -> list[Exact]:
        """Return how many points the score lacks on each day as things are."""
        totals = map(
            sum, zip(*(self._points(each, frozenset()) for each in self._groups), strict=True)
        )
        starts = [moment.day for moment in moments]
        found: list[Exact] = []
        for day, total in zip(self.days, totals, strict=True):
            moment = moments[bisect_right(starts, day) - 1]
            standard = moment.stretch.edition.standard_score
            found.append(OUT_OF_REACH if may_be_vetoed(moment) else standard - total)
        return found

    def _groups_moved_by(self, step: Step) -> frozenset[Group]:
        groups = self._groups
        return frozenset(
            group
            for group in groups
            if any(moves(step, code, self._course) for code in group.members)
        )

    def _points(self, group: Group, steps: frozenset[Step]) -> list[Exact]:
        """Return the points of a group on each day."""
        return list(group.points([self._low(code, steps) for code in group.members]))

    def _low(self, code: IndicatorCode, steps: frozenset[Step]) -> list[Exact]:
        """Return the points of an indicator on each day: 0 where the day's edition has no such indicator."""
        own = frozenset(step for step in steps if moves(step, code, self._course))
        if (code, own) not in self._lows:
            changed = changed_course(self._course, own)
            self._lows[code, own] = list(_all_lows(changed, code, self.days, self._memory))
        return self._lows[code, own]


def may_be_vetoed(moment: Moment) -> bool:
    """Tell whether the application ends, or may end by a question that is not answered."""
    return any(
        moment.findings[indicator.code].status in (Status.VETOED, Status.UNANSWERED)
        for indicator in moment.stretch.edition.indicators
        if indicator.section is Section.VETO
    )


def _all_lows(
    changed: ChangedCourse, code: IndicatorCode, days: Sequence[date], memory: Memory
) -> Iterator[Exact]:
    """Return an indicator's points on each of the days."""
    for stretch in changed.course.stretches:
        yield from _lows(changed, code, stretch, days, memory)


def _lows(
    changed: ChangedCourse,
    code: IndicatorCode,
    stretch: Stretch,
    days: Sequence[date],
    memory: Memory,
) -> Iterator[Exact]:
    """Return an indicator's points on those of the days that lie in a stretch."""
    indicator = next((each for each in stretch.edition.indicators if each.code == code), None)
    due = [] if indicator is None else changed.days(indicator.rule, stretch)
    seen = -1
    low: Exact = 0
    for day in days:
        if stretch.first <= day <= stretch.last:
            passed = bisect_right(due, day)
            if indicator is not None and passed > seen:
                facts = changed.facts(day, stretch)
                low, seen = memory.finding(indicator, facts).low, passed
            yield low


def _days(course: Course) -> tuple[date, ...]:
    """Return every day on which what a rule finds may change, and the first of each month."""
    months = range(month_of(course.on) + 1, month_of(course.until) + 1)
    found = {first_day(month) for month in months} | {course.on}
    if course.on < course.until:
        found.add(course.on + ONE_DAY)
    unchanged = changed_course(course, ())
    for stretch in course.stretches:
        found.add(stretch.first)
        for indicator in stretch.edition.indicators:
            found.update(unchanged.days(indicator.rule, stretch))
    return tuple(sorted(found))


def _groups(course: Course) -> Iterator[Group]:
    for stretch in course.stretches:
        yield from groups_of(stretch.edition)


def groups_of(edition: Edition) -> Iterator[Group]:
    """Return an edition's indicators, together with those that exclude them."""
    for indicator in edition.indicators:
        exclusive = edition.exclusive_of.get(indicator.code)
        capped = edition.capped_of.get(indicator.code)
        if capped is not None:
            yield Group(capped.members, capped.cap)
        else:
            yield Group((indicator.code,) if exclusive is None else exclusive.members)
