"""The real site with its engine, built once for all tests that look at it in a browser."""

from pathlib import Path

import pytest

from generator import paths
from generator.build import build
from generator.standing import BuildOptions


@pytest.fixture(scope="session")
def whole_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    folder = tmp_path_factory.mktemp("whole-site") / "dist"
    build(BuildOptions(dist=folder, cache=paths.CACHE))
    return folder
