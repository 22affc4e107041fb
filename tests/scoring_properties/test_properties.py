"""What holds for every person: said once, tried on many."""

import json
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator import paths
from generator.loading import load_scoring_text
from generator.scorer import Scorer, load
from tests.timeline.day_by_day import going_on_for_ever, request_on
from tests.timeline.people import random_person

type Request = dict[str, Any]

quick = settings(deadline=None, derandomize=True, max_examples=60)
people = st.randoms(use_true_random=False).map(random_person)
recent = st.randoms(use_true_random=False).map(lambda dice: random_person(dice, date(2025, 1, 1)))


SCORER = load(load_scoring_text(paths.POLICY_DATA))
EVER = going_on_for_ever(load_scoring_text(paths.POLICY_DATA))
"""Not fixtures: a failing example would be shown with the whole policy."""


def verdict(request: Request, scorer: Scorer = SCORER) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(scorer.score_json(json.dumps(score_request(request))))
    assert "error" not in answer, answer
    return answer


def score_request(request: Request) -> Request:
    """The request without what only a timeline asks for."""
    return {key: request[key] for key in ("policy", "on", "answers")}


def with_answers(request: Request, **answers: object) -> Request:
    return request | {"answers": request["answers"] | answers}


@quick
@given(person=people, more=st.integers(0, 300))
def test_more_insured_months_never_lower_the_score(person: Request, more: int) -> None:
    assume("insured_months" in person["answers"])
    months = person["answers"]["insured_months"] + more
    before, after = (
        verdict(person),
        verdict(with_answers(person, insured_months=months)),
    )
    assert after["score_range"][0] >= before["score_range"][0]
    assert after["score_range"][1] >= before["score_range"][1]


@quick
@given(person=people, dice=st.randoms(use_true_random=False))
def test_the_order_of_answers_and_of_ledger_rows_is_irrelevant(
    person: Request, dice: Random
) -> None:
    answers = list(person["answers"].items())
    dice.shuffle(answers)
    shuffled = person | {"answers": dict(answers)}
    if "contributions" in person["answers"]:
        rows = list(person["answers"]["contributions"])
        dice.shuffle(rows)
        shuffled = with_answers(shuffled, contributions=rows)
    assert verdict(shuffled) == verdict(person)
    until = {"until": f"{int(person['on'][:4]) + 3}-01-01"}
    assert SCORER.timeline_json(json.dumps(shuffled | until)) == SCORER.timeline_json(
        json.dumps(person | until)
    )


@quick
@given(person=people)
def test_the_total_is_the_sum_of_its_parts(person: Request) -> None:
    said = verdict(person)
    if said["outcome"] == "vetoed":
        assert said["score"] is None
        assert any(award["status"] == "vetoed" for award in said["awards"])
    elif said["score"] is not None:
        assert said["score"] == max(0, sum(award["points"] for award in said["awards"]))
    counted = [award for award in said["awards"] if award["status"] == "not_counted"]
    assert all(award["points"] == 0 < award["would_be"] for award in counted)


@quick
@given(person=recent)
def test_a_plans_request_scores_what_the_plan_says(person: Request) -> None:
    plans = json.loads(SCORER.plans_json(json.dumps(person)))
    for plan in plans.get("plans", ()):
        said = verdict(plan["request"])
        assert (said["on"], said["score"]) == (plan["date"], plan["score"])
        assert said["outcome"] == "meets_standard"


@quick
@given(person=people, days=st.integers(0, 3000))
def test_every_windows_inside_passes_and_its_outside_neighbours_do_not(
    person: Request, days: int
) -> None:
    first = date.fromisoformat(person["on"])
    last = first + timedelta(days=days)
    timeline = json.loads(SCORER.timeline_json(json.dumps(person | {"until": last.isoformat()})))

    def passes(day: date) -> bool:
        return bool(verdict(request_on(person, day), EVER)["outcome"] == "meets_standard")

    for window in timeline.get("windows", ()):
        start = date.fromisoformat(window["from"])
        end = date.fromisoformat(window["to"]) if window["to"] else last
        assert all(passes(day) for day in (start, start + (end - start) / 2, end))
        assert not any(
            passes(day)
            for day in (start - timedelta(days=1), end + timedelta(days=1))
            if first <= day <= last
        )


@quick
@given(person=people, dice=st.randoms(use_true_random=False))
def test_ranges_contain_every_completion(person: Request, dice: Random) -> None:
    complete = verdict(person)
    known = {
        code: answer
        for code, answer in person["answers"].items()
        if code == "readings" or dice.random() < 0.7
    }
    partial = verdict(person | {"answers": known})
    assert partial["score_range"][0] <= complete["score_range"][0]
    assert partial["score_range"][1] >= complete["score_range"][1]
    if partial["outcome"] not in ("undecided", complete["outcome"]):
        assert complete["outcome"] == "vetoed"
        assert "serious_crime" not in known or "family_planning_violation" not in known


ODD: tuple[Any, ...] = (
    None,
    "",
    [],
    {},
    -1,
    10**12,
    1.5,
    True,
    "2026-02-30",
    "9999-12-31",
    ["9999-12-31"],
    "0001-01-01",
)
METHODS = (
    Scorer.score_json,
    Scorer.timeline_json,
    Scorer.plans_json,
    Scorer.reverse_json,
    Scorer.readings_json,
    Scorer.ledger_json,
)


@quick
@given(person=people, dice=st.randoms(use_true_random=False))
def test_an_odd_request_is_answered_or_refused_and_never_raises(
    person: Request, dice: Random
) -> None:
    request = person | {"until": "2030-01-01", "by": "2027-06-01", "exclude": ["title"]}
    request["answers"] = dict(request["answers"])
    for _ in range(dice.randrange(1, 4)):
        where = dice.choice((request, request["answers"]))
        if isinstance(where, dict) and where:
            where[dice.choice(sorted(where))] = dice.choice(ODD)
    for method in METHODS:
        kept = dict(request)
        if method is not Scorer.timeline_json:
            kept.pop("until")
        if method not in (Scorer.plans_json, Scorer.reverse_json):
            kept.pop("by")
            kept.pop("exclude")
        answer = json.loads(method(SCORER, json.dumps(kept)))
        assert isinstance(answer, dict)
        assert "error" not in answer or answer["error"]["message"]
