"""The days ahead as rules look at them."""

from generator.scoring.dates import month_of
from generator.scoring.facts import window_end_of
from generator.scoring.rules.ahead import Ahead, LedgerAhead
from generator.timeline.course import Course, Stretch


def ahead_of(course: Course, stretch: Stretch) -> Ahead:
    """Return the days of a stretch, everything going on as it is."""
    ledger, first = course.ledger, stretch.first
    end = window_end_of(first, stretch.edition.window_end, course.readings)
    return Ahead(
        on=course.on,
        first=first,
        last=stretch.last,
        questions=stretch.edition.questions,
        answers=stretch.answers,
        growing={
            code: count + month_of(course.on) - course.grows_from(code, stretch)
            for code, count in stretch.growing.items()
        },
        readings=course.readings,
        ledger=None
        if ledger is None
        else LedgerAhead(
            stated=ledger.given.counted, whole=ledger.whole.counted, with_own=end > month_of(first)
        ),
    )
