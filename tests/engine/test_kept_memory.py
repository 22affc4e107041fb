"""The memory that a browser keeps of its first start: made, used, refused, thrown away."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Worker

from generator.writing.engine import Engine
from tests.browser import StaticHost, serving
from tests.engine.conftest import (
    POLICY,
    REQUEST,
    Visit,
    build_toy,
    open_visit,
    toy_policy,
    write_site,
)
from tests.engine.toy.scorer import load

pytestmark = pytest.mark.browser

FROM_NOTHING: Final = ["download", "start", "rules", "selfcheck", "ready"]
OUT_OF_THE_FILE: Final = ["unpack", *FROM_NOTHING[1:]]
FROM_MEMORY: Final = ["download", "start", "ready"]
CHANGE_KEPT: Final = """async ([kind, change]) => {
  const cache = await caches.open((await caches.keys()).find((name) => name.startsWith('hujifen-engine:')));
  const key = (await cache.keys()).find((key) => key.url.includes(kind));
  const response = await cache.match(key);
  const headers = Object.fromEntries(response.headers);
  let body = new Uint8Array(await response.arrayBuffer());
  if (change === 'bit') body[body.length >> 1] ^= 1;
  if (change === 'short') body = body.slice(0, body.length >> 1);
  if (change === 'empty') body = new Uint8Array();
  if (change === 'browser') headers['x-browser'] += '2';
  if (change === 'unlabelled') delete headers['x-digest'];
  await cache.put(key, new Response(body, { headers }));
}"""
HOLDS: Final = """async (text) => {
  const cache = await caches.open((await caches.keys()).find((name) => name.startsWith('hujifen-engine:')));
  const key = (await cache.keys()).find((key) => key.url.includes('/memory/'));
  const bytes = new Uint8Array(await (await cache.match(key)).arrayBuffer());
  return new TextDecoder('latin1').decode(bytes).includes(text);
}"""


def first_visit(visit: Callable[[], Visit]) -> Visit:
    opened = visit()
    assert opened.score() == load(POLICY).score_json(REQUEST)
    assert opened.stages() == FROM_NOTHING
    assert opened.kept()
    return opened


def test_the_second_visit_starts_from_memory_and_answers_the_same(
    visit: Callable[[], Visit], host: StaticHost, toy: Engine
) -> None:
    first_visit(visit)
    host.log.clear()
    second = visit()
    assert second.score() == load(POLICY).score_json(REQUEST)
    assert second.score('{"on": "x"}') == load(POLICY).score_json('{"on": "x"}')
    assert second.stages() == FROM_MEMORY
    fetched = {exchange.path for exchange in host.log}
    assert not fetched & {
        toy.parts[role].address for role in ("wasm", "rest", "stdlib", "scoring", "policy")
    }
    third = visit()
    assert third.score() == load(POLICY).score_json(REQUEST)
    assert third.stages() == FROM_MEMORY


def test_what_is_imported_late_is_in_the_memory_too(visit: Callable[[], Visit]) -> None:
    first_visit(visit)
    second = visit()
    assert second.ask("seldom_json", "迟") == load(POLICY).seldom_json("迟")
    assert second.stages() == FROM_MEMORY


def test_memory_of_another_build_is_neither_used_nor_left_lying(
    visit: Callable[[], Visit], host: StaticHost
) -> None:
    first = first_visit(visit).kept()
    other = build_toy(toy_policy("other"))
    write_site(other, host.root)
    second = visit()
    assert second.score() == load(toy_policy("other")).score_json(REQUEST)
    assert second.stages() == FROM_NOTHING
    # The runtime is the same in both builds, the memory is not.
    now = second.kept()
    assert {address for address in first if address in now} == {
        address for address in first if address.endswith(".wasm")
    }


@pytest.fixture(scope="module")
def returning(
    chromium: Browser, toy: Engine, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visit]:
    """A visitor whose browser keeps a memory, the same for many tests: each leaves a whole one behind."""
    root = tmp_path_factory.mktemp("returning")
    write_site(toy, root)
    context = chromium.new_context()
    with serving(StaticHost(root=root)) as running:
        yield first_visit(lambda: open_visit(context, running.url))
    context.close()


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("/memory/", "bit"),
        ("/memory/", "short"),
        ("/memory/", "empty"),
        ("/memory/", "browser"),
        ("/memory/", "unlabelled"),
        (".wasm", "bit"),
        (".wasm", "empty"),
        ("pyodide-rest", "bit"),
    ],
)
def test_memory_that_is_in_any_doubt_is_thrown_away(
    returning: Visit, kind: str, change: str
) -> None:
    returning.page.evaluate(CHANGE_KEPT, [kind, change])
    for stages in (FROM_NOTHING, FROM_MEMORY):
        again = open_visit(returning.page.context, returning.page.url)
        assert again.score() == load(POLICY).score_json(REQUEST)
        assert again.stages() == stages
        assert again.kept()
        again.page.close()


def test_memory_that_did_not_lead_to_an_answer_once_is_not_tried_again(
    visit: Callable[[], Visit],
) -> None:
    first = first_visit(visit)
    first.page.evaluate(
        """async () => {
          const cache = await caches.open((await caches.keys()).find((name) => name.startsWith('hujifen-engine:')));
          const key = (await cache.keys()).find((key) => key.url.includes('/memory/'));
          await cache.put(key.url.replace('/memory/', '/attempt/'), new Response());
        }"""
    )
    second = visit()
    assert second.score() == load(POLICY).score_json(REQUEST)
    assert second.stages() == FROM_NOTHING


def test_what_was_kept_holds_nobodys_answers(visit: Callable[[], Visit]) -> None:
    opened = visit()
    opened.score('{"on": "2026-06-30", "word": "a-very-private-answer"}')
    assert opened.kept()
    assert opened.page.evaluate(HOLDS, "generator.scorer")
    assert not opened.page.evaluate(HOLDS, "a-very-private-answer")


def test_without_cache_storage_every_start_is_a_first_start(
    visit: Callable[[], Visit], host: StaticHost, toy: Engine
) -> None:
    worker = host.root / toy.worker
    worker.write_bytes(
        b"Object.defineProperty(self, 'caches', { value: undefined });" + worker.read_bytes()
    )
    for _ in range(2):
        opened = visit()
        assert opened.score() == load(POLICY).score_json(REQUEST)
        assert opened.stages() == FROM_NOTHING


@pytest.mark.parametrize(
    "storage",
    [
        pytest.param(
            "Object.defineProperty(self, 'caches', { get() { throw new DOMException('no', 'SecurityError'); }, configurable: true });",
            id="throws",
        ),
        pytest.param(
            """for (const name of ['open', 'match', 'delete']) {
              CacheStorage.prototype[name] = () => new Promise(() => {});
            }
            const patient = self.setTimeout;
            self.setTimeout = (run, ms) => patient(run, ms / 100);""",
            id="hangs",
        ),
    ],
)
def test_a_cache_storage_that_throws_or_hangs_holds_no_start_up(
    visit: Callable[[], Visit], host: StaticHost, toy: Engine, storage: str
) -> None:
    worker = host.root / toy.worker
    worker.write_bytes(storage.encode() + worker.read_bytes())
    opened = visit()
    assert opened.score() == load(POLICY).score_json(REQUEST)
    assert opened.stages() == FROM_NOTHING


def test_the_worker_that_keeps_a_memory_ends_also_where_the_storage_never_answers(
    context: BrowserContext, host: StaticHost, toy: Engine
) -> None:
    worker = host.root / toy.worker
    hangs = """if (self.name) {
      CacheStorage.prototype.match = () => new Promise(() => {});
      const patient = self.setTimeout;
      self.setTimeout = (run, ms) => patient(run, ms / 1000);
    }
    """
    worker.write_bytes(hangs.encode() + worker.read_bytes())
    page = context.new_page()
    started: list[Worker] = []
    page.on("worker", lambda worker: started.append(worker))  # noqa: PLW0108 -- Playwright marks it
    page.goto(host.url)
    page.evaluate("(text) => window.hujifen.scoreJson(text)", REQUEST)
    while len(started) < 2:
        page.wait_for_event("worker")
    if len(page.workers) > 1:
        with started[1].expect_event("close"):
            pass
    assert page.workers == started[:1]


@pytest.mark.slow
def test_the_stock_runtime_answers_the_same_and_keeps_nothing(
    context: BrowserContext, host: StaticHost, tmp_path: Path, visit: Callable[[], Visit]
) -> None:
    stock = build_toy(stock_runtime=True)
    assert stock.parts["stdlib"].bytes > 2_000_000
    write_site(stock, host.root)
    for _ in range(2):
        opened = visit()
        assert opened.score() == load(POLICY).score_json(REQUEST)
        assert opened.stages() == FROM_NOTHING
