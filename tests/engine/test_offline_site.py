"""The site offline, and one build of it giving way to the next."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from generator.writing.engine import (
    Engine,
    EngineOptions,
    WebApplication,
    service_worker,
    web_manifest,
)
from tests.browser import StaticHost, serving, until
from tests.engine.conftest import POLICY, REQUEST, build_toy, open_visit, toy_policy, write_site
from tests.engine.test_kept_memory import FROM_MEMORY
from tests.engine.toy.scorer import load

pytestmark = pytest.mark.browser

KEEPING: Final = """
import {{ keepOffline }} from './{client}';
await engine.ready;
await keepOffline('sw.js', (takeOver) => {{ document.takeOver = takeOver; }});
"""
IN_CHARGE: Final = (
    "() => navigator.serviceWorker.ready.then((registration) => registration.active.state)"
)
FAILED_UPDATE: Final = """async () => {
  const registration = await navigator.serviceWorker.ready;
  await registration.update().catch(() => undefined);
  const worker = registration.installing;
  if (!worker) return registration.waiting ? 'waiting' : 'redundant';
  while (worker.state === 'installing') {
    await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
  }
  return worker.state;
}"""
"""Looks for a newer build and gives the state in which its service worker ends up."""
LATER: Final = toy_policy("later")


def write_build(engine: Engine, root: Path, name: str) -> None:
    """A whole site: the calculator, a text that names the build, the manifest, the service worker."""
    write_site(engine, root)
    script = (root / "page.js").read_text(encoding="utf-8")
    (root / "page.js").write_text(script + KEEPING.format(client=engine.client), encoding="utf-8")
    (root / "about.html").write_text(f"<!doctype html><title>{name}</title>", encoding="utf-8")
    application = WebApplication(name="沪积分", short_name="沪积分", description="模拟")
    for address, content in web_manifest(application, EngineOptions()).items():
        (root / address).parent.mkdir(exist_ok=True)
        (root / address).write_bytes(content)
    (root / "sw.js").unlink(missing_ok=True)
    site = {
        str(file.relative_to(root).as_posix()): file.read_bytes()
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }
    for address, content in service_worker(site, EngineOptions()).items():
        (root / address).write_bytes(content)


@pytest.fixture(scope="session")
def later() -> Engine:
    return build_toy(LATER)


@pytest.fixture
def folders(toy: Engine, later: Engine, tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "a", tmp_path / "b"
    write_build(toy, first, "a")
    write_build(later, second, "b")
    return first, second


@pytest.fixture
def site(folders: tuple[Path, Path]) -> Iterator[StaticHost]:
    host = StaticHost(root=folders[0], prefix="/some dir/")
    with serving(host):
        yield host


@pytest.fixture
def visitor(request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A visitor of the browser that the test names; of Chromium where it names none."""
    browser: Browser = request.getfixturevalue(getattr(request, "param", "chromium"))
    context = browser.new_context()
    yield context
    context.close()


IN_FIREFOX_TOO: Final = pytest.mark.parametrize(
    "visitor", ["chromium", pytest.param("firefox", marks=pytest.mark.firefox)], indirect=True
)


def first_visit(visitor: BrowserContext, site: StaticHost) -> Page:
    """A page whose site is kept, and whose second start, which asks for files too, is over."""
    opened = open_visit(visitor, site.url)
    assert opened.score() == load(POLICY).score_json(REQUEST)
    assert opened.page.evaluate(IN_CHARGE) in {"activating", "activated"}
    opened.kept()
    return opened.page


@IN_FIREFOX_TOO
def test_who_asks_when_the_whole_site_is_kept_already_has_a_memory_of_the_start_too(
    visitor: BrowserContext, site: StaticHost
) -> None:
    opened = open_visit(visitor, site.url)
    assert until(opened.page, f"async () => await ({IN_CHARGE})() === 'activated'")
    assert opened.score() == load(POLICY).score_json(REQUEST)
    opened.kept()
    later = open_visit(visitor, site.url)
    assert later.score() == load(POLICY).score_json(REQUEST)
    assert later.stages() == FROM_MEMORY


def title_of(visitor: BrowserContext, address: str) -> str:
    page = visitor.new_page()
    page.goto(address)
    title = page.title()
    page.close()
    return title


def news(page: Page) -> bool:
    """Whether the page is told of a new build in the end."""
    return bool(until(page, "() => Boolean(document.takeOver)"))


def test_after_one_visit_the_whole_site_works_with_the_host_gone(
    visitor: BrowserContext, folders: tuple[Path, Path]
) -> None:
    with serving(StaticHost(root=folders[0], prefix="/some dir/")) as site:
        first_visit(visitor, site).close()
    visitor.set_offline(True)
    for _ in range(2):
        opened = open_visit(visitor, site.url)
        assert opened.score() == load(POLICY).score_json(REQUEST)
        opened.page.close()
    assert title_of(visitor, f"{site.url}about.html?from=home") == "a"


