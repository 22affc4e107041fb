"""A scorer that has answered much before answers like a fresh one."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from generator.scorer import load
from generator.scoring.errors import RequestError
from generator.scoring.many import MOST_REQUESTS
from generator.scoring.memory import Memory
from generator.scoring.plain import read_json
from generator.scoring.request import read_request
from generator.scoring.rules.rule import Basis
from tests.frozen_policy import frozen_scorer, frozen_text
from tests.parity.random_requests import random_requests

BIRTHS = ("2002-01-15", "1995-01-15", "1980-01-15")
"""The youngest first."""


def test_a_used_scorer_answers_like_a_fresh_one() -> None:
    used = frozen_scorer()
    requests = list(random_requests(used.policy, 150, seed=7))
    for text in requests:
        used.score_json(text)
    for text in reversed(requests):
        assert used.score_json(text) == load(frozen_text()).score_json(text)


def test_a_full_memory_forgets_of_the_item_that_filled_it_and_of_no_other() -> None:
    capacity = 20
    scorer = replace(frozen_scorer(), memory=Memory(capacity))
    for days in range(2 * capacity + 1):
        born = (date(1980, 1, 1) + timedelta(days)).isoformat()
        scorer.score_json(request_of({"birth_date": born, "education": "bachelor"}))
    sizes = {
        block.indicators[0].code: (len(known.young), len(known.old))
        for block, known in scorer.memory.blocks.items()
    }
    assert sizes.pop("age") == (1, capacity)
    assert set(sizes.values()) == {(1, 0)}


def test_an_award_in_a_group_is_written_once_for_all_whose_own_part_is_the_same() -> None:
    scorer = frozen_scorer()
    for title in ("none", "skill_5", "skill_4", "skill_1"):
        for education in ("bachelor", "master"):
            scorer.score_json(request_of({"education": education, "title": title}))
    written = {each.code: len(known.young) for each, known in scorer.memory.texts.items()}
    assert (written["education"], written["title"]) == (4, 4)


def test_what_missing_months_can_bring_is_bounded_by_each_life_anew() -> None:
    scorer = frozen_scorer()
    born = [json.loads(scorer.score_json(request_of({"birth_date": day}))) for day in BIRTHS]
    waits = [verdict["open"]["questions"] for verdict in born]
    worth = [
        next(each["at_most"] for each in waited if each["question"] == "public_service_months")
        for waited in waits
    ]
    assert worth == sorted(set(worth))


def test_what_a_finding_does_not_look_at_is_no_part_of_its_basis() -> None:
    unmarried = {"spouse_local": False}
    married = {**unmarried, "marriage_date": "2015-03-01"}
    assert basis_of("spouse", married) == basis_of("spouse", unmarried) != basis_of("spouse", {})
    staff = {"local_staff_yearly": 20}
    shared = {**staff, "share_percent": 30}
    assert basis_of("local_jobs", shared) == basis_of("local_jobs", staff)


def test_months_of_their_own_tier_are_part_of_the_basis_where_a_wider_window_sees_more_of_them() -> (
    None
):
    steady = {"from": "2022-06", "to": "2026-05", "base": "25000"}
    earlier = {"from": "2022-06", "to": "2023-05", "base": "40000"}
    later = {**steady, "from": "2023-06"}
    own_tier: dict[str, object] = {"readings": {"mixed_tiers": "own_tier"}}
    once_higher: dict[str, object] = {"contributions": [earlier, later]}
    as_ever: dict[str, object] = {"contributions": [steady]}
    assert basis_of("base", once_higher) == basis_of("base", as_ever)
    assert basis_of("base", once_higher | own_tier) != basis_of("base", as_ever | own_tier)


def test_facts_of_the_same_basis_give_the_same_finding_and_standing() -> None:
    policy = frozen_scorer().policy
    seen: dict[tuple[object, object], object] = {}
    repeated = 0
    for text in random_requests(policy, 600, seed=9):
        try:
            request = read_request(read_json(text), policy)
        except RequestError:
            continue
        facts, edition = request.facts(), request.edition
        for indicator in edition.indicators:
            key = indicator, indicator.rule.basis(facts)
            found = indicator.rule.assess(facts)
            repeated += key in seen
            assert seen.setdefault(key, found) == found, indicator.code
        for condition in edition.conditions:
            stand = condition, condition.rule.basis(facts)
            assessed = condition.rule.assess(facts)
            assert seen.setdefault(stand, assessed) == assessed, condition.code
    assert repeated > len(seen)


def test_many_scores_are_those_of_single_requests() -> None:
    scorer = frozen_scorer()
    requests = list(random_requests(scorer.policy, 120, seed=10))
    valid = [text for text in requests if is_json(text)]
    scores = json.loads(scorer.scores_json(f"[{','.join(valid)}]"))
    for text, score in zip(valid, scores, strict=True):
        verdict = json.loads(scorer.score_json(text))
        assert score == {key: verdict[key] for key in score}
        assert score.keys() in ({"error"}, {"outcome", "score", "score_range"})
    assert any("error" not in score for score in scores)


def test_many_scores_are_bounded() -> None:
    error = json.loads(frozen_scorer().scores_json(json.dumps([{}] * (MOST_REQUESTS + 1))))["error"]
    assert (error["path"], str(MOST_REQUESTS) in error["message"]) == ("", True)


def request_of(answers: Mapping[str, object]) -> str:
    """A request of a day of the newest edition."""
    return json.dumps({"policy": "shanghai-points", "on": "2026-06-30", "answers": answers})


def basis_of(code: str, answers: Mapping[str, object]) -> Basis:
    """What the finding of an indicator depends on."""
    request = read_request(read_json(request_of(answers)), frozen_scorer().policy)
    return next(
        each.basis(request.facts()) for each in request.edition.indicators if each.code == code
    )


def is_json(text: str) -> bool:
    """Whether a request can stand in a list of others."""
    try:
        read_json(text)
    except RequestError:
        return False
    return True
