"""The engine as a page sees it: ready, asked, failing with a reason, tried again."""

import json
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from generator.writing.engine import Engine
from tests.browser import Fault, StaticHost, launch_chromium, until, with_a_dying_worker
from tests.engine.conftest import POLICY, REQUEST, Visit, open_visit
from tests.engine.toy.scorer import load

pytestmark = pytest.mark.browser

DOORS: Final = (
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "WebTransport",
    "Worker",
    "importScripts",
    "caches",
    "FontFace",
)
OWN_GLOBALS: Final = """() => {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow));
  frame.remove();
  return Object.getOwnPropertyNames(window).filter((name) => !usual.has(name) && !/^(\\d+|__playwright.*)$/.test(name));
}"""


@pytest.mark.parametrize(
    "request_text",
    [
        REQUEST,
        '{"on": "2024-02-29", "word": "没有"}',
        '{"on": "no date"}',
        "{",
        "",
        "[]",
        "\ud83d\ude00",
    ],
)
def test_the_browser_gives_the_same_bytes_as_the_host(
    visit: Callable[[], Visit], request_text: str
) -> None:
    assert visit().score(request_text) == load(POLICY).score_json(request_text)


def test_only_hujifen_is_added_to_the_window(visit: Callable[[], Visit]) -> None:
    page = visit().page
    assert page.evaluate(OWN_GLOBALS) == ["hujifen"]
    assert page.evaluate("() => Object.isFrozen(window.hujifen)")
    assert page.evaluate("() => Object.keys(window.hujifen).sort()") == ["ready", "scoreJson"]


def test_everything_comes_from_the_sites_own_folder(
    visit: Callable[[], Visit], host: StaticHost
) -> None:
    opened = visit()
    assert opened.ready() == "ready"
    assert {exchange.status for exchange in host.log} == {200}
    assert all(url.startswith((host.url.replace(" ", "%20")[:20], "data:")) for url in opened.hosts)


def test_progress_counts_every_byte_and_names_every_stage(
    visit: Callable[[], Visit], toy: Engine
) -> None:
    opened = visit()
    assert opened.ready() == "ready"
    events = opened.events()
    loaded = [int(event["loaded"]) for event in events]
    assert opened.stages() == ["download", "start", "rules", "selfcheck", "ready"]
    assert loaded == sorted(loaded)
    assert loaded[-1] == toy.total
    assert {event["total"] for event in events} == {toy.total}


@pytest.mark.parametrize(
    ("role", "fault", "reason"),
    [
        ("wasm", "missing", "missing"),
        ("wasm", "corrupt", "integrity"),
        ("wasm", "cut", "cut"),
        ("wasm", "elsewhere", "other"),
        ("wasm", "packed", "host"),
        ("stdlib", "corrupt", "integrity"),
        ("scoring", "corrupt", "integrity"),
        ("policy", "missing", "missing"),
        ("wasm", "broken", "host"),
        ("stdlib", "page", "other"),
        ("scoring", "empty", "empty"),
        ("glue", "missing", "missing"),
        ("glue", "broken", "host"),
        ("glue", "page", "other"),
        ("glue", "empty", "empty"),
        ("glue", "corrupt", "integrity"),
    ],
)
def test_a_part_that_does_not_come_right_is_a_reason_and_a_retry_helps(
    visit: Callable[[], Visit],
    host: StaticHost,
    toy: Engine,
    *,
    role: str,
    fault: Fault,
    reason: str,
) -> None:
    host.faults[toy.parts[role].address] = fault
    opened = visit()
    assert opened.ready() == reason
    assert opened.events()[-1] == {**opened.events()[-1], "stage": "failed", "reason": reason}
    host.faults.clear()
    opened.page.evaluate("() => document.engine.retry()")
    assert opened.score() == load(POLICY).score_json(REQUEST)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [("missing", "missing"), ("broken", "host"), ("page", "other"), ("elsewhere", "other")],
)
def test_a_worker_that_does_not_come_right_is_a_reason(
    visit: Callable[[], Visit], host: StaticHost, toy: Engine, *, fault: Fault, reason: str
) -> None:
    host.faults[toy.worker] = fault
    assert visit().ready() == reason


def test_a_worker_that_is_empty_is_a_reason_as_soon_as_the_silence_is_told(
    context: BrowserContext, host: StaticHost, toy: Engine
) -> None:
    host.faults[toy.worker] = "empty"
    context.clock.install()
    opened = open_visit(context, host.url)
    assert until(opened.page, "() => document.engine")
    opened.page.clock.run_for(15_000)
    assert opened.ready() == "empty"


def test_a_worker_that_was_damaged_on_its_way_blames_no_browser_and_a_retry_helps(
    host: StaticHost, toy: Engine, visit: Callable[[], Visit]
) -> None:
    host.faults[toy.worker] = "corrupt"
    opened = visit()
    assert opened.ready() == "integrity"
    host.faults.clear()
    opened.page.evaluate("() => document.engine.retry()")
    assert opened.score() == load(POLICY).score_json(REQUEST)


