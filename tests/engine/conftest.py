"""The toy's engine, built once, and small sites around it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from json import dumps
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from generator.writing.engine import Engine, EngineOptions, SelfCheck, build_engine
from tests.browser import StaticHost, serving, until
from tests.engine.toy.scorer import Scorer, load

TOY = Path(__file__).parent / "toy"
POLICY = dumps({"name": "toy", "text": "玩具"}, ensure_ascii=False)
REQUEST = dumps({"on": "2026-06-30", "word": "yes"})
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
    "worker-src 'self'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
PAGE = """<!doctype html>
<html lang="zh"><meta charset="utf-8"><title>toy</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<script type="module" src="page.js"></script>
"""
SCRIPT = """
import {{ connect, expose }} from './{client}';
const engine = connect({{ worker: new URL('{worker}', import.meta.url).href, total: {total} }});
expose(engine);
const events = [];
engine.onProgress((event) => events.push(event));
// The test's own way in: pages have no other global than hujifen.
document.engine = engine;
document.events = events;
"""


def toy_policy(name: str = "toy") -> str:
    return dumps({"name": name}, ensure_ascii=False)


def toy_options(scorer: Scorer, *, stock_runtime: bool) -> EngineOptions:
    answer = scorer.score_json(REQUEST)
    return EngineOptions(
        self_checks=(SelfCheck(method="score_json", request=REQUEST, answer=answer),),
        stock_runtime=stock_runtime,
    )


def build_toy(policy: str = POLICY, *, stock_runtime: bool = False) -> Engine:
    return build_engine(TOY, policy, toy_options(load(policy), stock_runtime=stock_runtime))


def write_site(engine: Engine, folder: Path) -> None:
    """The engine's files and one page that connects to them."""
    for address, content in engine.files.items():
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (folder / "index.html").write_text(PAGE.format(policy=CONTENT_POLICY), encoding="utf-8")
    script = SCRIPT.format(client=engine.client, worker=engine.worker, total=engine.total)
    (folder / "page.js").write_text(script, encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A page with the engine on it, and what happened on the way."""

    page: Page
    hosts: list[str]

    def ready(self) -> str:
        """'ready', or the reason why not."""
        return str(
            self.page.evaluate(
                "() => window.hujifen.ready.then(() => 'ready', (error) => error.reason)"
            )
        )

    def score(self, request: str = REQUEST) -> str:
        return str(self.page.evaluate("(text) => window.hujifen.scoreJson(text)", request))

    def ask(self, method: str, text: str) -> str:
        return str(
            self.page.evaluate(
                "([method, text]) => document.engine.call(method, text)", [method, text]
            )
        )

    def stages(self) -> list[str]:
        """The stages passed so far, each once."""
        return list(dict.fromkeys(str(event["stage"]) for event in self.events()))

    def events(self) -> list[dict[str, str | int]]:
        events: list[dict[str, str | int]] = self.page.evaluate("() => document.events")
        return events

    def kept(self) -> list[str]:
        """Paths of what the engine keeps in Cache Storage, once it keeps anything."""
        addresses: list[str] = until(
            self.page,
            """async () => {
              const name = (await caches.keys()).find((name) => name.startsWith('hujifen-engine:'));
              if (!name) return undefined;
              const keys = (await (await caches.open(name)).keys()).map((key) => key.url);
              return keys.some((url) => url.includes('/memory/')) ? keys : undefined;
            }""",
        )
        return addresses


@pytest.fixture(scope="session")
def toy() -> Engine:
    return build_toy()


@pytest.fixture
def host(toy: Engine, tmp_path: Path) -> Iterator[StaticHost]:
    """The toy's site, below a path that needs encoding."""
    root = tmp_path / "site"
    write_site(toy, root)
    with serving(StaticHost(root=root, prefix="/some dir/沪/")) as running:
        yield running


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context()
    yield context
    context.close()


@pytest.fixture
def visit(context: BrowserContext, host: StaticHost) -> Callable[[], Visit]:
    """Opens the toy's page in Chromium, as a new tab of the same visitor."""
    return lambda: open_visit(context, host.url)


def open_visit(context: BrowserContext, url: str) -> Visit:
    page = context.new_page()
    hosts: list[str] = []
    page.on("request", lambda request: hosts.append(request.url))
    page.goto(url)
    return Visit(page=page, hosts=hosts)
