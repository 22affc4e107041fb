"""The scorer of the real policy, loaded once."""

import pytest

from generator import paths
from generator.loading import load as load_data
from generator.scorer import Scorer, load


@pytest.fixture(scope="session")
def scorer() -> Scorer:
    return load(load_data(paths.POLICY_DATA).scoring_text)
