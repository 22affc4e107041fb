"""The shipped policy, and what answers requests about it in CPython: what the engines are held to."""

import pytest

from generator.loading import load as load_data
from generator.loading.model import PolicyText
from generator.scorer import Scorer, load
from tests.shipped import SHIPPED_POLICY


@pytest.fixture(scope="module")
def policy() -> PolicyText:
    return load_data(SHIPPED_POLICY)


@pytest.fixture(scope="module")
def scorer(policy: PolicyText) -> Scorer:
    return load(policy.scoring_text)
