"""Days by which the score has to stand: on them, the day before and the day after what decides."""

from datetime import date

import pytest

from generator.guidance.deadlines import Due, due_in_words
from generator.guidance.guidance import DueDay
from generator.guidance.years import day_in
from tests.guidance.conftest import Ask
from tests.guidance.test_outlook import AT_41, span, told

EXAM = DueDay(
    code="exam", title="中考", month=5, day=7, says="往年", needs="要有效", breaks="断缴", authority="practice"
)  # fmt: skip
DUE = Due(day=EXAM, year=2029)


def says(**parts: object) -> str:
    return due_in_words(DUE, told(**parts))


def test_a_day_is_counted_from_the_year_that_is_named() -> None:
    assert DUE.date == date(2029, 5, 7)
    before = DueDay(
        code="x", title="", years_before=1, month=2, day=31, says="", needs="", breaks="", authority=""
    )  # fmt: skip
    assert Due(day=before, year=2029).date == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (2028, 2, 29, "2028-02-29"),
        (2027, 2, 29, "2027-02-28"),
        (2027, 12, 31, "2027-12-31"),
        (2027, 4, 31, "2027-04-30"),
        (2027, 4, 30, "2027-04-30"),
    ],
)
def test_a_month_without_such_a_day_gives_its_last(
    year: int, month: int, day: int, expected: str
) -> None:
    assert day_in(year, month, day).isoformat() == expected


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("2029-05-07", None, "那天够 120 分，以后在看到的年份里也一直够。"),
        ("2029-05-08", None, "那天还不够 120 分。最早要到 2029 年 5 月 8 日。"),
        ("2026-06-30", "2029-05-07", "那天够 120 分，维持到 2029 年 5 月 7 日；之后。"),
        ("2026-06-30", "2029-05-06", "那天还不够 120 分。"),
    ],
)
def test_it_says_whether_the_score_stands_that_day(
    first: str, last: str | None, sentence: str
) -> None:
    sentences = says(windows=[span(first, last)])
    assert f"照这样下去，{sentence}要有效。断缴。以当年通知为准。" in sentences


def test_what_is_only_possible_is_said_to_be_so() -> None:
    assert "那天可能够 120 分" in says(possible_windows=[span("2029-05-07")])
    assert "那天还不够 120 分" in says(possible_windows=[span("2029-05-08")])


def test_it_is_the_standard_score_of_that_day() -> None:
    editions = [
        {"edition": "2023-01-01", "from": "2026-06-30"},
        {"edition": "2033-01-01", "from": "2029-05-07"},
    ]
    assert "那天还不够 125 分" in says(editions=editions)
    later = [editions[0], {"edition": "2033-01-01", "from": "2029-05-08"}]
    assert "那天还不够 120 分" in says(editions=later)


def test_what_undoes_it_is_named() -> None:
    change = {"indicator": "age", "points": 28, "was": 30, "because": "满 44 周岁"}
    first = {"date": "2026-06-30", "score": 120, "range": [120, 120], "changes": []}
    fall = {"date": "2030-01-01", "score": 118, "range": [118, 118], "changes": [change]}
    text = says(windows=[span("2026-06-30", "2029-12-31")], events=[first, fall])
    assert "之后年龄满 44 周岁（30 → 28）。" in text


def test_a_pause_of_applying_is_said_beside_the_points() -> None:
    pause = span("2029-05-01", "2029-05-31") | {"because": ["本月在缴"]}
    text = says(windows=[span("2026-06-30")], apply_pauses=[pause])
    assert "分数够，但那时不满足“本月在缴”，请先接上。" in text


@pytest.mark.parametrize(("on", "is_past"), [("2029-05-07", False), ("2029-05-08", True)])
def test_a_day_that_has_passed_is_said_to_be_over(on: str, is_past: bool) -> None:
    timeline = told(windows=[span(on)], on=on)
    assert ("这一天已经过了。" in due_in_words(DUE, timeline)) is is_past


@pytest.mark.parametrize("year", [2025, 2052, 0, "20290", "abcd", 2029.5, None, True])
def test_a_year_that_cannot_be_meant_is_refused_at_its_day(ask: Ask, year: object) -> None:
    answer = ask("outlook_json", AT_41, deadlines={"middle_exam": year})
    if year is None:
        assert answer["deadlines"] == []
    else:
        assert answer["error"]["path"] == "deadlines.middle_exam"


@pytest.mark.parametrize("year", [2026, 2051, "2029"])
def test_the_first_and_the_last_year_are_taken(ask: Ask, year: object) -> None:
    (due,) = ask("outlook_json", AT_41, deadlines={"middle_exam": year})["deadlines"]
    assert due["says"].startswith(f"{year} 年中考：照往年推算是 {year} 年 5 月 7 日")
    assert due["authority"] == "practice"


def test_a_day_that_the_policy_does_not_know_is_refused(ask: Ask) -> None:
    answer = ask("outlook_json", AT_41, deadlines={"middle_exm": 2029})
    assert answer["error"]["path"] == "deadlines.middle_exm"
