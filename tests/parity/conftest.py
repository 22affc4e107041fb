"""The shipped policy, and what answers requests about it in CPython: what the engines are held to."""

import pytest

from generator.loading.model import PolicyText
from generator.scorer import Scorer, load
from tests.shipped import shipped_policy


@pytest.fixture(scope="module")
def policy() -> PolicyText:
    return shipped_policy()


@pytest.fixture(scope="module")
def scorer(policy: PolicyText) -> Scorer:
    return load(policy.scoring_text)
