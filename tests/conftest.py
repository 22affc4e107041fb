"""Fixtures that all tests may ask for by name."""

import os

import pytest

pytest_plugins = ("tests.browser", "tests.webkit", "tests.tab", "tests.whole_site")


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes no file that is written whole."""

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
