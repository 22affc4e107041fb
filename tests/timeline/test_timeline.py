"""The timeline: equal to the day-by-day run, and to the letter of the contract."""

import json
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from generator import paths
from generator.loading import load_scoring_text
from generator.scorer import Scorer
from tests.timeline.conftest import Ask
from tests.timeline.day_by_day import day_by_day, going_on_for_ever
from tests.timeline.people import random_person


@pytest.fixture(scope="module")
def ever() -> Scorer:
    return going_on_for_ever(load_scoring_text(paths.POLICY_DATA))


def timeline(scorer: Scorer, request: dict[str, Any], until: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(
        scorer.timeline_json(json.dumps(request | {"until": until}))
    )
    return answer


def shortened(answer: dict[str, Any]) -> dict[str, Any]:
    return {
        "first_date": answer["first_date"],
        "windows": answer["windows"],
        "events": [
            {
                "date": event["date"],
                "score": event["score"],
                "changes": {change["indicator"]: change["points"] for change in event["changes"]},
            }
            for event in answer["events"]
        ],
    }


@pytest.mark.parametrize("seed", range(14))
def test_a_timeline_is_what_a_score_for_each_day_says(
    seed: int, scorer: Scorer, ever: Scorer
) -> None:
    dice = Random(seed)
    request = random_person(dice)
    until = date.fromisoformat(request["on"]) + timedelta(days=dice.randrange(300))
    answer = timeline(scorer, request, until.isoformat())
    assert shortened(answer) == day_by_day(ever, request | {"until": until.isoformat()})


@pytest.mark.parametrize("seed", range(1000, 1006))
def test_a_timeline_over_the_change_of_editions_is_what_a_score_for_each_day_says(
    seed: int, scorer: Scorer, ever: Scorer
) -> None:
    request = random_person(Random(seed)) | {"on": "2022-11-20"}
    request["answers"].setdefault("family_planning_violation", bool(seed % 2))
    answer = timeline(scorer, request, "2023-02-10")
    assert shortened(answer) == day_by_day(ever, request | {"until": "2023-02-10"})
    assert [part["edition"] for part in answer["editions"]] == ["2018-01-01", "2023-01-01"]


@pytest.mark.slow
def test_many_years_are_what_a_score_for_each_day_says(scorer: Scorer, ever: Scorer) -> None:
    request = random_person(Random(2001))
    assert "contributions" not in request["answers"]
    until = str(int(request["on"][:4]) + 14) + request["on"][4:]
    answer = timeline(scorer, request, until)
    assert shortened(answer) == day_by_day(ever, request | {"until": until})


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


def test_the_base_that_is_assumed_decides_the_months_to_come(scorer: Scorer, ask: Ask) -> None:
    rows = [{"from": "2023-06", "to": "2026-05", "base": "9200"}]
    request = ask("2026-06-15", contributions=rows)
    low = timeline(scorer, request, "2029-12-31")
    high = timeline(scorer, request | {"assume": {"base": "22792.00"}}, "2029-12-31")
    assert low["events"][-1]["score"] + 75 == high["events"][-1]["score"]
    assert "22,792" in "".join(high["assumptions"])


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


def test_what_is_unanswered_and_matters_is_listed(scorer: Scorer, ask: Ask) -> None:
    request = ask(title="mid_title")
    for code in ("award", "title_base_months", "marriage_date"):
        request["answers"].pop(code)
    error = timeline(scorer, request, "2027-01-01")["error"]
    assert error["path"] == "answers"
    assert "award（" in error["message"]
    assert "title_base_months（" in error["message"]
    assert "marriage_date" not in error["message"]


def test_what_starts_to_matter_later_is_listed_too(scorer: Scorer, ask: Ask) -> None:
    request = ask(marriage_date="2026-01-15")
    request["answers"].pop("spouse_local")
    assert "error" not in timeline(scorer, request, "2027-01-14")
    assert "spouse_local（" in timeline(scorer, request, "2027-01-15")["error"]["message"]


def test_a_reading_that_leaves_a_range_is_refused_with_a_word(scorer: Scorer, ask: Ask) -> None:
    request = ask(insured_months=60, readings={"insured_gaps": "continuous"})
    assert timeline(scorer, request, "2027-01-01")["error"]["path"] == "answers.readings"


REFUSED: tuple[tuple[dict[str, Any], str], ...] = (
    ({}, "until"),
    ({"until": "2026-06-29"}, "until"),
    ({"until": "2066-07-01"}, "until"),
    ({"until": "2027-02-30"}, "until"),
    ({"until": "2027-01-01", "assume": {"base": -1}}, "assume.base"),
    ({"until": "2027-01-01", "assume": {"bass": 1}}, "assume.bass"),
    ({"until": "2027-01-01", "untli": 1}, "untli"),
    ({"until": "2027-01-01", "on": "2030-01-01"}, "on"),
)


@pytest.mark.parametrize(("extra", "path"), REFUSED, ids=[str(extra) for extra, _ in REFUSED])
def test_a_bad_request_is_refused_at_its_place(
    extra: dict[str, Any], path: str, scorer: Scorer, ask: Ask
) -> None:
    answer = json.loads(scorer.timeline_json(json.dumps(ask() | extra)))
    assert answer["error"]["path"] == path


def test_exactly_forty_years_can_be_asked_for(scorer: Scorer, ask: Ask) -> None:
    assert "error" not in timeline(scorer, ask(), "2066-06-30")
