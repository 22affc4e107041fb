"""A timeline in words: on the day on which the standard score is reached, before it and after it."""

import json

import pytest

from generator.guidance.told import Told
from generator.scorer import Scorer
from tests.guidance.conftest import Ask
from tests.timeline.people import NOBODY

AT_41 = NOBODY | {"birth_date": "1985-02-28", "education": "bachelor", "insured_months": 100}
"""114 points on 30 June 2026; 120 from 1 February 2028 on."""
UNTIL = "2036-06-30"


def told(**parts: object) -> Told:
    """A timeline of ten years with these parts."""
    timeline = {
        "on": "2026-06-30",
        "until": UNTIL,
        "editions": [{"edition": "2023-01-01", "from": "2026-06-30"}],
        "windows": [],
        "possible_windows": [],
        "events": [],
    }
    standards = {"2023-01-01": 120, "2028-01-01": 120, "2033-01-01": 125}
    return Told(timeline=timeline | parts, titles={"age": "年龄"}, standards=standards)


def span(first: str, last: str | None = None) -> dict[str, str | None]:
    return {"from": first, "to": last}


@pytest.mark.parametrize(
    ("windows", "possible", "says"),
    [
        ([], [], "不变的话，到 2036 年 6 月 30 日为止都达不到 120 分。"),
        ([span("2026-06-30")], [span("2026-06-30")], "照这样下去，现在就达标，到 2036 年 6 月 30 日为止一直达标。"),
        ([span("2026-07-01")], [span("2026-07-01")], "不变的话最早 2026 年 7 月 1 日达标，之后到 2036 年 6 月 30 日为止一直达标。"),
        ([span("2026-06-30", "2026-12-31")], [], "照这样下去，现在就达标，维持到 2026 年 12 月 31 日。"),
        ([span("2026-07-01", "2026-12-31")], [], "不变的话最早 2026 年 7 月 1 日达标，维持到 2026 年 12 月 31 日。"),
        ([span("2026-07-02")], [span("2026-07-01")], "不变的话最早 2026 年 7 月 1 日、最晚 2026 年 7 月 2 日达标，要看还没有答的几问。"),
        ([], [span("2026-07-01")], "不变的话最早可能 2026 年 7 月 1 日达标；只算已经确定的分，到 2036 年 6 月 30 日为止都不到 120 分。"),
    ],
)  # fmt: skip
def test_the_headline_says_what_is_certain_before_what_is_possible(
    windows: list[object], possible: list[object], says: str
) -> None:
    assert told(windows=windows, possible_windows=possible).headline() == says


def test_the_headline_says_from_when_on_an_edition_asks_for_another_standard_score() -> None:
    editions = [
        {"edition": "2023-01-01", "from": "2026-06-30"},
        {"edition": "2028-01-01", "from": "2028-01-01"},
        {"edition": "2033-01-01", "from": "2033-01-01"},
    ]
    assert (
        told(editions=editions)
        .headline()
        .endswith("都达不到 120 分（2033 年 1 月 1 日起 125 分）。")
    )
    assert told(editions=editions[:2]).headline().endswith("都达不到 120 分。")


def test_the_headline_calls_assumed_what_lies_beyond_the_last_edition() -> None:
    holds, ends = [span("2026-06-30")], [span("2026-06-30", "2027-12-31")]
    said = told(windows=holds, possible_windows=holds, beyond_edition_from="2028-01-01").headline()
    assert said.endswith("一直达标。2028 年 1 月 1 日起的日子，假定办法照旧。")
    said = told(windows=ends, possible_windows=ends, beyond_edition_from="2028-01-01").headline()
    assert said.endswith("维持到 2027 年 12 月 31 日。")


def test_later_windows_and_pauses_are_said_with_their_ends() -> None:
    windows = [
        span("2027-01-01", "2027-02-28"),
        span("2028-01-01", "2028-02-29"),
        span("2030-01-01"),
    ]
    pauses = [
        span("2028-01-01", "2028-01-31") | {"because": ["社保", "合同"]},
        span("2030-01-01") | {"because": ["社保"]},
    ]
    timeline = told(windows=windows, apply_pauses=pauses)
    assert timeline.windows_after() == [
        "2028 年 1 月 1 日到 2028 年 2 月 29 日又达标",
        "2030 年 1 月 1 日起又达标",
    ]
    assert timeline.pauses() == [
        "分数够，但 2028 年 1 月 1 日到 2028 年 1 月 31 日不能申请：不满足“社保”、“合同”。",
        "分数够，但 2030 年 1 月 1 日起不能申请：不满足“社保”。",
    ]


