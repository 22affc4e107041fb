"""When the engine cannot start, the page says why, what still works, and tries again on demand."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Route, expect

from tests.browser import Fault, StaticHost, launch_chromium, serving, with_a_dying_worker
from tests.calculator.conftest import PHONE, open_page

pytestmark = pytest.mark.browser

WORDS: Final[dict[str, str]] = {
    "missing": "服务器上找不到它的文件",
    "broken": "服务器没能给出它的文件（HTTP 500）",
    "page": "收到的不是它的文件，而是一个网页",
    "empty": "服务器给的是一个空文件",
    "corrupt": "下载到的文件不完整，或者在路上被改动过",
    "cut": "它的文件下载到一半断了",
    "elsewhere": "也许这个网络要先登录",
}


@pytest.fixture
def faulty(site: StaticHost) -> Iterator[StaticHost]:
    yield site
    site.faults.clear()


def test_a_blocked_runtime_is_said_in_words_and_a_retry_helps(
    stranger: BrowserContext, site: StaticHost
) -> None:
    stranger.route("**/*.wasm", lambda route: route.abort())
    visit = open_page(stranger, f"{site.url}calculator.html")
    assert visit.ready() == "blocked"
    reason = visit.slot("failure-reason")
    expect(reason).to_have_text(
        "计算程序没能启动：它的文件没有下载成功：网络也许断了，也许浏览器扩展或安全软件把它拦下了。"
    )
    expect(visit.slot("failure")).to_contain_text("每个选项旁都写着分值")
    expect(visit.slot("distance")).to_have_text("还没有答案")
    visit.pick("education", "doctor")
    expect(visit.slot("distance")).to_have_text("计算程序没能启动")
    visit.slot("go").click()
    expect(visit.slot("engine")).to_be_focused()
    expect(reason).to_be_in_viewport()

    stranger.unroute("**/*.wasm")
    visit.page.locator("[data-action=retry]").click()
    expect(visit.slot("stage")).to_have_text("计算程序已就绪")
    expect(visit.slot("failure")).to_be_hidden()
    expect(visit.slot("result")).to_be_visible()
    assert visit.ready() == "ready"


def test_why_it_cannot_start_is_said_aloud_also_where_nothing_is_answered_yet(
    stranger: BrowserContext, site: StaticHost
) -> None:
    stranger.route("**/*.wasm", lambda route: route.abort())
    visit = open_page(stranger, f"{site.url}calculator.html")
    aloud = visit.slot("announcement")
    expect(aloud).to_contain_text("计算程序没能启动：它的文件没有下载成功")
    # The same words after another try are news once more.
    aloud.evaluate("($aloud) => $aloud.replaceChildren()")
    visit.page.locator("[data-action=retry]").click()
    expect(aloud).to_contain_text("计算程序没能启动：它的文件没有下载成功")


@pytest.mark.parametrize("part", ["engine/worker.", "engine/pyodide."])
@pytest.mark.parametrize("fault", ["missing", "broken", "page"])
def test_scripts_that_do_not_come_are_told_apart_too(
    stranger: BrowserContext, faulty: StaticHost, fault: Fault, part: str
) -> None:
    faulty.faults[part] = fault
    visit = open_page(stranger, f"{faulty.url}calculator.html")
    expect(visit.slot("failure-reason")).to_contain_text(WORDS[fault])


@pytest.mark.parametrize("part", ["worker", "pyodide"])
def test_a_host_that_sends_scripts_as_something_else_is_told_from_a_bad_network(
    stranger: BrowserContext, site: StaticHost, part: str
) -> None:
    stranger.route(
        f"**/assets/engine/{part}.*.js",
        lambda route: route.fulfill(
            body=route.fetch().text(),
            headers={"Content-Type": "text/plain", "X-Content-Type-Options": "nosniff"},
        ),
    )
    visit = open_page(stranger, f"{site.url}calculator.html")
    expect(visit.slot("failure-reason")).to_contain_text(
        "服务器没能给出它的文件（Content-Type: text/plain）"
    )


def test_an_engine_that_stops_is_told_of_and_started_once_more(
    stranger: BrowserContext, site: StaticHost
) -> None:
    with_a_dying_worker(stranger)
    stranger.clock.install()
    visit = open_page(stranger, f"{site.url}calculator.html")
    assert visit.ready() == "ready"
    visit.choose_person("college_14_years")
    expect(visit.slot("distance")).to_have_text("等计算程序就绪")
    while visit.slot("failure").is_hidden():
        visit.page.clock.fast_forward(5_000)
    expect(visit.slot("failure-reason")).to_contain_text("已经 15 秒没有动静")
    expect(visit.page.locator("[data-action=retry]")).to_be_visible()
    visit.page.clock.run_for(45_000)
    expect(visit.page.locator(".score-line [data-slot=score]")).to_have_text("122")
    expect(visit.slot("failure")).to_be_hidden()


def test_why_a_call_went_wrong_stays_in_sight_when_the_engine_is_ready_after_it(
    stranger: BrowserContext, site: StaticHost
) -> None:
    stranger.add_init_script("delete Promise.any")
    visit = open_page(stranger, f"{site.url}calculator.html")
    visit.choose_person("college_14_years")
    assert visit.ready() == "ready"
    expect(visit.slot("stage")).to_have_text("计算程序已就绪")
    expect(visit.slot("failure-reason")).to_contain_text("这一次没有算出来")
    expect(visit.slot("distance")).to_have_text("这一次没有算出来")
    visit.slot("go").click()
    expect(visit.slot("engine")).to_be_focused()
    visit.clear()
    expect(visit.slot("failure")).to_be_hidden()


def test_a_part_of_the_page_that_fails_leaves_the_score_alone_and_that_is_said(
    stranger: BrowserContext, site: StaticHost
) -> None:
    visit = open_page(stranger, f"{site.url}calculator.html")
    # As extensions do that alter pages.
    visit.page.evaluate(
        "for (const $part of document.querySelectorAll('[data-slot=outlook] [data-slot]')) $part.remove()"
    )
    visit.choose_person("college_14_years")
    expect(visit.slot("score")).to_have_text("122")
    expect(visit.slot("failure-reason")).to_contain_text("这一页有一处出了错")
    # What others have put into the page is theirs.
    other = open_page(stranger, f"{site.url}calculator.html")
    other.page.evaluate("setTimeout(() => { throw new Error('of an extension'); })")
    other.choose_person("college_14_years")
    expect(other.slot("score")).to_have_text("122")
    assert other.ready() == "ready"
    expect(other.slot("failure")).to_be_hidden()


def test_an_engine_that_was_ready_and_died_is_not_said_to_have_failed_to_start(
    stranger: BrowserContext, site: StaticHost
) -> None:
    stranger.route("**/gear.*.js", lambda route: route.abort())
    with_a_dying_worker(stranger, "postMessage({ kind: 'failed', reason: 'unknown' });")
    visit = open_page(stranger, f"{site.url}calculator.html")
    assert visit.ready() == "ready"
    visit.choose_person("college_14_years")
    expect(visit.slot("failure-reason")).to_contain_text("计算程序停下了")
    expect(visit.slot("stage")).to_have_text("计算程序停下了")
    expect(visit.slot("distance")).to_have_text("计算程序停下了")
    visit.page.close()


def test_an_engine_that_runs_out_of_memory_is_started_once_more(
    stranger: BrowserContext, site: StaticHost
) -> None:
    with_a_dying_worker(stranger, "postMessage({ kind: 'failed', reason: 'memory' });")
    visit = open_page(stranger, f"{site.url}calculator.html")
    assert visit.ready() == "ready"
    visit.choose_person("college_14_years")
    expect(visit.page.locator(".score-line [data-slot=score]")).to_have_text("122")
    expect(visit.slot("failure")).to_be_hidden()


def test_a_newer_build_is_offered_also_where_the_engine_of_the_kept_one_cannot_start(
    chromium: Browser, whole_site: Path, tmp_path: Path
) -> None:
    root = tmp_path / "dist"
    shutil.copytree(whole_site, root, copy_function=os.link)
    with serving(StaticHost(root=root)) as host:
        context = chromium.new_context(viewport=PHONE)
        first = open_page(context, f"{host.url}calculator.html")
        assert first.ready() == "ready"
        assert first.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
        first.page.close()
        newer = (root / "sw.js").read_bytes() + b"\n// newer"
        for file in root.glob("sw.js*"):
            file.unlink()
        (root / "sw.js").write_bytes(newer)
        context.add_init_script("delete window.Worker")
        visit = open_page(context, f"{host.url}calculator.html")
        assert visit.ready() == "worker_unavailable"
        expect(visit.slot("update")).to_be_visible()
        context.close()


def test_too_little_memory_is_said_as_such(driver: Playwright, site: StaticHost) -> None:
    browser = launch_chromium(driver, "--js-flags=--wasm-max-mem-pages=256")
    assert not isinstance(browser, str)
    visit = open_page(browser.new_context(), f"{site.url}calculator.html")
    expect(visit.slot("failure-reason")).to_contain_text("内存不够")
    browser.close()


@pytest.mark.parametrize(
    "fault", ["missing", "broken", "page", "empty", "corrupt", "cut", "elsewhere"]
)
def test_a_bad_host_is_told_from_a_bad_network(
    stranger: BrowserContext, faulty: StaticHost, fault: Fault
) -> None:
    faulty.faults[".wasm"] = fault
    visit = open_page(stranger, f"{faulty.url}calculator.html")
    expect(visit.slot("failure-reason")).to_contain_text(WORDS[fault])


def test_a_browser_that_forbids_webassembly_is_told(
    stranger: BrowserContext, site: StaticHost
) -> None:
    stranger.route(
        "**/assets/engine/worker.*.js",
        lambda route: route.fulfill(
            body="delete globalThis.WebAssembly;" + route.fetch().text(),
            content_type="text/javascript",
        ),
    )
    visit = open_page(stranger, f"{site.url}calculator.html")
    expect(visit.slot("failure-reason")).to_contain_text("不支持 WebAssembly")


def test_a_browser_without_workers_is_told(stranger: BrowserContext, site: StaticHost) -> None:
    stranger.add_init_script("delete window.Worker")
    visit = open_page(stranger, f"{site.url}calculator.html")
    expect(visit.slot("failure-reason")).to_contain_text("不让网页在后台运行程序")


def test_offline_is_said_as_such(stranger: BrowserContext, site: StaticHost) -> None:
    visit = open_page(stranger, f"{site.url}calculator.html")
    assert visit.ready() == "ready"
    fresh = stranger.new_page()
    fresh.route("**/assets/engine/**", lambda route: route.abort())
    fresh.add_init_script("Object.defineProperty(navigator, 'onLine', { value: false })")
    fresh.evaluate("() => 0")
    fresh.goto(f"{site.url}calculator.html")
    expect(fresh.locator("[data-slot=failure-reason]")).to_contain_text("现在没有网络")


def test_the_form_works_while_the_engine_is_still_on_its_way(
    stranger: BrowserContext, site: StaticHost
) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    stranger.route("**/*.wasm", hold)
    visit = open_page(stranger, f"{site.url}calculator.html")
    expect(visit.slot("stage")).to_have_text("正在下载计算程序")
    visit.type("insured_months", "60")
    visit.type("birth_date", "1990-13-15")
    expect(visit.slot("bytes")).to_contain_text("MB")
    expect(visit.slot("score")).to_have_text("—")
    assert held
    stranger.unroute("**/*.wasm", hold)
    expect(visit.page.locator("#e-birth_date")).to_be_visible()
    expect(visit.page.locator("#f-insured_months")).to_have_value("60")


def test_the_worksheet_shows_points_without_scripts(chromium: Browser, site: StaticHost) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport=PHONE)
    visit = open_page(context, f"{site.url}calculator.html")
    page = visit.page
    expect(page.locator("#main noscript .notice")).to_be_visible()
    expect(page.locator("label", has_text="硕士研究生")).to_contain_text("100 分")
    for place in ("score-line", "engine", "people", "result", "error-summary"):
        expect(page.locator(f"[data-slot={place}]")).to_be_hidden()
    expect(page.locator("[data-action]:visible")).to_have_count(0)
    expect_no_place_kept_free(page)
    context.close()


def expect_no_place_kept_free(page: Page) -> None:
    """Nothing of what only scripts fill takes any room."""
    tall = page.locator("calc-live, calc-live *").evaluate_all(
        "all => all.filter(($each) => $each.getClientRects().length > 0).map(($each) => $each.className)"
    )
    assert not tall
