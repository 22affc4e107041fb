"""The browsers of the tests."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator import paths


@pytest.mark.browser
def test_a_browser_leaves_no_temporary_files_behind(chromium: Browser, tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "tests.browser"],
        cwd=paths.PROJECT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert chromium.version in said.stdout
    assert [*tmp_path.iterdir()] == []
