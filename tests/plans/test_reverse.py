"""To pass by a day: which base from which month, and how many more insured months?"""

import json
from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

import pytest

from generator.loading import load as load_data
from generator.loading import load_scoring_text
from generator.scorer import Scorer, load
from tests.diagnostics.patching import TOY_POLICY
from tests.plans.brute_force import change_month, going_base, paid_from
from tests.timeline.conftest import Ask
from tests.timeline.day_by_day import month_number, month_text, request_on
from tests.timeline.people import random_person

BASES = ("9116.80", "11396.00", "22792.00", "34188.00")


def reverse(scorer: Scorer, request: dict[str, Any], by: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(scorer.reverse_json(json.dumps(request | {"by": by})))
    return answer


def first_passing(
    scorer: Scorer, request: dict[str, Any], base: str | None, start: int, end: int
) -> str | None:
    """The first of a month, up to one, on which a score passes if the base is paid from ``start`` on."""
    for month in range(month_number(request["on"][:7]) + 1, end + 1):
        then = request_on(request, date.fromisoformat(f"{month_text(month)}-01"))
        if base is not None and month > start:
            day = date.fromisoformat(then["on"])
            then["answers"]["contributions"] = paid_from(request, day, base, start)
        if json.loads(scorer.score_json(json.dumps(then)))["outcome"] == "meets_standard":
            return str(then["on"])
    return None


@pytest.mark.parametrize(
    "seed", [*range(3), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(3, 12))]
)
def test_the_latest_month_to_begin_is_the_one_that_trying_all_finds(
    seed: int, scorer: Scorer, ask: Ask
) -> None:
    dice = Random(seed)
    on = "2026-05-01"
    rows = [
        {"from": "2021-03", "to": "2023-06", "base": dice.choice(("8000", "23000"))},
        {"from": "2023-07", "ongoing": True, "base": "8000"}
        if dice.random() < 0.5
        else {"from": "2023-07", "to": f"2026-{dice.randrange(1, 5):02}", "base": "8000"},
    ]
    request = ask(
        on,
        birth_date="1978-01-01",
        education=dice.choice(("college", "bachelor_with_degree")),
        title=dice.choice(("none", "mid_title")),
        contributions=rows,
    )
    by = f"2027-{dice.randrange(1, 13):02}-01"
    answer = reverse(scorer, request, by)
    end = month_number(by[:7])
    if answer["first_date"] is not None:
        assert answer["base"] == {"needed": False, "options": []}
        return
    latest, wanted = 0, []
    for base in (*([] if going_base(request) else ["7546.00"]), *BASES):
        for start in range(end - 1, change_month(request) - 1, -1):
            day = first_passing(scorer, request, base, start, end)
            if day is not None:
                if start > latest:
                    wanted.append((base, month_text(start), day))
                    latest = start
                break
    found = answer["base"]["options"]
    assert [(each["base"], each["from_month"], each["date"]) for each in found] == wanted
    assert bool(wanted) != ("because" in answer["base"])


def test_counts_without_a_ledger_say_what_they_take_for_granted(scorer: Scorer, ask: Ask) -> None:
    request = ask(
        birth_date="1975-01-01", education="college", insured_months=100, base_months_1=30
    )
    (option,) = reverse(scorer, request, "2027-12-31")["base"]["options"]
    assert (option["base"], option["from_month"], option["months"]) == ("11396.00", "2027-06", 6)
    assert "48" in option["assumptions"][0]


def test_the_months_that_are_lacking_are_counted_to_the_first_day_that_passes(
    scorer: Scorer, ask: Ask
) -> None:
    request = ask(birth_date="1990-01-15", education="bachelor_with_degree", insured_months=0)
    request["answers"] |= {"education": "college", "shortage_major": True, "insured_months": 30}
    answer = reverse(scorer, request, "2027-12-31")
    assert answer["insured_months"] == {"months": 30, "more": 18, "date": "2027-12-01"}
    assert answer["first_date"] == "2027-12-01"


def test_months_that_can_no_longer_be_reached_are_told_with_the_reason(
    scorer: Scorer, ask: Ask
) -> None:
    request = ask(birth_date="1990-01-15", education="college", insured_months=100)
    answer = reverse(scorer, request, "2027-12-31")["insured_months"]
    assert (answer["more"], answer["needs"], answer["needs_more"]) == (None, 168, 68)
    assert "107 分" in answer["because"]
    enough = request["answers"] | {"insured_months": answer["needs"]}
    verdict = scorer.score_json(json.dumps(request | {"answers": enough, "on": "2027-12-31"}))
    assert json.loads(verdict)["score"] == 122


@pytest.mark.parametrize("seed", range(20))
def test_the_first_day_is_the_timelines(seed: int, scorer: Scorer) -> None:
    request = random_person(Random(seed), date(2023, 1, 1))
    until = {"until": "2027-12-31"}
    timeline = json.loads(scorer.timeline_json(json.dumps(request | until)))
    answer = reverse(scorer, request, "2027-12-31")
    assert answer["first_date"] == timeline["first_date"]


def test_without_a_day_the_last_of_the_last_edition_is_meant(scorer: Scorer, ask: Ask) -> None:
    answer = json.loads(scorer.reverse_json(json.dumps(ask())))
    assert (answer["by"], answer["until"]) == ("2027-12-31", "2027-12-31")


def test_a_day_after_the_last_edition_is_answered_and_said(scorer: Scorer, ask: Ask) -> None:
    request = ask(birth_date="1990-01-15", education="college", insured_months=100)
    answer = reverse(scorer, request, "2036-12-31")
    assert answer["beyond_edition_from"] == "2028-01-01"
    assert answer["first_date"] == "2032-02-01"


@pytest.fixture(scope="module")
def toy() -> Callable[..., dict[str, Any]]:
    """Answers about people of the toy policy, whose years of insurance give 3 points each and 30 at most."""
    scorer = load(load_scoring_text(TOY_POLICY))
    nobody = load_data(TOY_POLICY).people["nobody"].answers

    def ask(answers: dict[str, object], **more: object) -> dict[str, Any]:
        request = {"policy": "toy-town", "on": "2023-06-15", "answers": {**nobody, **answers}}
        method = "reverse_json" if "by" in more else "score_json"
        found: dict[str, Any] = json.loads(scorer.reply(method, json.dumps(request | more)).text)
        return found

    return ask


@pytest.mark.parametrize("full_months", [0, 5])
@pytest.mark.parametrize("tax", [0, 100, 200, 300])
@pytest.mark.parametrize("volunteer", [False, True])
def test_as_many_insured_months_as_are_needed_under_a_cap_reach_the_standard_and_no_fewer_do(
    full_months: int, tax: int, volunteer: bool, toy: Callable[..., dict[str, Any]]
) -> None:
    answers: dict[str, object] = {
        "education": "college",
        "full_months": full_months,
        "half_months": full_months,
        "tax": tax,
        "volunteer": volunteer,
    }
    found = toy(answers, by="2023-06-15")["insured_months"]
    scored = {
        months: toy({**answers, "insured_months": months})["outcome"]
        for months in range(0, 241, 12)
    }
    enough = [months for months, outcome in scored.items() if outcome == "meets_standard"]
    assert found.get("needs", found["more"]) == (enough[0] if enough else None)
