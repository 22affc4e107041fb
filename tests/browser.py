"""What every browser test stands on: a static host on loopback, and the browsers that this machine has.

Fixtures: `chromium`, `firefox` and both with all their compilers, `optimizing_chromium` and `optimizing_firefox` (a browser
each for the whole run). The host is that of `generator serve`, below any
path; and it can be told to be slow and to fail in known ways.

Tests wait for what the page says or the host has answered, never for the clock; whoever waits, waits as long as
`PATIENCE_MS`, so that a machine with ten times too much to do passes, too.
"""

import os
import shutil
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from http import HTTPStatus
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Literal

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Page,
    Playwright,
    Route,
    expect,
    sync_playwright,
)

from generator.loading.data_day import data_day
from generator.serving.host import Answer, Request, answer
from generator.serving.server import Connection, Server, running
from tests.shipped import shipped_policy

CHROMIUM_ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ONE_COMPILER: Final = "--js-flags=--liftoff-only"
"""Chromium compiles WebAssembly by its quick compiler alone: the optimizing one takes a third of an engine's start."""
CHROMIUMS: Final = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The system's, the quickest first: one without windows takes three quarters of the time."""

FIREFOX_PREFERENCES: Final[dict[str, str | float | bool]] = {
    # What a reader's Firefox has; the driver's default is laxer towards file://.
    "security.fileuri.strict_origin_policy": True,
}
ONE_COMPILER_OF_FIREFOX: Final = {"javascript.options.wasm_optimizingjit": False}
"""As with Chromium: an engine starts with three quarters of the work."""

SEGMENT: Final = 4096
PATIENCE_MS: Final = 300_000
PATIENCE_OF_A_RED_RUN_MS: Final = 30_000
"""Once a test has failed, the others are not waited for as long: many red ones would take hours, as if all hung."""

expect.set_options(timeout=PATIENCE_MS)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.failed:
        expect.set_options(timeout=PATIENCE_OF_A_RED_RUN_MS)


type Fault = Literal[
    "missing", "broken", "page", "elsewhere", "empty", "corrupt", "late", "stall", "cut", "packed"
]
"""`elsewhere` sends to another host, as networks do that one has to sign in to; `late` comes once the host is `released`;
`packed` is said to be compressed and is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One answered request: the path under the site, the status, and the body bytes sent."""

    path: str
    status: int
    sent: int


