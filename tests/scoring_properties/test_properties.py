"""What holds for every person: said once, tried on many."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.scorer import Scorer
from tests.frozen_policy import frozen_scorer, frozen_text
from tests.timeline.day_by_day import going_on_for_ever, request_on
from tests.timeline.people import random_person

type Request = dict[str, Any]

quick = settings(deadline=None, derandomize=True, max_examples=60)
people = st.randoms(use_true_random=False).map(random_person)

SCORER = frozen_scorer()
EVER = going_on_for_ever(frozen_text())
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
    assert unplaced(verdict(shuffled)) == unplaced(verdict(person))
    until = {"until": f"{int(person['on'][:4]) + 3}-01-01"}
    now, then = (
        json.loads(SCORER.timeline_json(json.dumps(each | until))) for each in (shuffled, person)
    )
    assert unplaced(now) == unplaced(then)


def unplaced(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer with its notices in any order and without their rows, which move with the order."""
    messages = sorted(notice["message"] for notice in answer["notices"])
    return answer | {"notices": messages}


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


def drawn[Found](
    seed: int, first: date, question: Callable[[Random, Request], Found]
) -> tuple[Request, Found]:
    """The first of the random people of a seed for whom a question finds something, and what it finds."""
    for number in count():
        dice = Random(f"{seed} {number}")
        person = random_person(dice, first)
        if found := question(dice, person):
            return person, found
    raise AssertionError(seed)


def plans(_: Random, person: Request) -> list[dict[str, Any]]:
    answer = json.loads(SCORER.plans_json(json.dumps(person)))
    assert "error" not in answer, answer
    found: list[dict[str, Any]] = answer["plans"]
    return found


@pytest.mark.parametrize("seed", range(30))
def test_a_plans_request_scores_what_the_plan_says(seed: int) -> None:
    _, found = drawn(seed, date(2025, 1, 1), plans)
    for plan in found:
        said = verdict(plan["request"])
        assert (said["on"], said["score"]) == (plan["date"], plan["score"])
        assert said["outcome"] == "meets_standard"


def windows(dice: Random, person: Request) -> list[tuple[date, date]]:
    last = date.fromisoformat(person["on"]) + timedelta(days=dice.randrange(3000))
    answer = json.loads(SCORER.timeline_json(json.dumps(person | {"until": last.isoformat()})))
    assert "error" not in answer, answer
    return [
        (date.fromisoformat(each["from"]), date.fromisoformat(each["to"]))
        for each in answer["windows"]
        if each["to"]
    ]


@pytest.mark.parametrize("seed", range(30))
def test_every_windows_inside_passes_and_its_outside_neighbours_do_not(seed: int) -> None:
    person, found = drawn(seed, date(2018, 1, 1), windows)
    on = date.fromisoformat(person["on"])

    def passes(day: date) -> bool:
        return bool(verdict(request_on(person, day), EVER)["outcome"] == "meets_standard")

    for start, end in found:
        assert all(passes(day) for day in (start, start + (end - start) / 2, end))
        assert not passes(end + timedelta(days=1))
        assert start == on or not passes(start - timedelta(days=1))


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
    Scorer.papers_json,
    Scorer.editions_json,
    Scorer.outlook_json,
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
