"""The days ahead as rules look at them."""

from generator.scoring.dates import month_of
from generator.scoring.rules.ahead import Ahead
from generator.timeline.course import Course, Stretch


def ahead_of(course: Course, stretch: Stretch) -> Ahead:
    """Return the days of a stretch, everything going on as it is."""
    ledger = course.ledger
    return Ahead(
        on=course.on,
        first=stretch.first,
        last=stretch.last,
        questions=stretch.edition.questions,
        answers=stretch.answers,
        growing={
            code: count + month_of(course.on) - course.grows_from(code, stretch)
            for code, count in stretch.growing.items()
        },
        readings=course.readings,
        ledger=None if ledger is None else ledger.whole,
        steady=0 if ledger is None else ledger.steady,
    )
