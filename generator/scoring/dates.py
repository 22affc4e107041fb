"""Calendar arithmetic of the policy: full years, look-backs, months as indexes."""

from datetime import date

from generator.scoring.codes import Month


def add_years(day: date, years: int) -> date:
    """Return the same calendar day ``years`` later (earlier if negative); 29 February becomes 1 March."""
    year = day.year + years
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def full_years(start: date, on: date) -> int:
    """Return how many years since ``start`` are complete on ``on``; negative before ``start``."""
    return on.year - start.year - ((on.month, on.day) < (start.month, start.day))


def month_of(day: date) -> Month:
    """Return the index of the month that ``day`` lies in."""
    return day.year * 12 + day.month - 1


def first_day(month: Month) -> date:
    """Return the first day of a month."""
    return date(month // 12, month % 12 + 1, 1)


def parse_date(text: str) -> date | None:
    """Return the date written ``YYYY-MM-DD``; None where it is written otherwise or doesn't exist."""
    # Of what is laid out so, ``fromisoformat`` takes digits alone.
    if not _is_laid_out(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_written_as_date(text: str) -> bool:
    """Tell whether a text is written ``YYYY-MM-DD``, be it a day that exists or not."""
    return _is_laid_out(text) and is_digits(text[:4] + text[5:7] + text[8:])


def _is_laid_out(text: str) -> bool:
    return len(text) == len("YYYY-MM-DD") and text[4] == text[7] == "-"


def parse_month(text: str) -> Month | None:
    """Return the index of the month written ``YYYY-MM``; None where it is not."""
    day = parse_date(text + "-01")
    return None if day is None else month_of(day)


def write_month(month: Month) -> str:
    """Return ``YYYY-MM``."""
    return first_day(month).isoformat()[:7]


def in_words(day: date) -> str:
    """Return the day as sentences write it: ``2026 年 6 月 30 日``."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日"


def month_in_words(month: Month) -> str:
    """Return the month as sentences write it: ``2026 年 6 月``."""
    return f"{month // 12} 年 {month % 12 + 1} 月"


def is_digits(text: str) -> bool:
    """Tell whether ``text`` is ASCII digits and nothing else."""
    return text.isascii() and text.isdigit()