@IN_FIREFOX_TOO
def test_a_new_build_replaces_the_old_one_as_a_whole_when_the_reader_asks(
    visitor: BrowserContext, site: StaticHost, folders: tuple[Path, Path], toy: Engine
) -> None:
    first_visit(visitor, site).close()
    site.root = folders[1]
    site.log.clear()
    opened = open_visit(visitor, site.url)
    opened.page.evaluate("() => localStorage.setItem('draft', 'kept')")
    assert opened.score() == load(POLICY).score_json(REQUEST)
    assert news(opened.page)
    # Until the reader asks, every page is the old build's.
    assert title_of(visitor, f"{site.url}about.html") == "a"
    # What has not changed was not fetched again.
    fetched = {exchange.path for exchange in site.log}
    assert not fetched & {toy.parts[role].address for role in ("wasm", "stdlib", "scoring", "glue")}
    with opened.page.expect_navigation():
        opened.page.evaluate("() => document.takeOver()")
    assert opened.score() == load(LATER).score_json(REQUEST)
    assert opened.page.evaluate("() => localStorage.getItem('draft')") == "kept"
    assert title_of(visitor, f"{site.url}about.html") == "b"
    caches = opened.page.evaluate("() => caches.keys()")
    assert len([name for name in caches if name.startswith("hujifen-site:")]) == 1


@IN_FIREFOX_TOO
@pytest.mark.parametrize("fault", ["missing", "corrupt", "cut"])
def test_a_failed_update_leaves_the_old_build_working(
    visitor: BrowserContext, site: StaticHost, folders: tuple[Path, Path], later: Engine, fault: str
) -> None:
    first_visit(visitor, site).close()
    site.root = folders[1]
    site.faults[later.parts["policy"].address] = fault  # type: ignore[assignment]
    opened = open_visit(visitor, site.url)
    assert opened.score() == load(POLICY).score_json(REQUEST)
    assert opened.page.evaluate(FAILED_UPDATE) == "redundant"
    assert not opened.page.evaluate("() => Boolean(document.takeOver)")
    caches = opened.page.evaluate("() => caches.keys()")
    assert len([name for name in caches if name.startswith("hujifen-site:")]) == 1
    opened.page.close()
    # From here on the host has nothing at all.
    site.faults["."] = "missing"
    assert open_visit(visitor, site.url).score() == load(POLICY).score_json(REQUEST)
    assert title_of(visitor, f"{site.url}about.html") == "a"


@IN_FIREFOX_TOO
def test_where_the_host_alters_its_pages_the_new_build_is_offered_and_comes_from_there(
    visitor: BrowserContext, site: StaticHost, folders: tuple[Path, Path]
) -> None:
    first_visit(visitor, site).close()
    site.root = folders[1]
    about = folders[1] / "about.html"
    about.write_text(f"{about.read_text('utf-8')}<!-- counted -->", "utf-8")
    opened = open_visit(visitor, site.url)
    assert opened.score() == load(POLICY).score_json(REQUEST)
    assert news(opened.page)
    assert title_of(visitor, f"{site.url}about.html") == "a"
    with opened.page.expect_navigation():
        opened.page.evaluate("() => document.takeOver()")
    assert opened.score() == load(LATER).score_json(REQUEST)
    assert title_of(visitor, f"{site.url}about.html") == "b"


def test_a_failed_first_installation_changes_nothing(
    visitor: BrowserContext, site: StaticHost
) -> None:
    site.faults["about.html"] = "missing"
    opened = open_visit(visitor, site.url)
    assert opened.score() == load(POLICY).score_json(REQUEST)
    # The installation fails in the background: however long that takes, nothing of it stays.
    site.wait_for("about.html")
    nothing_left = "(await caches.keys()).every((name) => !name.startsWith('hujifen-site:'))"
    assert until(opened.page, f"async () => {nothing_left}")
    assert open_visit(visitor, site.url).score() == load(POLICY).score_json(REQUEST)


def test_without_service_workers_all_works_online(
    visitor: BrowserContext, site: StaticHost
) -> None:
    visitor.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });"
    )
    for _ in range(2):
        opened = open_visit(visitor, site.url)
        assert opened.score() == load(POLICY).score_json(REQUEST)
        opened.page.close()


EMPTY: Final = """async () => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const key of await cache.keys()) await cache.delete(key);
  }
}"""
LOSE: Final = """async (address) => {
  for (const name of await caches.keys()) await (await caches.open(name)).delete(address);
}"""
DAMAGE: Final = """async (address) => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    const kept = await cache.match(address);
    if (kept) await cache.put(address, new Response('broken(', { headers: kept.headers }));
  }
}"""


@IN_FIREFOX_TOO
def test_where_the_browser_lost_its_copies_and_the_host_has_a_newer_build_the_page_comes(
    visitor: BrowserContext, site: StaticHost, folders: tuple[Path, Path]
) -> None:
    page = first_visit(visitor, site)
    site.root = folders[1]
    page.evaluate(EMPTY)
    page.close()
    assert title_of(visitor, f"{site.url}about.html") == "b"
    assert open_visit(visitor, site.url).score() == load(LATER).score_json(REQUEST)


