"""The scorer of the real policy, loaded once, and a person who has answered everything."""

from collections.abc import Callable
from typing import Any

import pytest

from generator import paths
from generator.loading import load as load_data
from generator.loading import load_scoring_text
from generator.scorer import Scorer, load

type Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def scorer() -> Scorer:
    return load(load_scoring_text(paths.POLICY_DATA))


@pytest.fixture(scope="session")
def nobody() -> dict[str, Any]:
    """Complete answers of a person who has nothing."""
    return dict(load_data(paths.POLICY_DATA).people["nobody"].answers)


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
