"""The days on which what a rule finds can change while one edition is in force: all of them, and few others."""

from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, date

from generator.scoring.codes import Month, QuestionCode
from generator.scoring.dates import add_years, first_day, month_of
from generator.scoring.rule_kinds import (
    AccruedMonthsRule,
    BandsRule,
    LookbackRule,
    MonthsInWindowRule,
    OptionsRule,
    Rule,
    YearsSinceRule,
)
from generator.timeline.course import ONE_DAY, Course, Stretch


def days_of_change(rule: Rule, course: Course, stretch: Stretch) -> Iterator[date]:
    """Return the days after the stretch's first on which the rule's finding may be another than the day before.

    In no order; some may lie outside the stretch.
    """
    match rule:
        case BandsRule(date=code) | YearsSinceRule(date=code):
            yield from _anniversaries(stretch.answers.get(code), stretch)
        case LookbackRule():
            yield from _record_days(stretch.answers.get(rule.dates), rule.years)
        case OptionsRule(gate=gate) if gate is not None:
            yield from _window_days((gate.question,), course, stretch)
        case MonthsInWindowRule():
            yield from _window_days((tier.question for tier in rule.tiers), course, stretch)
        case AccruedMonthsRule():
            yield from _accrual_days(rule, course, stretch)
        case _:
            pass


def _anniversaries(start: object, stretch: Stretch) -> Iterator[date]:
    if isinstance(start, date):
        for year in range(stretch.first.year, stretch.last.year + 1):
            yield add_years(start, year - start.year)


def _record_days(records: object, years: int) -> Iterator[date]:
    """Return the day of each record and the days around the one on which it is so many years old."""
    for record in records if isinstance(records, tuple) else ():
        yield record
        if record.year + years < MAXYEAR:
            lapses = add_years(record, years)
            yield from (lapses - ONE_DAY, lapses, lapses + ONE_DAY)


def _window_days(
    questions: Iterable[QuestionCode], course: Course, stretch: Stretch
) -> Iterator[date]:
    """Return the days on which a count that the ledger decides moves: until its window holds only steady months."""
    codes = tuple(questions)
    if any(code in stretch.growing for code in codes):
        yield from _firsts(course, stretch, month_of(stretch.last))
    windows = [
        source.window_months or 0
        for code in codes
        if code not in stretch.answers
        and (source := stretch.edition.questions[code].from_ledger) is not None
    ]
    if course.ledger is not None and windows:
        yield course.on + ONE_DAY
        yield from _firsts(course, stretch, course.ledger.steady + max(windows) + 1)


def _accrual_days(rule: AccruedMonthsRule, course: Course, stretch: Stretch) -> Iterator[date]:
    counts: tuple[int, ...] = ()
    since = month_of(course.on)
    source = stretch.edition.questions[rule.question].from_ledger
    if rule.question in stretch.growing:
        counts = (stretch.growing[rule.question],)
    elif rule.question not in stretch.answers and source is not None and course.ledger is not None:
        since = max(since, course.ledger.steady) + 1
        whole = course.ledger.whole
        counts = (whole.months(source.multiple, 0, since), whole.unbroken(since))
        yield course.on + ONE_DAY
        yield from _firsts(course, stretch, since)
    waits = rule.place.waits.values() if rule.place is not None else (rule.wait_months,)
    rests = {0} | {wait % rule.per_months for wait in waits}
    start, end = month_of(stretch.first), month_of(stretch.last)
    for count in counts:
        for rest in rests:
            first = since + (rest - count) % rule.per_months
            for month in range(first, end + 1, rule.per_months):
                if month >= start:
                    yield first_day(month)


def _firsts(course: Course, stretch: Stretch, last: Month) -> Iterator[date]:
    """Return the first days of the stretch's months up to ``last``, from the one after the request's on."""
    start = max(month_of(course.on) + 1, month_of(stretch.first))
    for month in range(start, min(month_of(stretch.last), last) + 1):
        yield first_day(month)