def test_a_day_says_what_it_is_made_of_or_what_changed() -> None:
    change = {"indicator": "age", "points": -2, "was": 30, "because": "满 44 周岁"}
    events = [
        {"date": "2026-06-30", "score": None, "range": [-10, 30], "changes": [change]},
        {"date": "2027-06-30", "score": 28, "range": [28, 28], "changes": [change]},
        {
            "date": "2028-06-30",
            "score": 28,
            "range": [28, 28],
            "changes": [change | {"range": [0, 1]}],
        },
    ]
    assert [(day["says"], day["causes"]) for day in told(events=events).events()] == [
        ("2026-06-30：−10 到 30 分", ["年龄：满 44 周岁"]),
        ("2027-06-30：28 分", ["年龄满 44 周岁（30 → −2）"]),
        ("2028-06-30：28 分", ["年龄满 44 周岁"]),
    ]


def test_the_outlook_holds_the_timeline_of_as_many_years(ask: Ask) -> None:
    outlook = ask("outlook_json", AT_41, years=10)
    assert outlook["timeline"] == ask("timeline_json", AT_41, until=UNTIL)
    assert outlook == ask("outlook_json", AT_41)
    assert outlook["sentence"].startswith("不变的话最早 2028 年 2 月 1 日达标")
    assert outlook["closed"] is None
    longer = ask("outlook_json", AT_41, years=1, deadlines={"middle_exam": 2039})
    assert longer["timeline"]["until"] == "2039-05-07"


def test_a_leap_day_is_looked_ahead_from_as_everywhere(ask: Ask) -> None:
    outlook = ask("outlook_json", {}, on="2024-02-29", years=1)
    assert outlook["timeline"]["until"] == "2025-03-01"
    plans = ask("plans_json", NOBODY, on="2024-02-29", years=1)
    assert plans["until"] == "2025-03-01"


@pytest.mark.parametrize("years", [0, 41, 1.5, "10", True])
def test_years_that_cannot_be_meant_are_refused(ask: Ask, years: object) -> None:
    for method in ("outlook_json", "plans_json", "reverse_json"):
        assert ask(method, NOBODY, years=years)["error"]["path"] == "years"


@pytest.mark.parametrize("years", [1, 40])
def test_the_least_and_the_most_years_are_taken(ask: Ask, years: int) -> None:
    assert ask("outlook_json", NOBODY, years=years)["timeline"]["until"] == f"{2026 + years}-06-30"


def test_a_day_by_which_goes_before_years_in_plans(ask: Ask) -> None:
    by = ask("plans_json", NOBODY, by="2027-01-01", years=5)
    assert by == ask("plans_json", NOBODY, by="2027-01-01")
    assert ask("reverse_json", NOBODY, years=5)["by"] == "2031-06-30"


def test_records_that_nobody_has_answered_for_are_said_to_be_assumed(ask: Ask) -> None:
    said = "不良记录还没有答，这里按没有算。"
    assert said in ask("outlook_json", AT_41, assumed=["detentions"])["assumptions"]
    assert said not in ask("outlook_json", AT_41, assumed=["award"])["assumptions"]
    assert said not in ask("outlook_json", AT_41)["assumptions"]


def test_a_veto_leaves_nothing_to_show(ask: Ask) -> None:
    assert "一票否决" in ask("outlook_json", NOBODY | {"serious_crime": True})["closed"]


def test_the_text_to_copy_has_the_sentences_the_days_and_what_is_assumed(ask: Ask) -> None:
    outlook = ask("outlook_json", AT_41, permit_ends="2028-02-29")
    lines = outlook["text"].split("\n")
    assert lines[0] == outlook["sentence"]
    assert lines[1] == outlook["renewal"]
    days = [line[:10] for line in lines[3 : 3 + len(outlook["events"])]]
    assert days == [day["date"] for day in outlook["events"]]
    assert lines[lines.index("假定：") + 1 :] == outlook["assumptions"]
    assert "。；" not in outlook["text"]


def test_what_is_wrong_is_refused_at_its_key(scorer: Scorer, ask: Ask) -> None:
    assert ask("outlook_json", {}, until=UNTIL)["error"]["path"] == "until"
    assert ask("outlook_json", {}, on="2099-01-01")["error"]["path"] == "on"
    assert ask("outlook_json", {}, assume={"base": 0})["error"]["path"] == "assume.base"
    assert json.loads(scorer.outlook_json("[]"))["error"]["path"] == ""
