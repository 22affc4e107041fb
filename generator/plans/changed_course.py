"""A course of which some steps are taken on the first day: the facts on any day, and the days on which they can change."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from generator.plans.steps import Pace, Step
from generator.scoring.codes import IndicatorCode, QuestionCode
from generator.scoring.dates import month_of
from generator.scoring.facts import Answer, Facts
from generator.scoring.model import Indicator
from generator.scoring.rules.rule import Rule
from generator.timeline.course import Course, Stretch
from generator.timeline.days import ahead_of


class Within(NamedTuple):
    """Days of a stretch, and in which of its months each lies: 0 is the first one."""

    days: Sequence[date]
    months: Sequence[int]


def days_within(stretch: Stretch, days: Sequence[date]) -> Within:
    """Return those of the days, which stand in order, that lie in a stretch."""
    found = days[bisect_left(days, stretch.first) : bisect_right(days, stretch.last)]
    first = month_of(stretch.first)
    return Within(found, [month_of(day) - first for day in found])


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedCourse:
    """The course as it goes on with the steps, and the steps themselves."""

    course: Course
    steps: tuple[Step, ...]

    def facts(self, day: date, stretch: Stretch) -> Facts:
        """Return what is known on a day of the stretch; a count that a step lets grow keeps within its bounds."""
        facts = self.course.facts(day, stretch)
        counts = {
            step.code: _bounded(count, stretch, step.code)
            for step in self.steps
            if step.pace is Pace.MONTHLY and isinstance(count := facts.answers.get(step.code), int)
        }
        return facts.answering(counts) if counts else facts

    def days(self, rule: Rule, stretch: Stretch) -> list[date]:
        """Return the days within the stretch, its first one left out, that may change what a rule finds."""
        found = set(rule.days_of_change(ahead_of(self.course, stretch)))
        return sorted(day for day in found if stretch.first < day <= stretch.last)

    def states(self, rule: Rule, stretch: Stretch, within: Within) -> list[Hashable]:
        """Return, for each of days of the stretch, a state: on days of the same one the rule finds the same points."""
        ahead = ahead_of(self.course, stretch)
        needed = rule.needed(ahead.readings)
        if needed is None:
            due = self.days(rule, stretch)
            return [bisect_right(due, day) for day in within.days]
        return list(map(ahead.states(needed).__getitem__, within.months))


def _bounded(count: int, stretch: Stretch, code: QuestionCode) -> int:
    """Return a count, kept between the answer given and the most that it can be."""
    given, most = stretch.answers[code], stretch.edition.questions[code].at_most
    assert isinstance(given, int)
    return max(given, count if most is None else min(count, most))


def changed_course(course: Course, steps: Collection[Step]) -> ChangedCourse:
    """Return the course with the steps."""
    ledger = course.ledger
    for step in steps:
        ledger = ledger if step.ledger is None else step.ledger
    return ChangedCourse(
        course=replace(
            course,
            ledger=ledger,
            stretches=tuple(_changed(stretch, steps, course) for stretch in course.stretches),
        ),
        steps=tuple(steps),
    )


def _changed(stretch: Stretch, steps: Collection[Step], course: Course) -> Stretch:
    answers: dict[str, Answer] = dict(stretch.answers)
    growing = dict(stretch.growing)
    for step in steps:
        if step.code not in answers:
            continue
        if step.pace is Pace.MONTHLY:
            count = answers[step.code]
            assert isinstance(count, int)
            growing[step.code] = count - (step.since - course.grows_from(step.code, stretch))
        elif step.pace is Pace.AT_ONCE:
            assert step.to is not None
            answers[step.code] = step.to
    return replace(stretch, answers=answers, growing=growing)


def moves(step: Step, code: IndicatorCode, course: Course) -> bool:
    """Tell whether a step can change what an indicator's rule finds in any edition of the course."""
    return any(
        _moves(step, indicator, stretch)
        for stretch in course.stretches
        for indicator in stretch.edition.indicators
        if indicator.code == code
    )


def _moves(step: Step, indicator: Indicator, stretch: Stretch) -> bool:
    if step.pace is not Pace.PAYING:
        return step.code in indicator.reads
    counted = (code for code in indicator.reads if code not in stretch.answers)
    return any(stretch.edition.questions[code].from_ledger is not None for code in counted)