@dataclass(slots=True, kw_only=True)
class StaticHost:
    """A static host serving `root` below `prefix`; change `root` or `faults` while it runs."""

    root: Path
    prefix: str = "/"
    port: int = 0
    cached: bool = True
    compressed: bool = True
    bytes_per_second: float = inf
    latency: float = 0
    """Seconds before each answer."""
    headers: dict[str, str] = field(default_factory=dict)
    charset: str = ""
    """What it says of all text that it sends, be it true or not."""
    without_endings: bool = False
    """Pages lie at addresses without `.html`, and those with it lead there, as some hosts have it."""
    faults: dict[str, Fault] = field(default_factory=dict)
    log: list[Exchange] = field(default_factory=list)
    line: threading.Lock = field(default_factory=threading.Lock)
    answered: threading.Condition = field(default_factory=threading.Condition)
    held: threading.Event = field(default_factory=threading.Event)
    released: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        """The address of the site's folder, with a slash at the end."""
        return f"http://localhost:{self.port}{self.prefix}"

    @property
    def bytes_sent(self) -> int:
        """Body bytes sent since the log was last cleared."""
        return sum(exchange.sent for exchange in self.log)

    def respond(self, request: Request, connection: Connection) -> None:
        """Answers as any static host, but for the faults that are set and the line that is played."""
        if self.without_endings and request.address.endswith(".html"):
            pretty = self.prefix + request.address.removesuffix("index.html").removesuffix(".html")
            sent = Answer(
                status=HTTPStatus.PERMANENT_REDIRECT, headers={"Location": pretty}, body=b""
            )
            connection.begin(sent)
            connection.write(b"")
            return
        if self.without_endings and (self.root / f"{request.address}.html").is_file():
            request = replace(request, address=f"{request.address}.html")
        name = request.address
        name += "index.html" if not name or name.endswith("/") else ""
        time.sleep(self.latency)
        fault = self._fault_of(name)
        if fault == "missing":
            request = replace(request, address=f"{name}/missing")
        if fault == "late":
            self.held.set()
            self.released.wait()
        if fault == "stall":
            self.ended.wait()
            connection.cut()
            return
        compressed = self.compressed and not fault
        found = answer(self.root, request, cached=self.cached, compressed=compressed)
        if fault == "corrupt":
            middle = len(found.body) // 2
            damaged = found.body[:middle] + b"\x00damaged" + found.body[middle + 8 :]
            found = replace(found, body=damaged)
        if fault == "broken":
            found = replace(found, status=HTTPStatus.INTERNAL_SERVER_ERROR)
        if fault == "page":
            page = {**found.headers, "Content-Type": "text/html; charset=utf-8"}
            found = replace(found, headers=page, body=b"<!doctype html><title>Welcome</title>")
        if fault == "elsewhere":
            portal = {"Location": f"http://127.0.0.1:{self.port}/", "Cache-Control": "no-store"}
            found = replace(found, status=HTTPStatus.FOUND, headers=portal, body=b"")
        if fault == "empty":
            found = replace(found, body=b"")
        packed = {"Content-Encoding": "gzip"} if fault == "packed" else {}
        found = replace(found, headers={**found.headers, **packed, **self.headers})
        if self.charset:
            kind = found.headers.get("Content-Type", "").split(";")[0]
            said = {**found.headers, "Content-Type": f"{kind}; charset={self.charset}"}
            found = replace(found, headers=said)
        connection.begin(found)
        if fault == "cut":
            connection.write(found.body[: len(found.body) // 2])
            connection.cut()
            return
        self._send(found.body, connection)
        with self.answered:
            self.log.append(Exchange(path=name, status=found.status, sent=len(found.body)))
            self.answered.notify_all()

    def wait_for(self, path: str) -> None:
        """Return once a request for the path has been answered since the log was last cleared."""
        with self.answered:
            assert self.answered.wait_for(
                lambda: any(exchange.path == path for exchange in self.log), PATIENCE_MS / 1000
            ), f"nobody asked for {path}"

    def wait_until_held(self) -> None:
        """Return once something has been asked for that comes late."""
        assert self.held.wait(PATIENCE_MS / 1000), "nobody asked for what comes late"

    def _send(self, body: bytes, connection: Connection) -> None:
        """Send; on a slow line in small pieces, all connections together no faster than it allows."""
        if self.bytes_per_second == inf:
            connection.write(body)
            return
        for start in range(0, len(body), SEGMENT):
            piece = body[start : start + SEGMENT]
            with self.line:
                time.sleep(len(piece) / self.bytes_per_second)
            connection.write(piece)

    def _fault_of(self, path: str) -> Fault | None:
        """The fault set for this path, or for a part of it."""
        return next((fault for part, fault in self.faults.items() if part in path), None)


def with_a_dying_worker(
    context: BrowserContext, death: str = "self.close();", *, of: str = ""
) -> None:
    """Have the engine's first worker die of the first call whose text has `of` in it; those started later live."""
    dying = f"""self.addEventListener('message', (event) => {{
      if (!event.data.calls.some(({{ text }}) => text.includes('{of}'))) return;
      event.stopImmediatePropagation();
      {death}
    }});"""
    started: list[str] = []

    def answer_worker(route: Route) -> None:
        script = route.fetch().text()
        route.fulfill(body=script if started else dying + script, content_type="text/javascript")
        started.append(route.request.url)

    context.route("**/assets/engine/worker.*.js", answer_worker)


@contextmanager
def serving(host: StaticHost) -> Iterator[StaticHost]:
    """Run the host on a free port (or its own, where it has had one) until the block ends."""
    server = Server(host.respond, host="127.0.0.1", port=host.port, prefix=host.prefix)
    host.port = server.port
    host.ended.clear()
    with running(server):
        try:
            yield host
        finally:
            host.released.set()
            host.ended.set()


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    with driving() as playwright:
        yield playwright


@contextmanager
def driving() -> Iterator[Playwright]:
    """The browser library until the block ends; what it and its browsers left in their folder of temporary files goes, too."""
    with (
        TemporaryDirectory(prefix="browsers-", ignore_cleanup_errors=True) as folder,
        ExitStack() as driven,
    ):
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("TMPDIR", folder)
            playwright = driven.enter_context(sync_playwright())
        yield playwright


@pytest.fixture(scope="session")
def chromium(driver: Playwright) -> Iterator[Browser]:
    """A Chromium whose engines start sooner than a reader's and are slower in the long run."""
    yield from _needed(launch_chromium(driver, ONE_COMPILER))


@pytest.fixture(scope="session")
def optimizing_chromium(driver: Playwright) -> Iterator[Browser]:
    """A Chromium with all compilers, as readers have it: for tests that compare answers by the hundred."""
    yield from _needed(launch_chromium(driver))


def _needed(browser: Browser | str) -> Iterator[Browser]:
    """The browser; where there is none, the test is skipped, but for continuous integration, which must not go green."""
    if isinstance(browser, str) and os.environ.get("CI"):
        pytest.fail(browser)
    yield from _wanted(browser)


@pytest.fixture(scope="session")
def firefox(driver: Playwright) -> Iterator[Browser]:
    """A Firefox whose engines start sooner than a reader's and are slower in the long run."""
    yield from _wanted(launch_firefox(driver, ONE_COMPILER_OF_FIREFOX))


@pytest.fixture(scope="session")
def optimizing_firefox(driver: Playwright) -> Iterator[Browser]:
    """A Firefox with all compilers, as with Chromium."""
    yield from _wanted(launch_firefox(driver))


def _wanted(browser: Browser | str) -> Iterator[Browser]:
    """The browser; where there is none, the test is skipped."""
    if isinstance(browser, str):
        pytest.skip(browser)
    yield browser
    browser.close()


def launch_chromium(playwright: Playwright, *more: str) -> Browser | str:
    """Playwright's own Chromium or the system's; else why there is none."""
    arguments = [*CHROMIUM_ARGUMENTS, *more]
    failures = []
    for executable in (None, *_found(*CHROMIUMS)):
        try:
            return _proven(playwright.chromium.launch(executable_path=executable, args=arguments))
        except Error as error:
            failures.append(f"{executable or 'Playwright’s own'}: {_first_line(error)}")
    return "no Chromium could be started (`make browsers` gets one): " + "; ".join(failures)


def launch_firefox(
    playwright: Playwright, preferences: Mapping[str, str | float | bool] | None = None
) -> Browser | str:
    """Firefox: Playwright's own where it is installed, else the system's; else why there is none.

    ``preferences`` are more of its settings, as ``about:config`` names them.
    """
    failures = []
    for executable in (None, *_found("firefox-esr", "firefox")):
        try:
            return _proven(
                playwright.firefox.launch(
                    executable_path=executable,
                    channel="moz-firefox" if executable else None,
                    firefox_user_prefs={**FIREFOX_PREFERENCES, **(preferences or {})},
                )
            )
        except Error as error:
            failures.append(f"{executable or 'Playwright’s own'}: {_first_line(error)}")
    return "no Firefox could be started: " + "; ".join(failures)


def until(page: Page, script: str, argument: object = None) -> Any:  # noqa: ANN401 -- what the script gives
    """Run a function in the page, again and again until it gives something true, and return that."""
    return page.evaluate(
        f"""async (argument) => {{
          const look = {script};
          const end = Date.now() + {PATIENCE_MS};
          let found;
          while (!(found = await look(argument)) && Date.now() < end) {{
            await new Promise((resolve) => setTimeout(resolve, 20));
          }}
          return found;
        }}""",
        argument,
    )


@cache
def clock() -> str:
    """The script by which pages of tests begin on the data's own day, whatever day it is outside."""
    policy = shipped_policy()
    day = data_day(policy.guide.changes, policy.documents.values())
    ahead = datetime.fromisoformat(f"{day}T12:00:00+08:00").timestamp() - time.time()
    return f"""globalThis.Date = class Date extends globalThis.Date {{
      constructor(...given) {{
        if (given.length) super(...given);
        else super(Date.now());
      }}
      static now() {{
        return super.now() + {ahead:.0f} * 1000;
      }}
    }};"""


def _patient(browser: Browser) -> Browser:
    """The browser whose pages wait as long as everything here, and on a day of the tests; it has no such settings itself."""
    make = browser.new_context

    def new_context(**options: Any) -> BrowserContext:  # noqa: ANN401 -- passed on
        context = make(**options)
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(clock())
        return context

    browser.new_context = new_context  # type: ignore[method-assign]
    return browser


def _found(*names: str) -> tuple[str, ...]:
    """The system's executables of these names, in this order."""
    return tuple(
        path for path in (shutil.which(name, path=os.environ.get("PATH")) for name in names) if path
    )


def _proven(browser: Browser) -> Browser:
    """The browser, once it has opened a page: one that starts but cannot is no browser."""
    try:
        browser.new_page().close()
    except Error:
        browser.close()
        raise
    return _patient(browser)


def _first_line(error: Error) -> str:
    return str(error).strip().splitlines()[0]


def main() -> int:
    """``python -m tests.browser``: say which Chromium the tests drive, or why there is none."""
    with driving() as playwright:
        browser = launch_chromium(playwright)
        if isinstance(browser, str):
            print(browser, file=sys.stderr)
            return 1
        print(f"the tests drive Chromium {browser.version}")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