@pytest.mark.parametrize("role", ["worker", "glue"])
def test_a_script_that_the_browser_does_not_understand_tells_that_it_is_too_old(
    context: BrowserContext, host: StaticHost, toy: Engine, visit: Callable[[], Visit], *, role: str
) -> None:
    context.add_init_script("delete window.structuredClone")
    address = toy.worker if role == "worker" else toy.parts["glue"].address
    newer = b"class { static { await using 1"
    if role == "worker":
        (host.root / address).write_bytes(newer)
    else:
        # As the build would have it: right by its hash, and beyond this browser.
        _replace_glue(host.root, toy, newer)
    assert visit().ready() == "outdated"


def _replace_glue(root: Path, toy: Engine, content: bytes) -> None:
    glue = toy.parts["glue"]
    digest = f"sha256-{b64encode(sha256(content).digest()).decode()}"
    worker = root / toy.worker
    text = worker.read_text(encoding="utf-8").replace(glue.integrity, digest)
    worker.write_text(text.replace(f'"bytes":{glue.bytes}', f'"bytes":{len(content)}'), "utf-8")
    (root / glue.address).write_bytes(content)


def test_an_engine_that_dies_is_noticed_and_can_be_started_anew(
    context: BrowserContext, host: StaticHost
) -> None:
    with_a_dying_worker(context)
    context.clock.install()
    opened = open_visit(context, host.url)
    assert opened.ready() == "ready"
    opened.page.evaluate(
        """(text) => {
          window.hujifen.scoreJson(text).catch((error) => { document.reason = error.reason; });
        }""",
        REQUEST,
    )
    opened.page.clock.run_for(15_000)
    assert opened.events()[-1] == {**opened.events()[-1], "stage": "ready", "isSilent": True}
    opened.page.clock.run_for(45_000)
    assert opened.page.evaluate("() => document.reason") == "stopped"
    assert opened.events()[-1] == {**opened.events()[-1], "stage": "failed", "reason": "stopped"}
    # What is asked now is refused at once, and not waited for.
    assert (
        opened.page.evaluate("() => window.hujifen.scoreJson('').catch((error) => error.reason)")
        == "stopped"
    )
    opened.page.evaluate("() => void document.engine.retry()")
    assert opened.score() == load(POLICY).score_json(REQUEST)


def test_a_download_that_stands_still_is_told_before_it_is_given_up(
    context: BrowserContext, host: StaticHost, toy: Engine
) -> None:
    host.faults[toy.parts["wasm"].address] = "stall"
    context.clock.install()
    opened = open_visit(context, host.url)
    assert until(opened.page, "() => document.events.some((event) => event.loaded > 0)")
    while not opened.events()[-1].get("isSilent"):
        opened.page.clock.fast_forward(5_000)
    assert opened.events()[-1]["stage"] == "download"


def test_a_lost_network_is_told_from_a_blocked_one(
    visit: Callable[[], Visit], context: BrowserContext, host: StaticHost, toy: Engine
) -> None:
    host.faults[toy.parts["wasm"].address] = "missing"
    opened = visit()
    assert opened.ready() == "missing"
    context.set_offline(True)
    opened.page.evaluate("() => document.engine.retry().catch(() => {})")
    assert opened.ready() == "offline"


def test_a_network_lost_in_the_middle_of_a_file_is_told_as_lost(
    context: BrowserContext, host: StaticHost, toy: Engine
) -> None:
    host.faults[toy.parts["wasm"].address] = "cut"
    context.add_init_script("Object.defineProperty(navigator, 'onLine', { value: false })")
    assert open_visit(context, host.url).ready() == "offline"


@pytest.mark.parametrize(
    "rule", ["script-src 'self'", "connect-src 'none'", "require-trusted-types-for 'script'"]
)
def test_a_host_whose_rules_forbid_what_it_needs_is_a_reason_and_the_browser_is_not_blamed(
    visit: Callable[[], Visit], host: StaticHost, rule: str
) -> None:
    host.headers["Content-Security-Policy"] = rule
    assert visit().ready() == "forbidden"


def test_a_browser_without_workers_is_a_reason(context: BrowserContext, host: StaticHost) -> None:
    context.add_init_script("delete window.Worker")
    assert open_visit(context, host.url).ready() == "worker_unavailable"


def test_a_download_that_never_goes_on_is_a_reason(
    context: BrowserContext, host: StaticHost, toy: Engine
) -> None:
    host.faults[toy.parts["wasm"].address] = "stall"
    context.clock.install()
    page = context.new_page()
    page.goto(host.url)
    page.evaluate(
        "() => { window.hujifen.ready.catch((error) => { document.reason = error.reason; }); }"
    )
    waited = 0
    while (reason := page.evaluate("() => document.reason")) is None and waited < 600_000:
        page.clock.fast_forward(5_000)
        waited += 5_000
    assert reason == "timeout"
    assert waited >= 45_000


