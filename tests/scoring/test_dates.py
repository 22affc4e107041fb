"""Calendar arithmetic: leap days, complete years, months as numbers."""

from datetime import date

import pytest

from generator.scoring.dates import add_years, full_years


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        ("2023-06-30", 7, "2030-06-30"),
        ("2023-06-30", -7, "2016-06-30"),
        ("2020-02-29", 4, "2024-02-29"),
        ("2020-02-29", 1, "2021-03-01"),
        ("1996-02-29", 4, "2000-02-29"),
        ("2096-02-29", 4, "2100-03-01"),
        ("2020-02-28", 1, "2021-02-28"),
        ("2020-01-29", 1, "2021-01-29"),
    ],
)
def test_years_later_it_is_the_same_day_and_after_a_leap_day_the_first_of_march(
    day: str, years: int, later: str
) -> None:
    assert add_years(date.fromisoformat(day), years).isoformat() == later


@pytest.mark.parametrize(
    ("start", "on", "years"),
    [
        ("2000-06-15", "2020-06-14", 19),
        ("2000-06-15", "2020-06-15", 20),
        ("2000-06-15", "2020-05-30", 19),
        ("2000-06-15", "2020-07-01", 20),
        ("2000-02-29", "2021-02-28", 20),
        ("2000-02-29", "2021-03-01", 21),
        ("2020-06-15", "2020-06-14", -1),
    ],
)
def test_a_year_is_complete_on_its_day(start: str, on: str, years: int) -> None:
    assert full_years(date.fromisoformat(start), date.fromisoformat(on)) == years
