"""When one may apply, as far as the months tell: the conditions that come and go while everything goes on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.scoring.condition_kinds import ThisMonthRule
from generator.scoring.conditions import Standing, follows_data, stand_of
from generator.scoring.dates import first_day, month_of
from generator.scoring.facts import Answer, Facts
from generator.timeline.course import Course, Stretch
from generator.timeline.spans import Span, spans_of


def applying(course: Course, window: Span) -> Iterator[Span]:
    """Yield the spans within a window in which no condition that the months decide is not met."""
    looks = ((day, may_apply(course, day)) for day in _days(course, window))
    return spans_of(looks, window[1])


def may_apply(course: Course, day: date) -> bool:
    """Tell whether no condition that the months decide is not met on a day."""
    stretch = next(each for each in reversed(course.stretches) if each.first <= day)
    facts = _facts(course, day, stretch)
    return all(
        stand_of(condition, facts).standing is not Standing.NOT_MET
        for condition in stretch.edition.conditions
        if follows_data(condition.rule)
    )


def _days(course: Course, window: Span) -> list[date]:
    """Return the days of a window on which a condition may come to stand otherwise."""
    first, last = window
    months = range(month_of(first) + 1, month_of(last) + 1)
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
        if isinstance(condition.rule, ThisMonthRule):
            code = condition.rule.question
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
