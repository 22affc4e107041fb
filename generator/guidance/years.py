"""The same calendar day of other years."""

from datetime import date, timedelta

from generator.scoring.dates import first_day, month_of


def day_in(year: int, month: int, day: int) -> date:
    """Return a day of a year; the month's last one where that year has none of that number."""
    first = date(year, month, 1)
    last = first_day(month_of(first) + 1) - timedelta(days=1)
    return min(first + timedelta(days=day - 1), last)
