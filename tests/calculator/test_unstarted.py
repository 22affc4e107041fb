"""Where the page's script does not run at all, the page says so, and why; where it lives, nothing is said."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from generator import paths
from generator.writing.engine.toolchain import Toolchain
from tests.browser import PATIENCE_MS, StaticHost, serving, until
from tests.calculator.conftest import open_page

pytestmark = pytest.mark.browser

OFFLINE: Final = "hujifen-offline.html"
DATA: Final = "calculator-data"
MAIN: Final = "**/assets/calculator/main.*.js"
PAUSE: Final = "($notice) => $notice.getAnimations().forEach((animation) => animation.pause())"
AFTER: Final = """($notice, seconds) => {
  for (const animation of $notice.getAnimations()) animation.currentTime = seconds * 1000;
}"""
"""What its style sheet does to an element so long after it came, at once."""


def expect_told(page: Page, words: str) -> None:
    """The page says this in the place of everything that would not answer."""
    notice = page.locator("#unstarted")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text("计算程序没有启动")
    expect(notice.locator("[data-reason]:visible")).to_contain_text(words)
    expect(notice).to_contain_text("Safari 15.4")
    expect(notice).to_contain_text("可以当作一张工作表")
    expect(page.locator("calc-live:visible")).to_have_count(0)
    expect(page.locator("#f-birth_date")).to_be_visible()


def answered_with(body: str, status: int = 200) -> Callable[[Route], None]:
    return lambda route: route.fulfill(status=status, body=body, content_type="text/javascript")


@pytest.mark.parametrize(
    ("handler", "words"),
    [
        (lambda route: route.abort(), "没有下载成功"),
        (answered_with("", status=404), "没有下载成功"),
        (answered_with("class { static {"), "不完整，或者在路上被改动过"),
        (answered_with("undefined.nothing()"), "一启动就出了错。请刷新页面再试"),
        (answered_with(""), "也许它的文件没有下载完"),
    ],
    ids=["blocked", "missing", "damaged", "throws", "empty"],
)
def test_a_script_that_does_not_run_is_told_of_at_once(
    stranger: BrowserContext, site: StaticHost, handler: Callable[[Route], None], words: str
) -> None:
    stranger.route(MAIN, handler)
    visit = open_page(stranger, f"{site.url}calculator.html")
    expect_told(visit.page, words)


def test_a_script_that_lies_damaged_in_the_browser_is_whole_after_a_refresh(
    stranger: BrowserContext, site: StaticHost
) -> None:
    site.faults["calculator/main."] = "corrupt"
    page = open_page(stranger, f"{site.url}calculator.html").page
    expect_told(page, "不完整")
    site.faults.clear()
    page.reload()
    expect_told(page, "不完整")
    page.wait_for_load_state("networkidle")
    page.reload()
    expect(page.locator("[data-slot=engine]")).to_be_visible()
    expect(page.locator("#unstarted")).to_have_count(0)


def test_a_browser_that_cannot_read_the_script_is_told_that_it_is_too_old(
    stranger: BrowserContext, site: StaticHost
) -> None:
    stranger.add_init_script("delete window.structuredClone")
    stranger.route(MAIN, answered_with("class { static {"))
    visit = open_page(stranger, f"{site.url}calculator.html")
    expect_told(visit.page, "读不懂它")


def test_the_style_sheet_alone_tells_after_a_while(
    stranger: BrowserContext, site: StaticHost
) -> None:
    stranger.route("**/assets/**/*.js", lambda route: route.abort())
    stranger.route("**/assets/*.js", lambda route: route.abort())
    visit = open_page(stranger, f"{site.url}calculator.html")
    notice = visit.page.locator("#unstarted")
    notice.evaluate(PAUSE)
    for seconds, is_told in ((0, False), (14, False), (16, True)):
        notice.evaluate(AFTER, seconds)
        expect(notice).to_be_visible(visible=is_told)
    expect(notice).to_contain_text("计算程序没有启动")


def test_a_page_all_whose_files_are_gone_waits_for_nothing(
    stranger: BrowserContext, site: StaticHost
) -> None:
    stranger.route("**/assets/**", lambda route: route.abort())
    page = open_page(stranger, f"{site.url}calculator.html").page
    expect(page.locator("#unstarted")).to_contain_text("计算程序没有启动")
    expect(page.locator("main")).not_to_contain_text("正在")
    expect(page.locator(".unstyled")).to_contain_text("请刷新页面")


def test_a_page_whose_style_never_comes_is_shown_without_and_takes_it_on_later(
    stranger: BrowserContext, site: StaticHost
) -> None:
    page = stranger.new_page()
    page.clock.install()
    with serving(StaticHost(root=site.root, faults={"assets/site.": "late"})) as slow:
        page.goto(f"{slow.url}calculator.html", wait_until="commit")
        slow.wait_until_held()
        page.clock.fast_forward(20_000)
        assert page.screenshot(timeout=PATIENCE_MS), "it is drawn"
        expect(page.locator(".unstyled")).to_be_visible()
        until(page, "() => window.hujifen")
        slow.released.set()
        expect(page.locator(".unstyled")).to_be_hidden()


def test_a_page_that_another_one_holds_in_a_closed_frame_says_to_open_it_by_itself(
    stranger: BrowserContext, whole_site: Path, tmp_path: Path
) -> None:
    # The site's own headers forbid frames; not every host sends them.
    for name in ("calculator.html", "assets"):
        (tmp_path / name).symlink_to(whole_site / name)
    frame = '<!doctype html><iframe sandbox="allow-scripts" src="calculator.html"></iframe>'
    (tmp_path / "frame.html").write_text(frame, encoding="utf-8")
    with serving(StaticHost(root=tmp_path)) as host:
        page = open_page(stranger, f"{host.url}frame.html").page
        notice = page.frame_locator("iframe").locator("#unstarted [data-reason]:visible")
        expect(notice).to_contain_text("请在新窗口打开它自己的地址")


def test_a_page_whose_style_alone_is_gone_is_not_taken_for_a_copy(
    stranger: BrowserContext, site: StaticHost
) -> None:
    stranger.route("**/assets/*.css", lambda route: route.abort())
    visit = open_page(stranger, f"{site.url}calculator.html")
    expect(visit.page.locator("#unstarted")).to_have_count(0)
    expect(visit.page.locator(".unstyled")).to_contain_text("内容不受影响")
    expect(visit.page.locator("[data-saved]")).to_be_hidden()


@pytest.mark.parametrize(
    ("whole", "altered"),
    [
        (f'id="{DATA}">{{', f'id="{DATA}">{{<script src="//ad.example/"></script>'),
        (f' id="{DATA}"', ""),
    ],
    ids=["a tag in it", "not found"],
)
@pytest.mark.parametrize("is_old", [False, True])
def test_data_that_was_altered_in_the_page_is_said_to_be(  # noqa: PLR0917 -- fixtures
    stranger: BrowserContext,
    site: StaticHost,
    whole_site: Path,
    whole: str,
    altered: str,
    is_old: bool,
) -> None:
    text = (whole_site / "calculator.html").read_text(encoding="utf-8")
    assert whole in text
    stranger.route(
        "**/calculator.html",
        lambda route: route.fulfill(
            body=text.replace(whole, altered), content_type="text/html; charset=utf-8"
        ),
    )
    if is_old:
        stranger.add_init_script("delete window.structuredClone")
    visit = open_page(stranger, f"{site.url}calculator.html")
    expect_told(visit.page, "不完整，或者在路上被改动过")


@pytest.mark.parametrize(
    ("taken", "name"),
    [
        ("delete Array.prototype.at", "Array.prototype.at"),
        ("delete Element.prototype.replaceChildren", "Element.replaceChildren"),
        ("delete window.customElements", "Custom Elements"),
        ("delete window.BigInt", "BigInt"),
    ],
)
def test_an_old_browser_is_told_what_it_lacks(
    stranger: BrowserContext, site: StaticHost, taken: str, name: str
) -> None:
    stranger.add_init_script(taken)
    stranger.route(MAIN, answered_with("undefined.nothing()"))
    visit = open_page(stranger, f"{site.url}calculator.html")
    expect_told(visit.page, name)


@pytest.mark.parametrize("share", [0.5, 0.95])
def test_a_single_file_that_was_cut_off_says_so(
    stranger: BrowserContext, whole_site: Path, tmp_path: Path, share: float
) -> None:
    whole = (whole_site / OFFLINE).read_bytes()
    cut = tmp_path / "cut.html"
    cut.write_bytes(whole[: int(len(whole) * share)])
    visit = open_page(stranger, cut.as_uri())
    expect_told(visit.page, "这个文件不完整")


@pytest.mark.parametrize("share", [0.2, 0.8])
def test_a_page_that_was_cut_off_on_its_way_says_so(
    stranger: BrowserContext, site: StaticHost, whole_site: Path, share: float
) -> None:
    whole = (whole_site / "calculator.html").read_bytes()
    stranger.route(
        "**/calculator.html",
        lambda route: route.fulfill(
            body=whole[: int(len(whole) * share)], content_type="text/html; charset=utf-8"
        ),
    )
    visit = open_page(stranger, f"{site.url}calculator.html")
    expect_told(visit.page, "这一页没有下载完")


def test_a_browser_that_cannot_unpack_the_single_file_is_told_so(
    stranger: BrowserContext, whole_site: Path
) -> None:
    stranger.add_init_script("delete window.DecompressionStream")
    visit = open_page(stranger, (whole_site / OFFLINE).as_uri())
    expect(visit.slot("failure-reason")).to_contain_text("解不开离线版里的计算程序")


def test_where_the_script_lives_nothing_is_said(stranger: BrowserContext, site: StaticHost) -> None:
    for address in ("calculator.html", "self-check.html"):
        visit = open_page(stranger, f"{site.url}{address}")
        expect(visit.page.locator("#unstarted")).to_have_count(0)
        expect(visit.slot("engine")).to_be_visible()


def test_what_tells_of_an_old_browser_runs_in_one() -> None:
    toolchain = Toolchain(node_modules=paths.NODE_MODULES, cache=paths.CACHE / "engine")
    script = paths.SITE_TEMPLATES / "assets" / "unstarted.js"
    toolchain.run([*toolchain.esbuild, str(script), "--target=es5"], doing="esbuild")
    assert "=>" not in script.read_text(encoding="utf-8")
