from pathlib import Path

import pytest

from generator import paths
from generator.build import build
from generator.loading import load
from generator.loading.model import PolicyText
from generator.standing import BuildOptions
from tests.shipped import SHIPPED_POLICY


@pytest.fixture(scope="session")
def policy() -> PolicyText:
    """What the real policy data says."""
    return load(SHIPPED_POLICY)


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real policy data, without the engine, with the gallery."""
    folder = tmp_path_factory.mktemp("site") / "dist"
    build(BuildOptions(dist=folder, with_engine=False, cache=paths.CACHE, with_gallery=True))
    return folder