def test_an_unknown_method_is_refused_and_others_go_on(visit: Callable[[], Visit]) -> None:
    opened = visit()
    for method in ("nothing_json", "policy", "__class__"):
        refused = opened.page.evaluate(
            "(method) => document.engine.call(method, '').catch((error) => error.reason)", method
        )
        assert refused == "unknown"
    assert opened.score() == load(POLICY).score_json(REQUEST)


def test_python_that_has_raised_is_asked_no_more_and_can_be_started_anew(
    visit: Callable[[], Visit],
) -> None:
    opened = visit()
    assert opened.score() == load(POLICY).score_json(REQUEST)
    asked = opened.page.evaluate(
        """(text) => Promise.all(
          ['greedy_json', 'score_json'].map((method) => document.engine.call(method, text).catch((error) => error.reason)),
        )""",
        REQUEST,
    )
    assert asked == ["memory", "memory"]
    assert opened.events()[-1] == {**opened.events()[-1], "stage": "failed", "reason": "memory"}
    opened.page.evaluate("() => void document.engine.retry()")
    assert opened.score() == load(POLICY).score_json(REQUEST)


def test_calls_made_before_the_engine_is_ready_are_answered_in_the_end(
    visit: Callable[[], Visit],
) -> None:
    opened = visit()
    texts = [json.dumps({"on": f"2026-06-{day:02d}"}) for day in range(1, 31)]
    answers = opened.page.evaluate(
        "(texts) => Promise.all(texts.map((text) => window.hujifen.scoreJson(text)))", texts
    )
    scorer = load(POLICY)
    assert answers == [scorer.score_json(text) for text in texts]


def test_a_request_of_any_length_and_any_signs_is_answered_alike_also_after_memory_has_grown(
    visit: Callable[[], Visit],
) -> None:
    opened = visit()
    scorer = load(POLICY)
    # The second goes on a sheet, its answer does not; the third does not either.
    for word in ("积分", "积" * 21_810, "积" * 30_000):
        text = json.dumps({"on": "2026-06-30", "word": word}, ensure_ascii=False)
        assert opened.score(text) == scorer.score_json(text)
    asked = """([half, bytes]) => {
      const word = half ? String.fromCharCode(0xd83d) : 'x'.repeat(bytes);
      return window.hujifen.scoreJson(`{"on": "2026-06-30", "word": "${word}"}`).then((answer) => JSON.parse(answer).word.slice(0, 9));
    }"""
    assert opened.page.evaluate(asked, [True, 0]) == "?"
    assert opened.page.evaluate(asked, [False, 40_000_000]) == "x" * 9
    assert opened.score() == scorer.score_json(REQUEST)


def test_python_finds_every_door_out_of_the_worker_shut(
    visit: Callable[[], Visit], host: StaticHost
) -> None:
    opened = visit()
    doors = json.loads(opened.ask("surroundings_json", json.dumps(DOORS)))
    assert set(doors.values()) <= {"None", "undefined"}
    host.log.clear()
    tried = json.loads(opened.ask("fetch_json", f"{host.url}index.html?from-python"))
    # Who asks `fetch` is answered: that there is no such file.
    assert set(tried) <= {"fetch", "fetch of the prototype"}
    # A request sent after it has arrived: so it was never sent.
    opened.page.evaluate(
        "(url) => fetch(url, { cache: 'no-store' })", f"{host.url}index.html?after"
    )
    host.wait_for("index.html")
    assert len(host.log) == 1


def test_it_works_where_the_context_is_not_secure(
    driver: Playwright, host: StaticHost, toy: Engine
) -> None:
    browser = launch_chromium(driver, "--host-resolver-rules=MAP plain.test 127.0.0.1")
    assert isinstance(browser, Browser)
    address = host.url.replace("localhost", "plain.test")
    opened = open_visit(browser.new_context(), address)
    assert not opened.page.evaluate("() => isSecureContext")
    assert opened.score() == load(POLICY).score_json(REQUEST)
    host.faults[toy.parts["stdlib"].address] = "corrupt"
    # Here the check is the browser’s own, which does not say why it refused.
    assert open_visit(browser.new_context(), address).ready() == "blocked"
    browser.close()


def test_typing_is_never_held_up_while_the_engine_starts(
    visit: Callable[[], Visit], context: BrowserContext
) -> None:
    context.add_init_script(
        """document.longest = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) document.longest = Math.max(document.longest, entry.duration);
        }).observe({ type: 'longtask', buffered: true });"""
    )
    opened = visit()
    assert opened.ready() == "ready"
    assert longest_task(opened.page) < 200


def longest_task(page: Page) -> float:
    return float(page.evaluate("() => document.longest"))
