"""The real site with its engine, built once for all tests that look at it in a browser."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from generator import paths
from generator.building.build import build
from generator.standing import BuildOptions


@pytest.fixture(scope="session")
def whole_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    return built_once(tmp_path_factory, "whole-site", BuildOptions())


def built_once(factory: pytest.TempPathFactory, name: str, options: BuildOptions) -> Path:
    """Return the folder of a site that the first who asks builds, for all processes of a run of the tests."""
    own = factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder = shared / name / "dist"
    folder.parent.mkdir(exist_ok=True)
    with FileLock(folder.with_suffix(".lock")):
        if not folder.exists():
            build(replace(options, dist=folder, cache=paths.CACHE))
    return folder
