"""The request of a later day, changes made: what a score confirms."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from generator.plans.levers import change_month
from generator.plans.search import Changes
from generator.scoring.codes import Month
from generator.scoring.dates import month_of, write_month
from generator.scoring.request import READINGS
from generator.timeline.course import Course

type Plain = dict[str, Any]

CENTS = Decimal("0.01")


def changed_request(course: Course, plain: Mapping[str, Any], day: date, changes: Changes) -> Plain:
    """Return the score request on a day up to which everything went on as it was, but for the changes."""
    stretch = next(each for each in reversed(course.stretches) if each.first <= day)
    asked: Plain = {
        code: value
        for code, value in plain["answers"].items()
        if code == READINGS or code in stretch.edition.questions
    }
    months = month_of(day) - month_of(course.on)
    answers = {**asked, **{code: count + months for code, count in stretch.growing.items()}}
    base = None
    for lever, value in changes:
        if lever.is_base:
            base = value.to
        else:
            answers[lever.code] = value.to
    ledger = stretch.edition.ledger_code
    if ledger in answers and course.ledger is not None and day != course.on:
        assert base is None or isinstance(base, Decimal)
        added = list(_added(course, month_of(day), base))
        answers[ledger] = [*_ended(answers[ledger], course.on), *added]
    return {**plain, "on": day.isoformat(), "answers": answers}


def written(base: Decimal) -> str:
    """Return yuan with two decimals, or as many as they need."""
    return f"{base.quantize(CENTS) if base == base.quantize(CENTS) else base:f}"


def _ended(rows: Iterable[Plain], on: date) -> Iterator[Plain]:
    """Yield the rows as they are; one that is still being paid ends with the month before the first day's."""
    last = write_month(month_of(on) - 1)
    for row in rows:
        if not row.get("ongoing"):
            yield row
        elif row["from"] <= last:
            yield {key: value for key, value in row.items() if key != "ongoing"} | {"to": last}


def _added(course: Course, end: Month, base: Decimal | None) -> list[Plain]:
    """Return the months that go on after the ledger's last one, up to just before ``end``."""
    ledger, changed = course.ledger, change_month(course)
    assert ledger is not None
    first = changed if ledger.added is None else ledger.added
    if base is None:
        return [] if ledger.base is None else _run(first, end, ledger.base)
    before = [] if ledger.base is None else _run(first, min(changed, end), ledger.base)
    return before + _run(changed, end, base)


def _run(first: Month, end: Month, base: Decimal) -> list[Plain]:
    if first >= end:
        return []
    return [
        {
            "from": write_month(first),
            "to": write_month(end - 1),
            "base": written(base),
            "counts": True,
        }
    ]
