"""What a reader in Firefox and in WebKitGTK sees where the engine does not come: the cause in words, and a worksheet that works."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import BrowserContext, Playwright, expect

from tests.browser import ONE_COMPILER_OF_FIREFOX, Fault, StaticHost, launch_firefox, serving
from tests.calculator.conftest import open_page
from tests.tab import OTHER_BROWSERS, Tab

ANSWER: Final = """() => {
  const $question = document.querySelector('#q-education');
  if ($question.dataset.folded !== undefined) $question.querySelector('[data-action=choose]').click();
  document.querySelector('input[name=education][value=doctor]').click();
}"""
SEEN: Final = """async (selector) => {
  const seen = () => {
    const $place = document.querySelector(selector);
    return $place && $place.getClientRects().length > 0 ? $place.innerText.trim() : '';
  };
  while (!seen()) await new Promise((resolve) => setTimeout(resolve, 50));
  return seen();
}"""
FIND: Final = """(words) => {
  const $search = document.querySelector('input[type=search]');
  $search.value = words;
  $search.dispatchEvent(new Event('input', { bubbles: true }));
}"""
SCORE: Final = "() => document.querySelector('.score-line [data-slot=score]').textContent"
CHOSEN: Final = "() => document.querySelector('input[name=education]:checked')?.value"
WORDS: Final = (
    (".wasm", "missing", "服务器上找不到它的文件"),
    (".wasm", "broken", "服务器没能给出它的文件（HTTP 500）"),
    (".wasm", "elsewhere", "也许这个网络要先登录"),
    (".wasm", "empty", "服务器给的是一个空文件"),
    (".wasm", "corrupt", "下载到的文件不完整，或者在路上被改动过"),
    (".wasm", "cut", "它的文件下载到一半断了"),
    ("assets/engine/", "missing", "服务器上找不到它的文件"),
)


@pytest.fixture
def faulty(whole_site: Path) -> Iterator[StaticHost]:
    """A host of its own, of which a browser that stays open has kept nothing."""
    with serving(StaticHost(root=whole_site)) as host:
        yield host


@contextmanager
def firefox_with(
    driver: Playwright, preferences: Mapping[str, str | float | bool]
) -> Iterator[BrowserContext]:
    """A visitor whose Firefox is set otherwise than others are."""
    browser = launch_firefox(driver, {**ONE_COMPILER_OF_FIREFOX, **preferences})
    if isinstance(browser, str):
        pytest.skip(browser)
    yield browser.new_context()
    browser.close()


@OTHER_BROWSERS
@pytest.mark.parametrize(("part", "fault", "words"), WORDS)
def test_the_cause_is_said_and_answers_stay(
    tab: Tab, faulty: StaticHost, part: str, fault: Fault, words: str
) -> None:
    faulty.faults[part] = fault
    tab.open(f"{faulty.url}calculator.html")
    tab.call(ANSWER)
    assert words in tab.call(SEEN, "[data-slot=failure-reason]")
    assert tab.call(SCORE) == "—"
    assert tab.call(CHOSEN) == "doctor"


@OTHER_BROWSERS
def test_a_retry_scores_what_was_answered_meanwhile(tab: Tab, faulty: StaticHost) -> None:
    faulty.faults[".wasm"] = "cut"
    tab.open(f"{faulty.url}calculator.html")
    tab.call(ANSWER)
    tab.call(SEEN, "[data-slot=failure-reason]")
    faulty.faults.clear()
    tab.call("() => document.querySelector('[data-action=retry]').click()")
    tab.call(SEEN, "[data-slot=result]")
    assert tab.call(CHOSEN) == "doctor"
    assert tab.call(SCORE) == "110"


@OTHER_BROWSERS
@pytest.mark.parametrize("fault", ["missing", "elsewhere", "empty", "cut"])
def test_a_page_whose_script_does_not_run_says_so(
    tab: Tab, faulty: StaticHost, fault: Fault
) -> None:
    faulty.faults["assets/calculator/main."] = fault
    tab.open(f"{faulty.url}calculator.html")
    assert "计算程序没有启动" in tab.call(SEEN, "#unstarted")
    assert tab.call(SEEN, "#q-education label")


@pytest.mark.firefox
@pytest.mark.parametrize(
    ("preference", "value"),
    [("dom.storage.enabled", False), ("network.cookie.cookieBehavior", 2)],
)
def test_a_firefox_that_keeps_nothing_scores_all_the_same_and_says_so(
    driver: Playwright, site: StaticHost, preference: str, value: bool | int
) -> None:
    with firefox_with(driver, {preference: value}) as stranger:
        visit = open_page(stranger, f"{site.url}calculator.html")
        assert visit.ready() == "ready"
        visit.choose_person("college_14_years")
        visit.type("insured_months", "61")
        expect(visit.slot("not-kept")).to_be_visible()
        expect(visit.slot("result")).to_be_visible()


@pytest.mark.firefox
def test_a_firefox_without_webassembly_is_told_and_stays_a_worksheet(
    driver: Playwright, site: StaticHost
) -> None:
    with firefox_with(driver, {"javascript.options.wasm": False}) as stranger:
        visit = open_page(stranger, f"{site.url}calculator.html")
        expect(visit.slot("failure-reason")).to_contain_text("不支持 WebAssembly")
        visit.pick("education", "doctor")
        expect(visit.slot("score")).to_have_text("—")


@OTHER_BROWSERS
@pytest.mark.parametrize("charset", ["gbk", "iso-8859-1"])
def test_a_host_that_says_another_charset_of_all_it_sends_is_not_believed(
    tab: Tab, whole_site: Path, charset: str
) -> None:
    with serving(StaticHost(root=whole_site, charset=charset)) as host:
        tab.open(f"{host.url}calculator.html")
        tab.call(ANSWER)
        tab.call(SEEN, "[data-slot=result]")
        assert tab.call("() => document.title") == "积分计算器 · 沪积分"
        assert tab.call("() => document.querySelector('h1').textContent") == "积分计算器"
        assert tab.call(SCORE) == "110"
        tab.open(f"{host.url}search.html")
        tab.call(FIND, "断缴")
        assert "断缴" in tab.call(SEEN, "section[data-found]:not([hidden]) a")


FILL: Final = """() => {
  for (let size = 2 ** 18, at = 0; size >= 1; at += 1) {
    try {
      localStorage.setItem(`full-${at}`, 'x'.repeat(size));
    } catch {
      size /= 2;
    }
  }
}"""


@OTHER_BROWSERS
def test_answers_for_which_a_browser_has_no_room_outlive_a_reload_and_that_is_said(
    tab: Tab, faulty: StaticHost
) -> None:
    tab.open(f"{faulty.url}calculator.html")
    tab.call(FILL)
    tab.call(ANSWER)
    assert "没有存下来" in tab.call(SEEN, "[data-slot=not-kept]")
    tab.open(f"{faulty.url}score.html")
    tab.open(f"{faulty.url}calculator.html")
    assert "没有存下来" in tab.call(SEEN, "[data-slot=not-kept]")
    assert tab.call(CHOSEN) == "doctor"
    tab.call("() => localStorage.clear()")


NO_CACHES: Final = """Object.defineProperty(self, 'caches', {
  configurable: true,
  get() { throw new DOMException('denied', 'SecurityError'); },
});"""


@OTHER_BROWSERS
def test_a_browser_that_refuses_its_cache_storage_scores_all_the_same(
    tab: Tab, whole_site: Path, tmp_path: Path
) -> None:
    with serving(StaticHost(root=with_workers(whole_site, tmp_path, NO_CACHES))) as host:
        tab.open(f"{host.url}calculator.html")
        tab.call(ANSWER)
        tab.call("() => window.hujifen.ready")
        tab.call(SEEN, "[data-slot=result]")
        assert tab.call(SCORE) == "110"


@OTHER_BROWSERS
def test_workers_without_webassembly_are_told(tab: Tab, whole_site: Path, tmp_path: Path) -> None:
    root = with_workers(whole_site, tmp_path, "delete self.WebAssembly;")
    with serving(StaticHost(root=root)) as host:
        tab.open(f"{host.url}calculator.html")
        tab.call(ANSWER)
        assert "不支持 WebAssembly" in tab.call(SEEN, "[data-slot=failure-reason]")
        assert (tab.call(SCORE), tab.call(CHOSEN)) == ("—", "doctor")


DIES: Final = """self.addEventListener('message', (event) => {
  if (!event.data.calls) return;
  event.stopImmediatePropagation();
  postMessage({ kind: 'failed', reason: 'unknown' });
});"""


@OTHER_BROWSERS
def test_an_engine_that_dies_in_use_is_not_said_to_have_failed_to_start(
    tab: Tab, whole_site: Path, tmp_path: Path
) -> None:
    root = with_workers(whole_site, tmp_path, DIES, "worker")
    with serving(StaticHost(root=root)) as host:
        tab.open(f"{host.url}calculator.html")
        tab.call("() => window.hujifen.ready")
        tab.call(ANSWER)
        tab.call(SEEN, "[data-slot=result]")
        assert tab.call(SCORE) == "110"
        assert tab.call(SEEN, "[data-slot=stage]") == "完整的计算程序停下了"
        assert "完整的计算程序停下了" in tab.call(SEEN, "[data-slot=failure-reason]")


@OTHER_BROWSERS
@pytest.mark.parametrize(
    "within", ['id="unstarted"', 'id="q-insured_months"', 'id="calculator-words"']
)
def test_a_page_that_was_cut_off_on_its_way_says_so(
    tab: Tab, whole_site: Path, tmp_path: Path, within: str
) -> None:
    root = copied(whole_site, tmp_path)
    whole = (root / "calculator.html").read_text("utf-8")
    rewrite(root / "calculator.html", whole[: whole.index(within) + 4000])
    with serving(StaticHost(root=root)) as host:
        tab.open(f"{host.url}calculator.html")
        assert "这一页没有下载完" in tab.call(SEEN, "#unstarted")


def with_workers(site: Path, folder: Path, first: str, *kinds: str) -> Path:
    """A copy of the site whose workers, or those of some kinds, begin with this script."""
    root = copied(site, folder)
    for kind in kinds or ("worker", "gear"):
        for script in [*root.glob(f"assets/engine/{kind}.*.js")]:
            rewrite(script, first + script.read_text("utf-8"))
    return root


def copied(site: Path, folder: Path) -> Path:
    return Path(shutil.copytree(site, folder / "dist", copy_function=os.link))


def rewrite(file: Path, text: str) -> None:
    """Put another text into a file that lies elsewhere, too, and do without its compressed siblings."""
    for each in [*file.parent.glob(f"{file.name}*")]:
        each.unlink()
    file.write_text(text, "utf-8")
