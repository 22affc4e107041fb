"""Search the days in order for sets of changes that reach the standard score and of which nothing can be left out."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations

from generator.plans.components import Component, components_of
from generator.plans.levers import Lever, Value
from generator.plans.options import Ledgers, Option, Pulls
from generator.scoring.codes import IndicatorCode, QuestionCode
from generator.scoring.dates import first_day, month_of
from generator.timeline.course import Course
from generator.timeline.moments import Moment

MOST_CHANGES = 3

type Changes = tuple[tuple[Lever, Value], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Changes made on the course's first day, and the first day on which they reach the standard score."""

    changes: Changes
    day: date
    score: int
    waits: bool


def plans_of(
    course: Course, moments: list[Moment], excluded: Collection[IndicatorCode]
) -> Iterator[Plan]:
    """Return all minimal plans, day by day.

    A plan that changes an answer less, or one answer fewer, and passes no later, rules another one out. Once
    waiting alone is enough no later day can bring a plan.
    """
    found = _Found()
    for day in _Days(course, excluded).of(moments):
        if day.moment.is_vetoed:
            continue
        for changes, gain in _reaching(day):
            if found.add(changes):
                yield Plan(
                    changes=changes,
                    day=day.day,
                    score=max(0, day.total + gain),
                    waits=day.day != course.on,
                )
        if day.total >= day.standard_score:
            return


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    day: date
    moment: Moment
    total: int
    options: list[list[Option]]
    most: int

    @property
    def standard_score(self) -> int:
        return self.moment.stretch.edition.standard_score


class _Days:
    """The days that can bring a plan, each with what its levers give."""

    def __init__(self, course: Course, excluded: Collection[IndicatorCode]) -> None:
        self.course = course
        self.ledgers = Ledgers(course)
        self.components = {
            stretch.edition.code: components_of(course, stretch, excluded)
            for stretch in course.stretches
        }
        self.known: dict[tuple[str, int], dict[tuple[object, ...], int]] = {}
        self.options: dict[tuple[object, ...], list[Option]] = {}

    def of(self, moments: list[Moment]) -> Iterator[_Day]:
        highest: int | None = None
        edition = ""
        for day, moment in self._moments(moments):
            stretch = moment.stretch
            components = self.components[stretch.edition.code]
            total = sum(component.points_of(moment.findings) for component in components)
            is_new = edition != stretch.edition.code
            moves = any(component.levers and not component.is_steady for component in components)
            if highest is None or is_new or moves or total > highest:
                most = MOST_CHANGES - (day != self.course.on)
                options = [
                    self._options(place, component, day, moment, most)
                    for place, component in enumerate(components)
                ]
                yield _Day(day=day, moment=moment, total=total, options=options, most=most)
            highest = total if highest is None or is_new else max(highest, total)
            edition = stretch.edition.code

    def _options(
        self, place: int, component: Component, day: date, moment: Moment, most: int
    ) -> list[Option]:
        if not component.levers:
            return []
        where = (moment.stretch.edition.code, place)
        pulls = Pulls(
            component=component,
            facts=self.course.facts(day, moment.stretch),
            findings=moment.findings,
            months=month_of(day) - month_of(self.course.on),
            ledgers=self.ledgers,
            found=self.known.setdefault(where, {}) if component.marks is not None else {},
        )
        key = pulls.key(most)
        if key is None:
            return pulls.options(most)
        if (where, key) not in self.options:
            self.options[where, key] = pulls.options(most)
        return self.options[where, key]

    def _moments(self, moments: list[Moment]) -> Iterator[tuple[date, Moment]]:
        """Return each moment's day, and every other day on which a lever may give more, with its moment."""
        later = [moment.day for moment in moments[1:]]
        own = {moment.day for moment in moments} | set(self._own_days())
        position = 0
        for day in sorted(own):
            while position < len(later) and later[position] <= day:
                position += 1
            yield day, moments[position]

    def _own_days(self) -> Iterator[date]:
        course = self.course
        start, end = month_of(course.on), month_of(course.until)
        for component in chain(*self.components.values()):
            yield from component.days
            if any(lever.is_base for lever in component.levers):
                yield from (first_day(month) for month in range(start + 1, end + 1))
            for lever in component.levers:
                waits = {value.months for value in lever.values if value.months}
                yield from (first_day(start + wait) for wait in waits if start + wait <= end)


class _Found:
    """The sets of changes found so far, all on days no later than any that is added."""

    def __init__(self) -> None:
        self.by_answers: dict[tuple[QuestionCode, ...], list[Changes]] = {}

    def add(self, changes: Changes) -> bool:
        """Keep the changes unless what was found asks no more; tell whether they are kept."""
        ordered = tuple(sorted(changes, key=lambda change: change[0].code))
        for size in range(len(ordered) + 1):
            for part in combinations(ordered, size):
                known = self.by_answers.get(tuple(lever.code for lever, _ in part), ())
                if any(_asks_no_more(other, part) for other in known):
                    return False
        self.by_answers.setdefault(tuple(lever.code for lever, _ in ordered), []).append(ordered)
        return True


def _asks_no_more(one: Changes, other: Changes) -> bool:
    return all(
        mine.to == theirs.to or mine.rank < theirs.rank
        for (_, mine), (_, theirs) in zip(one, other, strict=True)
    )


def _reaching(day: _Day) -> Iterator[tuple[Changes, int]]:
    """Return what reaches the standard score on the day and would not with anything less."""
    missing = day.standard_score - day.total
    if missing <= 0:
        yield (), 0
        return
    useful = [[option for option in options if option.less < missing] for options in day.options]
    parts = [options for options in useful if options]
    for count in range(1, day.most + 1):
        for chosen in combinations(parts, count):
            yield from _reaching_with(chosen, missing, day.most, (), 0)


def _reaching_with(
    parts: tuple[list[Option], ...],
    missing: int,
    most: int,
    taken: tuple[Option, ...],
    gained: int,
) -> Iterator[tuple[Changes, int]]:
    """Return the choices of one option from each part; each option has to be needed as it is."""
    first, *rest = parts
    for option in first:
        left = most - option.size - len(rest)
        gain = gained + option.gain
        if left < 0 or (rest and gain >= missing):
            continue
        if rest:
            more = most - option.size
            yield from _reaching_with(tuple(rest), missing, more, (*taken, option), gain)
        elif gain >= missing and all(
            gain - each.gain + each.less < missing for each in (*taken, option)
        ):
            yield tuple(chain(*(each.levers for each in (*taken, option)))), gain
