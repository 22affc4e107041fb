"""Which figures lapse soon, or have lapsed, on a day that the caller names? Warnings; nothing here reads a clock."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic, Place
from generator.policy.yardsticks import History

NOTICE = timedelta(days=60)
"""How long before its last day a figure is warned about."""

STALE_AFTER = timedelta(days=365)
"""How long a source is good for after it was looked at."""


def check_validity(view: View, on: date) -> Iterator[Diagnostic]:
    """Warnings about the last day that any edition covers, the last period of each yardstick and sources not looked at for long."""
    places = view.places
    editions = [each.text for each in view.editions if each.text is not None]
    if editions:
        latest = max(editions, key=lambda each: each.in_force.to or date.max)
        if latest.in_force.to is not None:
            end = places.of(latest.in_force, "to")
            yield from _lapse(end, latest.in_force.to, on, f"the edition {latest.code}")
    yardsticks = view.folder.yardsticks.value
    for history in History if yardsticks is not None else ():
        assert yardsticks is not None
        for last in yardsticks.periods(history)[-1:]:
            end = places.of(last, "to")
            yield from _lapse(end, _last_day(last.to), on, f"the last known {history}")
    for source in view.folder.sources.value or ():
        if on > source.checked_on + STALE_AFTER:
            yield Diagnostic(
                code=Code.CHECKED_LONG_AGO,
                place=places.of(source, "checked_on"),
                message=f"on {on}: this source was last looked at more than a year before",
            )


def _lapse(end: Place, last: date, on: date, what: str) -> Iterator[Diagnostic]:
    if on < last - NOTICE:
        return
    days = (last - on).days
    when = (
        f"ends in {days} days, on {last}" if days >= 0 else f"ended on {last}, {-days} days before"
    )
    yield Diagnostic(code=Code.LAPSED, place=end, message=f"on {on}: {what} {when}")


def _last_day(month: str) -> date:
    year, number = (int(part) for part in month.split("-"))
    return date(year, number, calendar.monthrange(year, number)[1])
