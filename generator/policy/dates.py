"""Dates and months as the data writes them."""

import re
from datetime import date

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")


def read_day(text: str) -> date | None:
    """The date that the text gives; None where it gives none between 1900 and 2199."""
    if not DAY.fullmatch(text) or not "1900" <= text[:4] <= "2199":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_month(text: str) -> bool:
    """Whether the text is a month between 1900 and 2199."""
    is_written_so = MONTH.fullmatch(text) is not None
    return is_written_so and "1900" <= text[:4] <= "2199" and "01" <= text[5:] <= "12"


def month_index(text: str) -> int:
    """The index of a month that ``is_month`` (year · 12 + month − 1)."""
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1
