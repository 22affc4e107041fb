import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.loading.model import PolicyText
from generator.scorer import load as load_scorer
from generator.standing import BuildOptions
from tests.shipped import shipped_policy
from tests.whole_site import built_once

type Judge = Callable[[dict[str, object]], dict[str, object]]

BASE_URL = "https://example.org/points"


@pytest.fixture(scope="session")
def policy() -> PolicyText:
    """What the real policy data says."""
    return shipped_policy()


@pytest.fixture(scope="session")
def judge(policy: PolicyText) -> Judge:
    """The engine: a request in, a verdict out."""
    scorer = load_scorer(policy.scoring_text)

    def answer(request: dict[str, object]) -> dict[str, object]:
        verdict: dict[str, object] = json.loads(scorer.score_json(json.dumps(request)))
        return verdict

    return answer


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real policy data at an address of its own, without the engine."""
    return built_once(
        tmp_path_factory, "content", BuildOptions(with_engine=False, base_url=BASE_URL)
    )
