"""The same calendar day of other years."""

from datetime import date, timedelta


def day_in(year: int, month: int, day: int) -> date:
    """Return a day of a year; the month's last one where that year has none of that number."""
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day, (after - timedelta(days=1)).day))
