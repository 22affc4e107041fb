"""The command ``generator`` as a process of its own, as people and scripts run it."""

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]
TOY_POLICY = PROJECT / "tests" / "toy_policy"
COMMAND = [sys.executable, "-m", "generator"]


def generator(
    *arguments: str, given: bytes = b"", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The finished process; it never waits for a person."""
    return subprocess.run(
        [*COMMAND, *arguments],
        input=given,
        capture_output=True,
        cwd=PROJECT,
        env={**os.environ, **(environment or {})},
        timeout=600,
        check=False,
    )


def request(on: str = "2023-06-15", **answers: object) -> dict[str, object]:
    """A request to the toy policy."""
    return {"policy": "toy-town", "on": on, "answers": answers}
