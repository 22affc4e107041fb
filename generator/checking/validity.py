"""Which figures lapse soon, or have lapsed, on a day that the caller names? Warnings; nothing here reads a clock."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from generator.checking.view import View, tables
from generator.diagnostics import Code, Diagnostic
from generator.loading.dates import is_month, read_day
from generator.loading.yardsticks import HISTORIES
from generator.reading import Scalar
from generator.reading.nodes import items, scalar

NOTICE = timedelta(days=60)
"""How long before its last day a figure is warned about."""

STALE_AFTER = timedelta(days=365)
"""How long a source is good for after it was looked at."""


def check_validity(view: View, on: date) -> Iterator[Diagnostic]:
    """Warnings about the newest edition, the last period of each yardstick and sources not looked at for long."""
    newest = view.editions[-1] if view.editions else None
    if newest is not None:
        end = scalar(newest.node, "in_force", "to")
        last = None if end is None else read_day(end.text)
        yield from _lapse(end, last, on, f"the edition {newest.name}")
    for history in HISTORIES:
        periods = list(tables(items(view.folder.yardsticks.node, history)))
        end = scalar(periods[-1], "to") if periods else None
        yield from _lapse(end, _last_day(end), on, f"the last known {history}")
    for source in tables(items(view.folder.sources.node)):
        yield from _stale(scalar(source, "document"), scalar(source, "checked_on"), on)


def _lapse(end: Scalar | None, last: date | None, on: date, what: str) -> Iterator[Diagnostic]:
    if end is None or last is None or on < last - NOTICE:
        return
    days = (last - on).days
    when = (
        f"ends in {days} days, on {last}" if days >= 0 else f"ended on {last}, {-days} days before"
    )
    yield Diagnostic(
        code=Code.LAPSED,
        place=end.place,
        message=f"on {on}: {what} {when}",
    )


def _stale(document: Scalar | None, checked: Scalar | None, on: date) -> Iterator[Diagnostic]:
    day = None if checked is None else read_day(checked.text)
    if checked is None or day is None or document is None or on <= day + STALE_AFTER:
        return
    yield Diagnostic(
        code=Code.CHECKED_LONG_AGO,
        place=checked.place,
        message=f"on {on}: {document.text} was last looked at on {day}, {(on - day).days} days before",
    )


def _last_day(month: Scalar | None) -> date | None:
    if month is None or not is_month(month.text):
        return None
    year, number = (int(part) for part in month.text.split("-"))
    return date(year, number, calendar.monthrange(year, number)[1])
