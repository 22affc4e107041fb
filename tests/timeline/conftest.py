"""The scorer of the frozen policy, loaded once, and a person who has answered everything."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.scorer import Scorer
from tests.frozen_policy import frozen_scorer
from tests.timeline.people import NOBODY

type Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def scorer() -> Scorer:
    return frozen_scorer()


@pytest.fixture(scope="session")
def nobody() -> dict[str, Any]:
    """Complete answers of a person who has nothing."""
    return dict(NOBODY)


@pytest.fixture
def ask(nobody: dict[str, Any]) -> Ask:
    """A request of a person who has only what is said."""

    def make(on: str = "2026-06-30", /, **answers: object) -> dict[str, Any]:
        everything = nobody | answers
        if "contributions" in answers:
            decided = {"insured_months", "title_base_months"} | {
                key for key in everything if key.startswith("base_months")
            }
            everything = {
                key: value
                for key, value in everything.items()
                if key not in decided or key in answers
            }
        return {"policy": "shanghai-points", "on": on, "answers": everything}

    return make
