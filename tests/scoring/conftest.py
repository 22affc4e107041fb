"""The scorer of the frozen policy, loaded once."""

import pytest

from generator.scorer import Scorer
from tests.frozen_policy import frozen_scorer


@pytest.fixture(scope="session")
def scorer() -> Scorer:
    return frozen_scorer()
