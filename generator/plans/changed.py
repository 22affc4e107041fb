"""The request of a later day, changes made: what a score confirms."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from generator.plans.levers import change_month
from generator.plans.search import Changes
from generator.scoring.request import READINGS
from generator.timeline.course import Course
from generator.timeline.later_rows import later_rows

type Plain = dict[str, Any]


def changed_request(course: Course, plain: Mapping[str, Any], day: date, changes: Changes) -> Plain:
    """Return the score request on a day up to which everything went on as it was, but for the changes."""
    stretch = next(each for each in reversed(course.stretches) if each.first <= day)
    asked: Plain = {
        code: value
        for code, value in plain["answers"].items()
        if code == READINGS or code in stretch.edition.questions
    }
    answers = {**asked, **course.grown(day, stretch)}
    base = None
    for lever, value in changes:
        if lever.is_base:
            base = value.to
        else:
            answers[lever.code] = value.to
    ledger = stretch.edition.ledger_code
    if ledger in answers and course.ledger is not None and day != course.on:
        assert base is None or isinstance(base, Decimal)
        answers[ledger] = later_rows(answers[ledger], course, day, base, change_month(course))
    return {**plain, "on": day.isoformat(), "answers": answers}
