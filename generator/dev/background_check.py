"""The whole check in a process of its own: no page waits for it, and a newer save ends it."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from generator import paths


class BackgroundCheck:
    """One check at a time."""

    def __init__(self) -> None:
        self._running: subprocess.Popen[str] | None = None

    def start(self, policy_data: Path, then: Callable[[str], None]) -> None:
        """Checks the data and hands over what was found, as JSON; a check that still runs is ended without a word."""
        self.stop()
        self._running = subprocess.Popen(
            [
                *(sys.executable, "-m", "generator", "check", "--format", "json"),
                *("--policy-data", policy_data.as_posix()),
            ],
            cwd=paths.PROJECT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        threading.Thread(target=_await, args=(self._running, then), daemon=True).start()

    def stop(self) -> None:
        """Ends the check that runs."""
        if self._running is not None and self._running.poll() is None:
            self._running.kill()


def _await(check: "subprocess.Popen[str]", then: Callable[[str], None]) -> None:
    out, said = check.communicate()
    if check.returncode >= 0:
        then(out if out.startswith("{") else json.dumps({"diagnostics": [], "said": said}))
