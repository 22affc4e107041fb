"""What every browser test stands on: a static host on loopback, and the browsers that this machine has.

Fixtures: `chromium` and `firefox` (a browser each for the whole run). The host behaves like a plain static host: compressed siblings for those who accept them, ETags,
long caching for content-hashed names, any sub-path; and it can be told to fail in known ways.
"""

import mimetypes
import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from math import inf
from pathlib import Path
from re import compile as pattern
from typing import Final, Literal, override
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Error, Playwright, sync_playwright

from generator import paths

HASHED_NAME: Final = pattern(r"\.[0-9a-f]{10,64}\.[a-z0-9]+$")
TYPES: Final = {
    ".js": "text/javascript",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".zip": "application/zip",
}
ENCODINGS: Final = (("br", ".br"), ("gzip", ".gz"))
CHROMIUM_FOUND_BY_SET_UP: Final = paths.CACHE / "browser"
CHROMIUM_ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
FIREFOX_PREFERENCES: Final[dict[str, str | float | bool]] = {
    # What a reader's Firefox has; the driver's default is laxer towards file://.
    "security.fileuri.strict_origin_policy": True,
}

SEGMENT: Final = 4096

type Fault = Literal["missing", "corrupt", "stall", "cut"]


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
    faults: dict[str, Fault] = field(default_factory=dict)
    log: list[Exchange] = field(default_factory=list)
    line: threading.Lock = field(default_factory=threading.Lock)

    @property
    def url(self) -> str:
        """The address of the site's folder, with a slash at the end."""
        return f"http://localhost:{self.port}{self.prefix}"

    @property
    def bytes_sent(self) -> int:
        """Body bytes sent since the log was last cleared."""
        return sum(exchange.sent for exchange in self.log)

    def send_slowly(self, body: bytes, send: Callable[[bytes], object]) -> None:
        """Send in small pieces, all connections together no faster than the line allows."""
        for start in range(0, len(body), SEGMENT):
            piece = body[start : start + SEGMENT]
            with self.line:
                time.sleep(len(piece) / self.bytes_per_second)
            send(piece)

    def fault_of(self, path: str) -> Fault | None:
        """The fault set for this path, or for a part of it."""
        return next((fault for part, fault in self.faults.items() if part in path), None)


@contextmanager
def serving(host: StaticHost) -> Iterator[StaticHost]:
    """Run the host on a free port (or its own, where it has had one) until the block ends."""
    server = _Server(("127.0.0.1", host.port), _handler(host))
    host.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.end_connections()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__(address, handler)
        self.open_sockets: set[socket.socket] = set()

    def end_connections(self) -> None:
        """Close kept-alive connections too: a stopped host must look stopped."""
        for connection in tuple(self.open_sockets):
            connection.close()

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is no error of the host's."""


def _handler(host: StaticHost) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        @override
        def setup(self) -> None:
            super().setup()
            if isinstance(self.server, _Server):
                self.server.open_sockets.add(self.connection)

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            if not path.startswith(host.prefix):
                self._refuse(path)
                return
            name = path.removeprefix(host.prefix)
            if not name or name.endswith("/"):
                name += "index.html"
            time.sleep(host.latency)
            fault = host.fault_of(name)
            file = host.root / name
            if fault == "missing" or not file.is_file():
                self._refuse(name)
                return
            if fault == "stall":
                time.sleep(60)
                return
            self._send(name, file, fault)

        def _refuse(self, name: str) -> None:
            body = b"not found"
            self.send_response(404)
            self.send_header("Content-Type", "text/plain")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            host.log.append(Exchange(path=name, status=404, sent=len(body)))

        def _send(self, name: str, file: Path, fault: Fault | None) -> None:
            accepted = self.headers.get("Accept-Encoding", "")
            encoding = ""
            for token, suffix in ENCODINGS:
                sibling = file.with_name(file.name + suffix)
                if host.compressed and token in accepted and sibling.is_file() and not fault:
                    encoding, file = token, sibling
                    break
            body = file.read_bytes()
            etag = f'"{sha256(body).hexdigest()[:20]}"'
            if fault == "corrupt":
                body = body[: len(body) // 2] + b"\x00damaged" + body[len(body) // 2 + 8 :]
            fresh = self.headers.get("If-None-Match") == etag
            self.send_response(304 if fresh else 200)
            suffix = Path(name).suffix
            kind = TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
            charset = "; charset=utf-8" if kind.startswith("text/") else ""
            self.send_header("Content-Type", kind + charset)
            self.send_header("ETag", etag)
            self.send_header("Vary", "Accept-Encoding")
            self.send_header("Cache-Control", _caching(host, name))
            if encoding:
                self.send_header("Content-Encoding", encoding)
            for header, value in host.headers.items():
                self.send_header(header, value)
            if fresh:
                self.end_headers()
                host.log.append(Exchange(path=name, status=304, sent=0))
                return
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if fault == "cut":
                self.wfile.write(body[: len(body) // 2])
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            if host.bytes_per_second < inf:
                host.send_slowly(body, self.wfile.write)
            else:
                self.wfile.write(body)
            host.log.append(Exchange(path=name, status=200, sent=len(body)))

        @override
        def log_message(self, format: str, *args: object) -> None:
            """Keep the test's output for the test."""

    return Handler


def _caching(host: StaticHost, name: str) -> str:
    if not host.cached:
        return "no-store"
    if HASHED_NAME.search(name):
        return "public, max-age=31536000, immutable"
    return "no-cache"


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(driver: Playwright) -> Iterator[Browser]:
    browser = launch_chromium(driver)
    if isinstance(browser, str):
        # Continuous integration must not go green on a machine without one.
        if os.environ.get("CI"):
            pytest.fail(browser)
        pytest.skip(browser)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(driver: Playwright) -> Iterator[Browser]:
    browser = launch_firefox(driver)
    if isinstance(browser, str):
        pytest.skip(browser)
    yield browser
    browser.close()


def launch_chromium(playwright: Playwright, *more: str) -> Browser | str:
    """The Chromium that the set-up found, Playwright's own or the system's; else why there is none."""
    arguments = [*CHROMIUM_ARGUMENTS, *more]
    failures = []
    recorded = (
        (CHROMIUM_FOUND_BY_SET_UP.read_text(encoding="utf-8").strip(),)
        if CHROMIUM_FOUND_BY_SET_UP.is_file()
        else ()
    )
    for executable in (*recorded, None, *_found("chromium", "chromium-browser", "google-chrome")):
        try:
            return _proven(playwright.chromium.launch(executable_path=executable, args=arguments))
        except Error as error:
            failures.append(f"{executable or 'Playwright’s own'}: {_first_line(error)}")
    return "no Chromium could be started: " + "; ".join(failures)


def launch_firefox(playwright: Playwright) -> Browser | str:
    """Firefox: Playwright's own where it is installed, else the system's; else why there is none."""
    failures = []
    for executable in (None, *_found("firefox-esr", "firefox")):
        try:
            return _proven(
                playwright.firefox.launch(
                    executable_path=executable,
                    channel="moz-firefox" if executable else None,
                    firefox_user_prefs=FIREFOX_PREFERENCES,
                )
            )
        except Error as error:
            failures.append(f"{executable or 'Playwright’s own'}: {_first_line(error)}")
    return "no Firefox could be started: " + "; ".join(failures)


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
    return browser


def _first_line(error: Error) -> str:
    return str(error).strip().splitlines()[0]
