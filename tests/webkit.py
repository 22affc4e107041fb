"""WebKitGTK through its own driver: the nearest thing to Safari that a Linux machine has.

Fixtures: `webkit` and, with all its compilers, `optimizing_webkit`. Spoken to by the WebDriver protocol, as the project's
browser library drives only a WebKit of its own.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Final

import pytest

from tests.browser import PATIENCE_MS

BROWSERS: Final = (
    "/usr/lib/*/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/*/webkitgtk-6.0/MiniBrowser",
    "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
)
ONE_COMPILER: Final = {"JSC_useOMGJIT": "0"}
"""WebAssembly is compiled by the quick compiler alone: an engine starts with two thirds of the work."""
SECONDS_TO_START: Final = 20
SECONDS_FOR_A_SCRIPT: Final = PATIENCE_MS // 1000
LOADED: Final = "document.readyState === 'complete' || new Promise((resolve) => addEventListener('load', () => resolve(true)))"
Json = dict[str, object]


class WebKitError(Exception):
    """The driver refused or failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebKit:
    """One WebKitGTK window."""

    port: int
    session: str

    def open(self, address: str) -> None:
        """Go to an address and wait for the page."""
        self._ask("POST", "/url", {"url": address})
        # The driver of a busy machine comes back before that.
        self.run(LOADED)

    def run(self, expression: str, *given: object) -> object:
        """The value of a JavaScript expression, awaited; ``given`` are its ``arguments``."""
        script = (
            "const done = arguments[arguments.length - 1];"
            f"Promise.resolve().then(() => ({expression}))"
            ".then((value) => done({ value }), (error) => done({ error: String(error) }));"
        )
        answer = self._ask("POST", "/execute/async", {"script": script, "args": list(given)})
        if not isinstance(answer, dict) or "error" in answer:
            raise WebKitError(str(answer))
        return answer.get("value")

    def _ask(self, method: str, path: str, body: Json) -> object:
        return _call(self.port, method, f"/session/{self.session}{path}", body)


@pytest.fixture(scope="session")
def webkit() -> Iterator[WebKit]:
    """A window whose engines start sooner than a reader's and are slower in the long run."""
    yield from _window(ONE_COMPILER)


@pytest.fixture(scope="session")
def optimizing_webkit() -> Iterator[WebKit]:
    """A window with all compilers, as readers have it: for tests that compare answers by the hundred."""
    yield from _window({})


def _window(settings: Mapping[str, str]) -> Iterator[WebKit]:
    """A window of a WebKitGTK with these variables of its environment; where there is none, the test is skipped."""
    missing = missing_parts()
    if missing:
        pytest.skip(f"no WebKitGTK here: {missing}")
    with _driver(settings) as port:
        try:
            session = _new_session(port)
        except WebKitError as error:
            pytest.skip(f"WebKitGTK does not start here: {error}")
        yield WebKit(port=port, session=session)
        with suppress(WebKitError, OSError):
            _call(port, "DELETE", f"/session/{session}", {})


def missing_parts() -> str:
    """What of driver, browser and screen is not installed; empty where all is there."""
    wanted = {
        "WebKitWebDriver": shutil.which("WebKitWebDriver"),
        "MiniBrowser": _browser(),
        "xvfb-run": os.environ.get("DISPLAY") or shutil.which("xvfb-run"),
    }
    return ", ".join(name for name, found in wanted.items() if not found)


def _browser() -> str | None:
    return next((str(found) for place in BROWSERS for found in Path("/").glob(place[1:])), None)


@contextmanager
def _driver(settings: Mapping[str, str]) -> Iterator[int]:
    """The driver on a free port, on a screen of its own, until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    screen = [] if os.environ.get("DISPLAY") else ["xvfb-run", "--auto-servernum"]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        # A home of its own: nothing is kept from one run to the next.
        environment = {
            **os.environ,
            "HOME": home,
            "TMPDIR": home,
            "XDG_DATA_HOME": f"{home}/data",
            "XDG_CACHE_HOME": f"{home}/cache",
            "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
            **settings,
        }
        process = subprocess.Popen(
            [*screen, "WebKitWebDriver", f"--port={port}"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            _wait_for(port)
            yield port
        finally:
            # The driver and the screen are a group of processes of their own.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            process.wait()


def _wait_for(port: int) -> None:
    ends = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < ends:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)


def _new_session(port: int) -> str:
    options = {"binary": _browser(), "args": ["--automation"]}
    wanted = {"webkitgtk:browserOptions": options}
    try:
        answer = _call(port, "POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
    except OSError as error:
        raise WebKitError(str(error)) from error
    if not isinstance(answer, dict):
        raise WebKitError(str(answer))
    session = str(answer["sessionId"])
    timeouts = {"script": SECONDS_FOR_A_SCRIPT * 1000}
    _call(port, "POST", f"/session/{session}/timeouts", timeouts)
    return session


def _call(port: int, method: str, path: str, body: object) -> object:
    connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS_FOR_A_SCRIPT + 10)
    try:
        connection.request(method, path, json.dumps(body), {"Content-Type": "application/json"})
        response = connection.getresponse()
        value: object = json.loads(response.read())["value"]
    finally:
        connection.close()
    if response.status >= 400:
        raise WebKitError(str(value))
    return value
