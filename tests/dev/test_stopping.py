"""The server of ``make dev``, stopped as people stop it."""

import os
import signal
import subprocess
from collections.abc import Iterator

import pytest

from tests.cli.running import COMMAND, PROJECT


@pytest.fixture
def heard() -> Iterator[None]:
    """What this process starts hears an interrupt: what a shell runs behind it ignores them, and hands that on."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
def test_an_interrupt_ends_it_without_a_word() -> None:
    data = ["--policy-data", str(PROJECT / "tests" / "toy_checklist")]
    with subprocess.Popen(
        [*COMMAND, "dev", *data, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=PROJECT,
        text=True,
        start_new_session=True,
    ) as server:
        assert server.stdout is not None
        assert "Ctrl+C stops" in server.stdout.readline()
        os.killpg(server.pid, signal.SIGINT)
        try:
            assert server.communicate(timeout=300) == ("", "")
        finally:
            server.kill()
        assert server.returncode == 0
