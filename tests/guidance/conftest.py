"""The scorer of the frozen policy, and how it is asked."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from generator.scorer import Scorer
from tests.frozen_policy import frozen_scorer

type Answer = dict[str, Any]
type Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def scorer() -> Scorer:
    return frozen_scorer()


@pytest.fixture
def ask(scorer: Scorer) -> Ask:
    """What a method answers to somebody's answers, as far as they are given."""

    def put(method: str, answers: object, /, **beside: object) -> Answer:
        request = {"policy": "shanghai-points", "on": "2026-06-30", "answers": answers}
        answer: Answer = json.loads(scorer.reply(method, json.dumps(request | beside)).text)
        return answer

    return put
