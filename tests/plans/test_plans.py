"""Plans: true, minimal, none missed; and what is never proposed."""

import json
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from generator.scorer import Scorer
from tests.plans.brute_force import INDICATOR, Plan, plans_by_force
from tests.timeline.conftest import Ask
from tests.timeline.day_by_day import month_number, month_text
from tests.timeline.people import random_person

CHANGEABLE = set(INDICATOR.values())


def plans(scorer: Scorer, request: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(scorer.plans_json(json.dumps(request)))
    return answer


def small_request(dice: Random) -> dict[str, Any]:
    """A random person who looks a few months ahead and has struck out all but a few indicators."""
    request = random_person(dice, date(2023, 1, 1))
    request["answers"] |= {
        "education": dice.choice(("none", "college")),
        "title": dice.choice(("none", "skill_5", "mid_title")),
        "serious_crime": False,
        "local_staff_yearly": dice.choice((0, 9.5, 20)),
        "tax_yearly": dice.choice((0, 99999, 150000)),
        "share_percent": dice.choice((100, 100, 50, 33)),
        "public_service_months": 0,
    }
    if "insured_months" in request["answers"]:
        request["answers"]["insured_months"] %= 60
    request["answers"].pop("readings")
    if not request["answers"].get("contributions", True):
        request["answers"]["contributions"] = [{"from": "2022-01", "to": "2022-06", "base": "9000"}]
    request["answers"]["birth_date"] = f"{dice.randrange(1970, 2000)}-{dice.randrange(1, 13):02}-01"
    request["answers"]["marriage_date"] = f"2017-{dice.randrange(1, 13):02}-01"
    for records in ("false_documents", "detentions", "ordinary_crimes"):
        request["answers"][records] = []
    on = month_number(request["on"][:7])
    months = range(on + 1, min(on + dice.randrange(2, 8), month_number("2027-12")) + 1)
    request["days"] = [
        date.fromisoformat(request["on"]),
        date.fromisoformat(request["on"]) + timedelta(days=1),
        *(date.fromisoformat(f"{month_text(month)}-01") for month in months),
    ]
    request["by"] = request["days"][-1].isoformat()
    kept = dice.sample(sorted(CHANGEABLE), dice.choice((3, 4, 5)))
    request["exclude"] = sorted(CHANGEABLE - set(kept))
    return request


def engine_plans(scorer: Scorer, request: dict[str, Any]) -> set[Plan] | None:
    """The engine's plans as sets of changes and days; None where there is nothing to change."""
    answer = plans(scorer, {key: value for key, value in request.items() if key != "days"})
    assert "error" not in answer, answer
    if answer["met"]:
        return None
    return {
        (
            frozenset(
                (change["answer"], change["to"])
                for change in plan["changes"]
                if change["answer"] != "on"
            ),
            plan["date"],
        )
        for plan in answer["plans"]
    }


@pytest.mark.parametrize("seed", [1, 7, 9, 10, 11, 21, 29, 32, 40, 54, 56])
def test_no_plan_is_missed_and_none_is_wasteful(seed: int, scorer: Scorer) -> None:
    request = small_request(Random(seed))
    assert engine_plans(scorer, request) == plans_by_force(scorer, request)


@pytest.mark.parametrize("seed", range(40, 70))
def test_a_score_confirms_every_plan(seed: int, scorer: Scorer) -> None:
    request = random_person(Random(seed), date(2024, 1, 1))
    for plan in plans(scorer, request).get("plans", ()):
        verdict = json.loads(scorer.score_json(json.dumps(plan["request"])))
        assert (verdict["on"], verdict["score"]) == (plan["date"], plan["score"])
        assert verdict["outcome"] == "meets_standard"


def college(ask: Ask, **answers: object) -> dict[str, Any]:
    """The contract's example: 95 points."""
    return ask(birth_date="1990-01-15", education="college", insured_months=60, **answers)


def changes_of(answer: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {change["answer"]: change["to"] for change in plan["changes"]} for plan in answer["plans"]
    ]


def test_the_example_of_the_contract(scorer: Scorer, ask: Ask) -> None:
    request = college(ask)
    answer = plans(scorer, request)
    plan = answer["plans"][0]
    assert plan == {
        "changes": [
            {
                "answer": "education",
                "from": "college",
                "to": "bachelor_with_degree",
                "indicator": "education",
                "certainty": "text",
            }
        ],
        "date": "2026-06-30",
        "score": 135,
        "request": request
        | {"answers": request["answers"] | {"education": "bachelor_with_degree"}},
    }


def test_the_order_is_fewest_changes_then_the_earliest_day(scorer: Scorer, ask: Ask) -> None:
    found = plans(scorer, college(ask, base_months_1=30))["plans"]
    order = [(len(plan["changes"]), plan["date"]) for plan in found]
    assert order == sorted(order)


def test_waiting_alone_is_a_plan_where_time_is_enough(scorer: Scorer, ask: Ask) -> None:
    request = ask(
        birth_date="1990-01-15", education="college", shortage_major=True, insured_months=30
    )
    answer = plans(scorer, request | {"exclude": sorted(CHANGEABLE)})
    assert changes_of(answer) == [{"on": "2027-12-01"}]
    assert answer["plans"][0]["request"]["answers"]["insured_months"] == 48


def test_a_count_of_months_grows_only_as_fast_as_time_passes(scorer: Scorer, ask: Ask) -> None:
    request = college(ask, base_months_1=30)
    found = changes_of(plans(scorer, request))
    assert {"base_months_1": 36, "on": "2026-12-01"} in found
    (plan,) = (
        plan
        for plan in plans(scorer, request)["plans"]
        if plan["changes"][0]["answer"] == "base_months_1"
    )
    assert "48" in "".join(plan["assumptions"])


def test_a_ledger_goes_on_at_a_base_that_can_be_chosen(scorer: Scorer, ask: Ask) -> None:
    rows = [
        {"from": "2021-06", "to": "2023-12", "base": "8000"},
        {"from": "2024-01", "to": "2026-05", "base": "11396"},
    ]
    request = ask(birth_date="1981-01-15", education="college", contributions=rows)
    request |= {"exclude": sorted(CHANGEABLE - {"base"}), "assume": {"base": "8000"}}
    (plan,) = plans(scorer, request)["plans"]
    assert plan["changes"][0] == {
        "answer": "contributions",
        "from": "8000.00",
        "to": "11396.00",
        "from_month": "2026-06",
        "indicator": "base",
        "certainty": "text",
    }
    assert plan["date"] == "2027-01-01"
    assert plan["request"]["answers"]["contributions"] == [
        *rows,
        {"from": "2026-06", "base": "11396.00", "ongoing": True},
    ]


def test_what_is_struck_out_is_not_proposed(scorer: Scorer, ask: Ask) -> None:
    request = college(ask, base_months_1=30)
    for code in sorted(CHANGEABLE):
        answer = plans(scorer, request | {"exclude": [code]})
        proposed = {
            c["indicator"] for p in answer["plans"] for c in p["changes"] if "indicator" in c
        }
        assert code not in proposed


NEVER = {
    "birth_date",
    "insured_months",
    "false_documents",
    "detentions",
    "ordinary_crimes",
    "serious_crime",
    "award",
    "spouse_local",
    "marriage_date",
    "fresh_graduate",
    "share_percent",
}


@pytest.mark.parametrize("seed", range(70, 90))
def test_what_nobody_can_choose_is_never_proposed(seed: int, scorer: Scorer) -> None:
    request = random_person(Random(seed), date(2024, 1, 1))
    for changes in changes_of(
        plans(scorer, request) | {"plans": plans(scorer, request).get("plans", [])}
    ):
        assert not NEVER & changes.keys()


def test_months_of_one_place_are_not_carried_to_another(scorer: Scorer, ask: Ask) -> None:
    request = college(ask, remote_area="other", remote_area_months=40)
    assert all("remote_area" not in changes for changes in changes_of(plans(scorer, request)))
    begins = ask(
        "2023-02-01",
        birth_date="1980-06-15",
        education="college",
        shortage_major=True,
        insured_months=0,
    )
    found = plans(scorer, begins | {"exclude": sorted(CHANGEABLE - {"remote_area"})})
    assert changes_of(found) == [
        {"remote_area": "lingang", "remote_area_months": 36, "on": "2026-02-01"}
    ]


def test_who_meets_the_standard_needs_no_plan(scorer: Scorer, ask: Ask) -> None:
    answer = plans(scorer, ask(startup_talent=True))
    assert (answer["met"], answer["plans"]) == (True, [])


def test_a_veto_and_a_hopeless_case_say_why_there_is_no_plan(scorer: Scorer, ask: Ask) -> None:
    vetoed = plans(scorer, college(ask, serious_crime=True))
    assert vetoed["plans"] == []
    assert "取消申请" in vetoed["because"]
    hopeless = plans(scorer, college(ask) | {"exclude": sorted(CHANGEABLE)})
    assert hopeless["plans"] == []
    assert "2027-12-31" in hopeless["because"]


def test_plans_stop_where_no_edition_can_confirm_them(scorer: Scorer, ask: Ask) -> None:
    answer = plans(scorer, college(ask) | {"by": "2030-01-01"})
    assert answer["until"] == "2027-12-31"
    assert "2027-12-31" in answer["beyond_edition"]
    assert all(plan["date"] <= "2027-12-31" for plan in answer["plans"])


def test_no_plan_is_later_than_asked_for(scorer: Scorer, ask: Ask) -> None:
    request = college(ask, base_months_1=30)
    assert all(
        plan["date"] <= "2026-11-30"
        for plan in plans(scorer, request | {"by": "2026-11-30"})["plans"]
    )
    assert all(
        plan["date"] == "2026-06-30"
        for plan in plans(scorer, request | {"by": "2026-06-30"})["plans"]
    )


REFUSED: tuple[tuple[dict[str, Any], str], ...] = (
    ({"by": "2026-06-29"}, "by"),
    ({"by": 2027}, "by"),
    ({"exclude": "title"}, "exclude"),
    ({"exclude": ["title", "tilte"]}, "exclude[1]"),
    ({"until": "2027-01-01"}, "until"),
)


@pytest.mark.parametrize(("extra", "path"), REFUSED, ids=[str(extra) for extra, _ in REFUSED])
def test_a_bad_request_is_refused_at_its_place(
    extra: dict[str, Any], path: str, scorer: Scorer, ask: Ask
) -> None:
    assert plans(scorer, ask() | extra)["error"]["path"] == path


def test_unanswered_questions_are_listed(scorer: Scorer, ask: Ask) -> None:
    request = college(ask)
    request["answers"].pop("award")
    assert "award（" in plans(scorer, request)["error"]["message"]


@pytest.mark.parametrize("share", [0.000001, 0.3333333333333333, 1e-15])
def test_a_tiny_share_gives_no_plan_that_no_score_would_take(
    share: float, scorer: Scorer, ask: Ask
) -> None:
    request = ask(birth_date="1990-01-01", education="college", share_percent=share)
    for plan in plans(scorer, request)["plans"]:
        verdict = json.loads(scorer.score_json(json.dumps(plan["request"])))
        assert verdict.get("score") == plan["score"]
