"""A scorer that has answered much before answers like a fresh one."""

from generator import paths
from generator.loading import load as load_data
from generator.scorer import load
from generator.scoring.memory import CAPACITY
from tests.parity.random_requests import random_requests


def test_a_used_scorer_answers_like_a_fresh_one() -> None:
    policy = load_data(paths.POLICY_DATA)
    used = load(policy.scoring_text)
    requests = list(random_requests(policy.scoring, 150, seed=7))
    for text in requests:
        used.score_json(text)
    for text in reversed(requests):
        assert used.score_json(text) == load(policy.scoring_text).score_json(text)


def test_a_full_memory_forgets_instead_of_growing() -> None:
    policy = load_data(paths.POLICY_DATA)
    scorer = load(policy.scoring_text)
    for text in random_requests(policy.scoring, 1500, seed=8):
        scorer.score_json(text)
        assert len(scorer.memory.known) <= CAPACITY
