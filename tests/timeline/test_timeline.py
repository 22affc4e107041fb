"""The timeline: equal to the day-by-day run, and to the letter of the contract."""

import json
import os
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from generator.scorer import Scorer
from generator.scoring.dates import add_years
from tests.frozen_policy import frozen_text
from tests.timeline.conftest import Ask
from tests.timeline.day_by_day import Situation, day_by_day, going_on_for_ever, score_on
from tests.timeline.people import random_person, with_open_answers


@pytest.fixture(scope="module")
def ever() -> Scorer:
    return going_on_for_ever(frozen_text())


def timeline(scorer: Scorer, request: dict[str, Any], until: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(
        scorer.timeline_json(json.dumps(request | {"until": until}))
    )
    return answer


def shortened(answer: dict[str, Any]) -> dict[str, Any]:
    assert "error" not in answer, answer
    return {
        **{
            key: answer[key]
            for key in ("first_date", "windows", "possible_windows", "apply_windows")
        },
        "events": [
            {
                **{key: event[key] for key in ("date", "score", "range")},
                "changes": {change["indicator"]: change["points"] for change in event["changes"]},
            }
            for event in answer["events"]
        ],
    }


MANY = int(os.environ.get("TIMELINES", "60"))
"""So many random timelines of each kind; the environment may ask for thousands."""


def random_request(seed: int) -> dict[str, Any]:
    dice = Random(seed)
    request = random_person(dice)
    if dice.random() < 0.4:
        request = with_open_answers(dice, request)
    until = date.fromisoformat(request["on"]) + timedelta(days=dice.choice((0, 20, 75, 150, 240)))
    return request | {"until": until.isoformat()}


@pytest.mark.parametrize("seed", range(MANY))
def test_a_timeline_is_what_a_score_for_each_day_says(
    seed: int, scorer: Scorer, ever: Scorer
) -> None:
    request = random_request(seed)
    answer = timeline(scorer, request, request["until"])
    assert shortened(answer) == day_by_day(ever, request)


@pytest.mark.parametrize("seed", range(1000, 1006))
def test_a_timeline_over_the_change_of_editions_is_what_a_score_for_each_day_says(
    seed: int, scorer: Scorer, ever: Scorer
) -> None:
    request = random_person(Random(seed)) | {"on": "2022-11-20"}
    request.pop("assume", None)
    request["answers"].setdefault("family_planning_violation", bool(seed % 2))
    answer = timeline(scorer, request, "2023-02-10")
    assert shortened(answer) == day_by_day(ever, request | {"until": "2023-02-10"})
    assert [part["edition"] for part in answer["editions"]] == ["2018-01-01", "2023-01-01"]


@pytest.mark.parametrize("seed", range(5000, 5000 + MANY))
def test_on_any_day_of_forty_years_it_says_what_a_score_says(
    seed: int, scorer: Scorer, ever: Scorer
) -> None:
    dice = Random(seed)
    request = random_person(dice)
    if dice.random() < 0.4:
        request = with_open_answers(dice, request)
    on = date.fromisoformat(request["on"])
    until = add_years(on, dice.choice((6, 20, 40)))
    request |= {"until": until.isoformat()}
    answer = timeline(scorer, request, until.isoformat())
    situation = Situation(request=request)
    for _ in range(25):
        day = on + timedelta(days=dice.randrange((until - on).days + 1))
        if dice.random() < 0.5:
            day = max(on, day.replace(day=1))
        verdict = score_on(ever, request, day)
        event = [each for each in answer["events"] if each["date"] <= day.isoformat()][-1]
        assert (event["score"], event["range"]) == (verdict["score"], verdict["score_range"]), day
        low, high = verdict["score_range"]
        is_vetoed = verdict["outcome"] == "vetoed"
        meets = not is_vetoed and low >= verdict["standard_score"]
        assert within(day, answer["windows"]) == meets
        possible = not is_vetoed and high >= verdict["standard_score"]
        assert within(day, answer["possible_windows"]) == possible
        assert within(day, answer["apply_windows"]) == (meets and situation.may_apply(day))


@pytest.mark.parametrize("seed", range(9000, 9000 + MANY))
def test_windows_lie_within_what_is_possible_and_around_when_one_may_apply(
    seed: int, scorer: Scorer
) -> None:
    dice = Random(seed)
    request = with_open_answers(dice, random_person(dice))
    until = add_years(date.fromisoformat(request["on"]), 40).isoformat()
    answer = timeline(scorer, request, until)
    names = ("apply_windows", "windows", "possible_windows")
    for inner, outer in pairwise(names):
        for window in answer[inner]:
            assert any(
                wider["from"] <= window["from"]
                and (window["to"] or until) <= (wider["to"] or until)
                for wider in answer[outer]
            )
    for name in names:
        for one, other in pairwise(answer[name]):
            assert one["to"] < other["from"]


@pytest.mark.parametrize("seed", range(9100, 9100 + MANY // 3))
def test_windows_fall_into_days_on_which_one_may_apply_and_pauses_with_reasons(
    seed: int, scorer: Scorer
) -> None:
    dice = Random(seed)
    request = random_person(dice)
    until = add_years(date.fromisoformat(request["on"]), 40).isoformat()
    answer = timeline(scorer, request, until)
    pauses = answer.get("apply_pauses", [])
    assert all(pause["because"] for pause in pauses)
    parts = sorted(
        (span["from"], span["to"] or until) for span in (*answer["apply_windows"], *pauses)
    )
    whole = [(window["from"], window["to"] or until) for window in answer["windows"]]
    assert joined(parts) == joined(whole)


def joined(spans: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The spans with those that touch made one."""
    made: list[tuple[str, str]] = []
    for first, last in spans:
        if made and date.fromisoformat(made[-1][1]) + timedelta(days=1) == date.fromisoformat(
            first
        ):
            made[-1] = (made[-1][0], last)
        else:
            made.append((first, last))
    return made


def within(day: date, windows: list[dict[str, Any]]) -> bool:
    text = day.isoformat()
    return any(w["from"] <= text and (w["to"] is None or text <= w["to"]) for w in windows)


def test_the_first_event_is_the_day_itself_with_every_award(scorer: Scorer, ask: Ask) -> None:
    request = ask(birth_date="1991-05-01", education="college", insured_months=60)
    first = timeline(scorer, request, "2026-06-30")["events"]
    verdict = json.loads(scorer.score_json(json.dumps(request)))
    points = {a["indicator"]: a["points"] for a in verdict["awards"] if a["points"]}
    (event,) = first
    assert (event["date"], event["score"]) == ("2026-06-30", 95)
    assert {c["indicator"]: c["points"] for c in event["changes"]} == points


def test_a_change_tells_the_new_points_the_old_ones_and_why(scorer: Scorer, ask: Ask) -> None:
    request = ask(birth_date="1982-11-15", insured_months=60)
    second, third = timeline(scorer, request, "2027-06-30")["events"][1:]
    assert second == {
        "date": "2026-11-15",
        "score": 44,
        "range": [44, 44],
        "changes": [
            {"indicator": "age", "points": 29, "was": 30, "change": -1, "because": "满 44 周岁"}
        ],
    }
    assert third["date"] == "2027-06-01"
    assert third["changes"] == [
        {
            "indicator": "insured_years",
            "points": 18,
            "was": 15,
            "change": 3,
            "because": "累计满 6 年",
        }
    ]


def test_windows_are_inclusive_and_open_at_the_end(scorer: Scorer, ask: Ask) -> None:
    request = ask(birth_date="1982-11-15", education="master")
    assert timeline(scorer, request, "2027-06-30")["windows"] == [
        {"from": "2026-06-30", "to": None}
    ]
    request = ask(birth_date="1977-11-15", education="master", insured_months=0)
    answer = timeline(scorer, request, "2027-05-31")
    assert answer["first_date"] == "2026-06-30"
    assert answer["windows"] == [{"from": "2026-06-30", "to": "2026-11-14"}]
    request = ask(birth_date="1977-11-15", education="master", insured_months=0)
    answer = timeline(scorer, request, "2027-06-01")
    assert answer["windows"] == [
        {"from": "2026-06-30", "to": "2026-11-14"},
        {"from": "2027-06-01", "to": None},
    ]


def test_a_month_that_leaves_the_window_is_named_as_the_cause(scorer: Scorer, ask: Ask) -> None:
    rows = [
        {"from": "2022-06", "to": "2025-05", "base": "30000"},
        {"from": "2025-06", "to": "2026-05", "base": "9200"},
    ]
    events = timeline(scorer, ask("2026-06-15", contributions=rows), "2026-08-31")["events"]
    (change,) = (c for event in events[1:] for c in event["changes"] if c["indicator"] == "base")
    assert (change["was"], change["points"]) == (100, 25)
    assert change["because"] == "有月份移出近 48 个月，达到 2 倍的只剩 35 个月"


ENDED = {"from": "2018-01", "to": "2024-06", "base": "9200"}
"""A ledger that ended two years before the day."""


def goes_on(since: str, base: str = "9200") -> dict[str, Any]:
    return {"from": since, "ongoing": True, "base": base}


def insured_at(answer: dict[str, Any]) -> dict[str, int]:
    """The points of insured years by the day from which they hold."""
    return {
        event["date"]: change["points"]
        for event in answer["events"]
        for change in event["changes"]
        if change["indicator"] == "insured_years"
    }


def test_nothing_is_added_to_the_past(scorer: Scorer, ask: Ask) -> None:
    request = ask("2026-06-15", birth_date="1996-01-01", education="college", contributions=[ENDED])
    answer = timeline(scorer, request, "2036-06-15")
    assert insured_at(answer) == {"2026-06-15": 18}
    assert [event["date"] for event in answer["events"][1:3]] == []
    assert answer["windows"] == []


def test_a_row_that_goes_on_is_paid_from_the_month_of_the_day(scorer: Scorer, ask: Ask) -> None:
    request = ask("2026-06-15", contributions=[goes_on("2023-06")])
    answer = timeline(scorer, request, "2028-07-31")
    assert insured_at(answer) == {"2026-06-15": 9, "2027-06-01": 12, "2028-06-01": 15}
    assert "从 2026 年 6 月起每个月都按基数 9,200 元缴费" in "".join(answer["assumptions"])


def test_a_row_that_will_go_on_counts_from_its_own_beginning(scorer: Scorer, ask: Ask) -> None:
    request = ask("2026-06-15", contributions=[goes_on("2026-09")])
    assert insured_at(timeline(scorer, request, "2028-12-31")) == {
        "2027-09-01": 3,
        "2028-09-01": 6,
    }


def test_an_assumed_base_begins_with_the_month_of_the_day_and_fills_nothing_before(
    scorer: Scorer, ask: Ask
) -> None:
    request = ask("2026-06-15", contributions=[ENDED])
    answer = timeline(scorer, request | {"assume": {"base": "11396"}}, "2028-12-31")
    assert insured_at(answer) == {
        "2026-06-15": 18,
        "2026-12-01": 21,
        "2027-12-01": 24,
        "2028-12-01": 27,
    }


def test_an_assumed_base_takes_the_place_of_the_one_that_goes_on(scorer: Scorer, ask: Ask) -> None:
    request = ask("2026-06-15", contributions=[goes_on("2023-06")])
    low = timeline(scorer, request, "2029-12-31")
    high = timeline(scorer, request | {"assume": {"base": "22792.00"}}, "2029-12-31")
    assert low["events"][-1]["score"] + 75 == high["events"][-1]["score"]
    assert "22,792 元" in "".join(high["assumptions"])


def test_paying_can_stop(scorer: Scorer, ask: Ask) -> None:
    stop = {"assume": {"base": None}}
    for request in (
        ask("2026-06-15", contributions=[goes_on("2023-06")]),
        ask("2026-06-15", insured_months=36),
    ):
        answer = timeline(scorer, request | stop, "2036-06-15")
        assert insured_at(answer) == {"2026-06-15": 9}
        assert "从 2026 年 6 月起停缴" in "".join(answer["assumptions"])


def test_paying_can_pause(scorer: Scorer, ask: Ask) -> None:
    pause = {"assume": {"from": "2026-09"}}
    for request in (
        ask("2026-06-15", contributions=[goes_on("2023-06")]),
        ask("2026-06-15", insured_months=36),
    ):
        answer = timeline(scorer, request | pause, "2027-10-15")
        assert insured_at(answer) == {"2026-06-15": 9, "2027-09-01": 12}
        assert "从 2026 年 9 月起才又缴费" in "".join(answer["assumptions"])


def test_a_row_that_lies_ahead_counts_as_it_says_and_goes_before_what_is_assumed(
    scorer: Scorer, ask: Ask
) -> None:
    ahead = {"from": "2026-08", "to": "2027-07", "base": "9200"}
    request = ask("2026-06-15", contributions=[ahead])
    assert insured_at(timeline(scorer, request, "2029-06-15")) == {"2027-08-01": 3}
    stopped = request | {"assume": {"base": None}}
    assert insured_at(timeline(scorer, stopped, "2029-06-15")) == {"2027-08-01": 3}
    excluded = ask("2026-06-15", contributions=[ahead | {"counts": False}])
    answer = timeline(scorer, excluded | {"assume": {"base": "9200"}}, "2028-06-15")
    assert insured_at(answer) == {"2028-06-01": 3}


@pytest.mark.parametrize("rows", [[ENDED], [goes_on("2023-06")], [goes_on("2026-06")], []])
def test_nothing_steps_on_the_day_after(
    rows: list[dict[str, Any]], scorer: Scorer, ask: Ask
) -> None:
    for assume in ({}, {"assume": {"base": "34188"}}, {"assume": {"base": None}}):
        request = ask("2026-06-15", contributions=rows) | assume
        answer = timeline(scorer, request, "2026-06-30")
        assert len(answer["events"]) == 1
        assert all(w["from"] == "2026-06-15" for w in answer["apply_windows"])


def test_one_may_not_apply_in_a_break_nor_before_half_a_year_is_paid_again(
    scorer: Scorer, ask: Ask
) -> None:
    rows = [{"from": "2020-01", "to": "2026-10", "base": "12000"}, goes_on("2027-06", "12000")]
    request = ask(
        "2026-09-15", birth_date="1996-01-01", education="bachelor_with_degree", contributions=rows
    )
    answer = timeline(scorer, request, "2028-06-30")
    assert answer["windows"] == [{"from": "2026-09-15", "to": None}]
    assert answer["apply_windows"] == [
        {"from": "2026-09-15", "to": "2026-10-31"},
        {"from": "2027-12-01", "to": None},
    ]
    assert answer["apply_pauses"] == [
        {
            "from": "2026-11-01",
            "to": "2027-11-30",
            "because": ["申请当月在缴职工社保", "近 12 个月里缴满 6 个月"],
        }
    ]


def test_three_months_are_too_few_to_apply(scorer: Scorer, ask: Ask) -> None:
    request = ask(
        "2026-06-15",
        birth_date="1996-01-01",
        education="bachelor_with_degree",
        insured_months=3,
    )
    answer = timeline(scorer, request, "2027-06-30")
    assert answer["windows"] == [{"from": "2026-06-15", "to": None}]
    assert answer["apply_windows"] == [{"from": "2026-09-01", "to": None}]


def test_what_lapses_is_said_with_its_day_and_only_where_it_is_reached(
    scorer: Scorer, ask: Ask
) -> None:
    near, far = timeline(scorer, ask(), "2026-06-30"), timeline(scorer, ask(), "2028-01-01")
    assert not {"beyond_edition_from", "unverified_from"} & near.keys()
    assert (far["beyond_edition_from"], far["unverified_from"]) == ("2028-01-01", "2026-07-01")
    assert len(far["assumptions"]) == len(near["assumptions"]) + 2


def test_a_veto_leaves_no_window_and_no_score(scorer: Scorer, ask: Ask) -> None:
    answer = timeline(scorer, ask(startup_talent=True, serious_crime=True), "2030-01-01")
    assert (answer["first_date"], answer["windows"]) == (None, [])
    assert {event["score"] for event in answer["events"]} == {None}


def test_a_veto_that_the_next_edition_drops_ends_with_its_edition(scorer: Scorer, ask: Ask) -> None:
    request = ask("2022-12-30", startup_talent=True, family_planning_violation=True)
    answer = timeline(scorer, request, "2023-06-30")
    assert answer["windows"] == [{"from": "2023-01-01", "to": None}]


def test_what_is_unanswered_leaves_a_range_and_no_score(scorer: Scorer, ask: Ask) -> None:
    request = ask(birth_date="1990-05-01", education="bachelor_with_degree")
    request["answers"].pop("shortage_major")
    answer = timeline(scorer, request, "2034-06-30")
    first, *_, last = answer["events"]
    assert (first["score"], first["range"]) == (None, [120, 150])
    (change,) = (c for c in first["changes"] if c["indicator"] == "shortage_major")
    assert (change["points"], change["range"]) == (0, [0, 30])
    assert answer["windows"] == answer["possible_windows"]
    assert last["range"][1] - last["range"][0] == 30


def test_what_may_be_enough_is_told_beside_what_is(scorer: Scorer, ask: Ask) -> None:
    request = ask(birth_date="1999-05-01", education="bachelor")
    request["answers"].pop("shortage_major")
    answer = timeline(scorer, request, "2040-06-30")
    assert answer["possible_windows"][0] == {"from": "2026-06-30", "to": None}
    assert answer["first_date"] == answer["windows"][0]["from"] == "2036-06-01"


def test_a_range_that_moves_says_so(scorer: Scorer, ask: Ask) -> None:
    request = ask(marriage_date="2026-01-15")
    request["answers"].pop("spouse_local")
    second = timeline(scorer, request, "2027-01-15")["events"][1]
    assert second["date"] == "2027-01-15"
    (change,) = second["changes"]
    assert (change["was_range"], change["range"]) == ([0, 0], [0, 4])
    assert "0 到 4 分" in change["because"]


def test_a_reading_that_leaves_a_range_holds_for_the_whole_timeline(
    scorer: Scorer, ask: Ask
) -> None:
    request = ask(insured_months=60, readings={"insured_gaps": "continuous"})
    answer = timeline(scorer, request, "2027-07-01")
    assert [event["range"] for event in answer["events"]] == [[0, 15], [0, 18]]
    assert {event["score"] for event in answer["events"]} == {None}


def test_a_base_out_of_bounds_is_told_and_goes_on(scorer: Scorer, ask: Ask) -> None:
    request = ask(contributions=[]) | {"assume": {"base": "99999999"}}
    answer = timeline(scorer, request, "2027-07-01")
    assert [notice["path"] for notice in answer["notices"]] == ["assume.base"]
    assert "37,731" in answer["notices"][0]["message"]


REFUSED: tuple[tuple[dict[str, Any], str], ...] = (
    ({}, "until"),
    ({"until": "2026-06-29"}, "until"),
    ({"until": "2066-07-01"}, "until"),
    ({"until": "2027-02-30"}, "until"),
    ({"until": "2027-01-01", "assume": {"base": -1}}, "assume.base"),
    ({"until": "2027-01-01", "assume": {"bass": 1}}, "assume.bass"),
    ({"until": "2027-01-01", "assume": {"base": 0}}, "assume.base"),
    ({"until": "2027-01-01", "assume": {"base": "0.00"}}, "assume.base"),
    ({"until": "2027-01-01", "assume": {"from": "2026-05"}}, "assume.from"),
    ({"until": "2027-01-01", "assume": {"from": "2026-13"}}, "assume.from"),
    ({"until": "2027-01-01", "assume": {"base": None, "from": "2026-08"}}, "assume.from"),
    ({"until": "2027-01-01", "untli": 1}, "untli"),
    ({"until": "2027-01-01", "on": "2030-01-01"}, "on"),
)


@pytest.mark.parametrize(("extra", "path"), REFUSED, ids=[str(extra) for extra, _ in REFUSED])
def test_a_bad_request_is_refused_at_its_place(
    extra: dict[str, Any], path: str, scorer: Scorer, ask: Ask
) -> None:
    answer = json.loads(scorer.timeline_json(json.dumps(ask() | extra)))
    assert answer["error"]["path"] == path


def test_a_pause_needs_a_base_where_no_row_goes_on(scorer: Scorer, ask: Ask) -> None:
    request = ask(contributions=[ENDED]) | {"until": "2027-01-01", "assume": {"from": "2026-08"}}
    answer = json.loads(scorer.timeline_json(json.dumps(request)))
    assert answer["error"]["path"] == "assume.base"


def test_exactly_forty_years_can_be_asked_for(scorer: Scorer, ask: Ask) -> None:
    assert "error" not in timeline(scorer, ask(), "2066-06-30")
