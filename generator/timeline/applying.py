"""When one may apply, as far as the months tell: the conditions that come and go while everything goes on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from generator.scoring.condition_kinds.rule import Standing
from generator.scoring.dates import first_day, month_of
from generator.scoring.facts import Answer, Facts
from generator.scoring.model import Condition
from generator.timeline.course import Course, Stretch
from generator.timeline.spans import Span, spans_of


class Pause(NamedTuple):
    """The first and the last day of a span in which one may not apply, and the titles of what stands against it."""

    first: date
    last: date
    because: tuple[str, ...]


def applying(course: Course, window: Span) -> Iterator[Span]:
    """Yield the spans of a window in which none of the conditions that the months decide fails."""
    looks = ((day, may_apply(course, day)) for day in _days(course, window))
    return spans_of(looks, window[1])


def pauses(course: Course, window: Span) -> Iterator[Pause]:
    """Yield the spans within a window in which one may not apply, and what stands against it, in the order of the data."""
    against = {day: _against(course, day) for day in _days(course, window)}
    for first, last in spans_of(
        ((day, bool(wanting)) for day, wanting in against.items()), window[1]
    ):
        titles = [
            each.title
            for day, wanting in against.items()
            if first <= day <= last
            for each in wanting
        ]
        yield Pause(first, last, tuple(dict.fromkeys(titles)))


def may_apply(course: Course, day: date) -> bool:
    """Tell whether none of the conditions that the months decide fails on a day."""
    return not _against(course, day)


def _against(course: Course, day: date) -> tuple[Condition, ...]:
    """Return those of the conditions that the months decide which fail on a day."""
    stretch = next(each for each in reversed(course.stretches) if each.first <= day)
    facts = _facts(course, day, stretch)
    return tuple(
        condition
        for condition in stretch.edition.conditions
        if condition.rule.comes_and_goes()
        and condition.rule.assess(facts).standing is Standing.NOT_MET
    )


def _days(course: Course, window: Span) -> list[date]:
    """Return the days of a window on which a condition may begin or cease to be met."""
    first, last = window
    months = range(month_of(first), month_of(last) + 1)
    starts = (stretch.first for stretch in course.stretches)
    days = {first, *(first_day(month) for month in months), *starts}
    return sorted(day for day in days if first <= day <= last)


def _facts(course: Course, day: date, stretch: Stretch) -> Facts:
    """Return the facts of a day, with what goes on being paid in its month.

    On the request's own day, too, what is assumed of its month holds: nothing changes on the day after.
    """
    facts, now = course.facts(day, stretch), month_of(course.on)
    if facts.ledger is not None and course.ledger is not None and month_of(day) == now:
        going = course.ledger.in_month(now).ongoing
        ongoing = course.ledger.given.ongoing if going is None else going
        facts = replace(facts, ledger=replace(facts.ledger, ongoing=ongoing))
    answers = dict(facts.answers)
    for condition in stretch.edition.conditions:
        code = condition.rule.asks_this_month()
        if code is not None:
            answer = _this_month(course, day, answers.pop(code, None))
            if answer is not None:
                answers[code] = answer
    return replace(facts, answers=answers)


def _this_month(course: Course, day: date, answer: Answer | None) -> Answer | None:
    """Return whether the day's month is paid as far as it was answered or assumed; None where that says nothing.

    The answer speaks of the request's own month. Later a ledger tells, or what is assumed of paying.
    """
    month = month_of(day)
    if month == month_of(course.on):
        return answer
    if course.ledger is not None:
        return None
    if course.pays_from is None or month < course.pays_from:
        return False
    return True if course.assumed.is_paid else answer
