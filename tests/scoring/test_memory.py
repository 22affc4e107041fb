"""A scorer that has answered much before answers like a fresh one."""

from generator.scorer import load
from generator.scoring.memory import CAPACITY
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
        assert len(scorer.memory.known) <= CAPACITY
