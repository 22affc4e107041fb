"""The engine's reasons in Firefox and WebKitGTK, as `test_in_chromium` has them: browsers word their errors in different ways."""

from typing import Final

import pytest

from generator.writing.engine import Engine
from tests.browser import Fault, StaticHost
from tests.tab import OTHER_BROWSERS, Tab

pytestmark = OTHER_BROWSERS

READY: Final = "() => window.hujifen.ready.then(() => 'ready', (error) => error.reason)"


@pytest.mark.parametrize(
    ("role", "fault", "reason"),
    [
        ("wasm", "missing", "missing"),
        ("wasm", "broken", "host"),
        ("wasm", "page", "other"),
        ("wasm", "elsewhere", "other"),
        ("wasm", "empty", "empty"),
        ("wasm", "corrupt", "integrity"),
        ("wasm", "cut", "cut"),
        ("stdlib", "cut", "cut"),
        ("policy", "empty", "empty"),
        ("glue", "missing", "missing"),
        ("glue", "corrupt", "integrity"),
        ("glue", "cut", "cut"),
    ],
)
def test_a_part_that_does_not_come_right_is_a_reason(
    tab: Tab, host: StaticHost, toy: Engine, *, role: str, fault: Fault, reason: str
) -> None:
    host.faults[toy.parts[role].address] = fault
    tab.open(host.url)
    assert tab.call(READY) == reason


@pytest.mark.parametrize(
    ("fault", "reason"),
    [("missing", "missing"), ("broken", "host"), ("page", "other"), ("elsewhere", "other")],
)
def test_a_worker_that_does_not_come_right_is_a_reason(
    tab: Tab, host: StaticHost, toy: Engine, *, fault: Fault, reason: str
) -> None:
    host.faults[toy.worker] = fault
    tab.open(host.url)
    assert tab.call(READY) == reason


def test_a_host_whose_rules_forbid_its_files_is_a_reason(tab: Tab, host: StaticHost) -> None:
    host.headers["Content-Security-Policy"] = "connect-src 'none'"
    tab.open(host.url)
    assert tab.call(READY) == "forbidden"
