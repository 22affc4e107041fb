"""The request of a plan's day with all changes made: what a score confirms, or a timeline after the last edition."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from generator.plans.outcome import Outcome
from generator.plans.reading import PlanRequest
from generator.plans.steps import Pace
from generator.scoring.codes import Month, QuestionCode
from generator.scoring.dates import month_of, write_month
from generator.scoring.plain import Written, write_json
from generator.scoring.request import READINGS
from generator.timeline.course import Course
from generator.timeline.later_rows import later_rows

type Plain = dict[str, Any]


def changed_request(outcome: Outcome, request: PlanRequest) -> Plain:
    """Return the request as plain data.

    For a day after the last edition's end it is that of the edition's last day, with ``until``: a timeline then has
    the plan's score on the plan's day.
    """
    course, day = request.course, outcome.day
    last = course.policy.last_day
    if day <= last:
        return {**request.plain, "on": day.isoformat(), "answers": _answers(outcome, request, day)}
    answers = _answers(outcome, request, last)
    for code in outcome.counts:
        answers[code] = _before_growing(answers[code], _still_to_grow(code, outcome, course, last))
    later: Plain = {"on": last.isoformat(), "answers": answers, "until": day.isoformat()}
    if course.ledger is None and course.assumed.stops:
        later["assume"] = {"base": None}
    elif course.ledger is None and course.assumed.start is not None:
        later["assume"] = {"from": write_month(max(course.assumed.start, month_of(last)))}
    return {**request.plain, **later}


def _before_growing(count: int, more: int) -> int:
    """Return what a count is on the last edition's last day, so that a timeline brings it to ``count`` or a month above.

    A month above where nothing is counted on that day yet: a timeline lets only what is above 0 grow.
    """
    return max(1, count - more) if more else count


def _still_to_grow(code: QuestionCode, outcome: Outcome, course: Course, last: date) -> int:
    """Return by how much a timeline lets a count grow by itself from the last edition's last day to the plan's."""
    question = outcome.stretch.edition.questions[code]
    is_paid = question.from_ledger is not None
    if question.grows is None or (is_paid and course.assumed.stops):
        return 0
    start = max(month_of(last), course.grows_from(code, outcome.stretch))
    return max(0, month_of(outcome.day) - start)


def is_confirmed_by_score(outcome: Outcome, request: PlanRequest) -> bool:
    """Tell whether an edition is in force on the plan's day; else only a timeline can confirm the plan."""
    return outcome.day <= request.course.policy.last_day


def _answers(outcome: Outcome, request: PlanRequest, day: date) -> Plain:
    """Return the answers on a day up to which everything went on as it was, but for the plan's steps."""
    course, stretch = request.course, outcome.stretch
    given: Mapping[str, Any] = request.plain["answers"]
    known = {READINGS, *stretch.edition.questions}
    answers: Plain = {code: text for code, text in request.written.items() if code in known}
    unchanged = next(each for each in reversed(course.stretches) if each.first <= day)
    answers |= course.grown(day, unchanged)
    base: Decimal | None = None
    since = month_of(course.on)
    for step in outcome.plan.steps:
        if step.pace is Pace.PAYING:
            assert isinstance(step.to, Decimal)
            base, since = step.to, step.since
        else:
            answers[step.code] = outcome.counts.get(step.code, step.to)
    for code in stretch.edition.ledgers:
        if given.get(code) is not None:
            answers[code] = _rows(given[code], request, day, base, since)
    return answers


def _rows(
    rows: Sequence[Plain], request: PlanRequest, day: date, base: Decimal | None, since: Month
) -> Written:
    """Return the JSON text of the ledger on a day; plans that pay alike share it."""
    course = request.course
    key = base, since, day == course.on, month_of(day) == month_of(course.on)
    if key not in request.ledgers:
        is_as_given = base is None and day == course.on
        later = rows if is_as_given else later_rows(rows, course, day, base, since)
        request.ledgers[key] = Written(write_json(later))
    return request.ledgers[key]
