"""Running other programs: without input, with a time limit where asked, ended with us."""

import os
import shlex
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress

import checkout


class SetUpError(Exception):
    """A step failed: what failed, what the tool said, and what to do about it."""

    def __init__(self, what: str, hint: str, output: str = "") -> None:
        super().__init__(what)
        self.hint = hint
        self.output = output


def say(message: str) -> None:
    print(f"set-up: {message}", flush=True)


def environment() -> dict[str, str]:
    """The caller's environment, with .venv first on PATH and without what would lead pip astray."""
    astray = {"PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_NO_BINARY"}
    kept = {name: value for name, value in os.environ.items() if name not in astray}
    kept["PATH"] = f"{checkout.VENV / 'bin'}{os.pathsep}{kept.get('PATH', os.defpath)}"
    return kept | {"VIRTUAL_ENV": str(checkout.VENV), "DEBIAN_FRONTEND": "noninteractive"}


def call(command: Sequence[str], seconds: float | None = None) -> tuple[bool, str, str]:
    """Run a program without input; tell whether it succeeded in time, what it printed and its errors.

    At the time limit, and when we are interrupted, it is ended with all that it started.
    """
    try:
        process = subprocess.Popen(
            command,
            cwd=checkout.ROOT,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            start_new_session=True,
            close_fds=False,
        )
    except OSError as error:
        return False, "", str(error)
    with process:
        try:
            printed, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            end(process)
            return False, "", f"no answer within {seconds:g} seconds"
        except BaseException:
            end(process)
            raise
    return process.returncode == 0, printed, errors


def end(process: subprocess.Popen[str]) -> None:
    """End a program with all that it started, gently first."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        with suppress(OSError, subprocess.TimeoutExpired):
            os.killpg(process.pid, how)
            process.wait(timeout=10)
            return


def run(command: Sequence[str], *, what: str, hint: str) -> None:
    is_done, printed, errors = call(command)
    if not is_done:
        raise SetUpError(what, hint, f"$ {shlex.join(command)}\n{printed}\n{errors}")


def succeeds(command: Sequence[str], seconds: float | None = None) -> bool:
    return call(command, seconds)[0]


def output_of(command: Sequence[str]) -> str | None:
    is_done, printed, _ = call(command, seconds=60)
    return printed if is_done else None
