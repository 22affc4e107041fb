from pathlib import Path

import pytest

from generator.loading.model import PolicyText
from generator.standing import BuildOptions
from tests.axe import Right
from tests.shipped import shipped_policy
from tests.whole_site import built_once


@pytest.fixture(scope="session")
def policy() -> PolicyText:
    """What the real policy data says."""
    return shipped_policy()


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real policy data, without the engine, with the gallery."""
    return built_once(tmp_path_factory, "site", BuildOptions(with_engine=False, with_gallery=True))


@pytest.fixture(scope="session")
def right() -> Right:
    """The looks in which axe has found nothing so far: pages share most of theirs."""
    return set()
