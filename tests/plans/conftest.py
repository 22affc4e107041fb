"""The scorers of the shipped policy and of the toy town, and the people of the timeline's tests."""

from pathlib import Path

import pytest

from generator.loading import load as load_data
from generator.scorer import Scorer, load
from tests.timeline.conftest import ask, nobody, scorer

__all__ = ["ask", "nobody", "scorer", "toy_scorer"]

TOY_POLICY = Path(__file__).parents[1] / "toy_policy"


@pytest.fixture(scope="session")
def toy_scorer() -> Scorer:
    return load(load_data(TOY_POLICY).scoring_text)
