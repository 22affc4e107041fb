"""A scorer that has answered much before answers like a fresh one."""

import json

from generator.scorer import load
from generator.scoring.errors import RequestError
from generator.scoring.many import MOST_REQUESTS
from generator.scoring.memory import CAPACITY
from generator.scoring.plain import read_json
from generator.scoring.request import read_request
from tests.frozen_policy import frozen_scorer, frozen_text
from tests.parity.random_requests import random_requests


def test_a_used_scorer_answers_like_a_fresh_one() -> None:
    used = frozen_scorer()
    requests = list(random_requests(used.policy, 150, seed=7))
    for text in requests:
        used.score_json(text)
    for text in reversed(requests):
        assert used.score_json(text) == load(frozen_text()).score_json(text)


def test_a_full_memory_forgets_instead_of_growing() -> None:
    scorer = frozen_scorer()
    for text in random_requests(scorer.policy, 1500, seed=8):
        scorer.score_json(text)
        assert len(scorer.memory.known.young) <= CAPACITY
        assert len(scorer.memory.known.old) <= CAPACITY


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


def is_json(text: str) -> bool:
    """Whether a request can stand in a list of others."""
    try:
        read_json(text)
    except RequestError:
        return False
    return True