@IN_FIREFOX_TOO
def test_where_a_script_is_lost_here_and_gone_there_that_is_said_and_the_next_page_is_the_new_build(
    visitor: BrowserContext, site: StaticHost, folders: tuple[Path, Path], toy: Engine
) -> None:
    page = first_visit(visitor, site)
    site.root = folders[1]
    # The browser looks for a newer service worker when it likes: here it finds none before the page is open.
    site.faults["sw.js"] = "broken"
    page.evaluate(LOSE, f"{site.url}{toy.worker}")
    page.close()
    opened = open_visit(visitor, site.url)
    assert opened.ready() == "missing"
    opened.page.close()
    assert open_visit(visitor, site.url).score() == load(LATER).score_json(REQUEST)


def test_where_a_script_is_lost_here_and_the_network_wants_a_sign_in_that_is_said(
    visitor: BrowserContext, site: StaticHost, toy: Engine
) -> None:
    page = first_visit(visitor, site)
    site.faults[toy.worker] = "elsewhere"
    page.evaluate(LOSE, f"{site.url}{toy.worker}")
    page.close()
    assert open_visit(visitor, site.url).ready() == "other"


@IN_FIREFOX_TOO
@pytest.mark.parametrize("name", ["worker", "glue"])
def test_a_script_that_was_damaged_on_the_disk_is_fetched_anew(
    visitor: BrowserContext, site: StaticHost, toy: Engine, name: str
) -> None:
    address = toy.worker if name == "worker" else toy.parts[name].address
    page = first_visit(visitor, site)
    page.evaluate(DAMAGE, f"{site.url}{address}")
    page.close()
    assert open_visit(visitor, site.url).score() == load(POLICY).score_json(REQUEST)


NO_STORAGE: Final = {
    "fails": "() => Promise.reject(new DOMException('no room', 'UnknownError'))",
    "never answers": "() => new Promise(() => {})",
    "is full": """async () => ({
      match: async () => undefined,
      put: () => Promise.reject(new DOMException('no room', 'QuotaExceededError')),
    })""",
}


@IN_FIREFOX_TOO
@pytest.mark.parametrize("how", NO_STORAGE)
def test_a_site_whose_storage_breaks_after_it_was_kept_works_online_as_before(
    visitor: BrowserContext, folders: tuple[Path, Path], how: str
) -> None:
    script = folders[0] / "sw.js"
    breaks = f"""self.addEventListener('message', ({{ data }}) => {{
      if (data !== 'break') return;
      const wait = setTimeout;
      self.setTimeout = (run, ms) => wait(run, ms / 100);
      caches.open = {NO_STORAGE[how]};
    }});
    """
    script.write_text(breaks + script.read_text(encoding="utf-8"), encoding="utf-8")
    with serving(StaticHost(root=folders[0], prefix="/some dir/")) as site:
        page = first_visit(visitor, site)
        assert until(page, f"async () => await ({IN_CHARGE})() === 'activated'")
        page.evaluate("""async () => {
          (await navigator.serviceWorker.ready).active.postMessage('break');
        }""")
        assert title_of(visitor, f"{site.url}about.html") == "a"
        assert open_visit(visitor, site.url).score() == load(POLICY).score_json(REQUEST)


@IN_FIREFOX_TOO
def test_a_part_that_is_lost_here_and_damaged_on_the_host_is_said_to_be_damaged(
    visitor: BrowserContext, site: StaticHost, toy: Engine
) -> None:
    page = first_visit(visitor, site)
    address = toy.parts["policy"].address
    site.faults[address] = "corrupt"
    page.evaluate(EMPTY)
    page.close()
    assert open_visit(visitor, site.url).ready() == "integrity"


def test_a_host_whose_pages_have_no_endings_is_kept_whole_too(
    visitor: BrowserContext, folders: tuple[Path, Path]
) -> None:
    with serving(StaticHost(root=folders[0], prefix="/some dir/", without_endings=True)) as site:
        first_visit(visitor, site).close()
    visitor.set_offline(True)
    assert title_of(visitor, f"{site.url}about") == "a"
    assert title_of(visitor, f"{site.url}about.html") == "a"
    assert open_visit(visitor, site.url).score() == load(POLICY).score_json(REQUEST)


def test_two_sites_of_one_host_keep_apart(
    visitor: BrowserContext, folders: tuple[Path, Path]
) -> None:
    both = folders[0].parent
    with serving(StaticHost(root=both)) as host:
        for name in ("a", "b"):
            opened = open_visit(visitor, f"{host.url}{name}/")
            opened.score()
            assert opened.page.evaluate(IN_CHARGE) in {"activating", "activated"}
            opened.page.close()
    visitor.set_offline(True)
    for name, policy in (("a", POLICY), ("b", LATER)):
        opened = open_visit(visitor, f"{host.url}{name}/")
        assert opened.score() == load(policy).score_json(REQUEST)
        opened.page.close()
