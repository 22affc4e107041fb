"""A small engine scores until Pyodide is ready; what it said is held against Pyodide, and the page says how that stands."""

import os
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from generator import paths
from generator.lowering import Lowered, lowered
from generator.scorer import Scorer
from generator.writing.engine import EngineOptions
from generator.writing.engine.gear import build_gear
from generator.writing.engine.scoring import package_sources
from tests.browser import StaticHost, serving, until, with_a_dying_worker
from tests.calculator.conftest import Visit, open_page

pytestmark = pytest.mark.browser

PERSON = "college_14_years"
SCORE = "122"
ANSWERING = "分数先由轻便程序算出，完整程序到了就核对"
ALONE = "分数由轻便程序算出，没有经完整程序核对"
PROVEN = "先前的分数已由完整程序核对，一致"
BLOCKED = "完整的计算程序没能启动，往后会怎样、改动方案这些暂时算不了：它的文件没有下载成功：网络也许断了，也许浏览器扩展或安全软件把它拦下了。"
WAITING = "您开着省流量模式，完整的计算程序没有下载；往后会怎样、改动方案要它来算"
WRONG = "先前的分数有误，现在以完整程序的为准"


@dataclass
class Gate:
    """Holds requests back until it is opened."""

    held: list[Route] = field(default_factory=list)
    is_open: bool = False

    def pass_on(self, route: Route) -> None:
        if self.is_open:
            route.continue_()
        else:
            self.held.append(route)

    def open(self) -> None:
        self.is_open = True
        for route in self.held:
            route.continue_()


def open_with_pyodide_held(stranger: BrowserContext, site: StaticHost) -> tuple[Visit, Gate]:
    """The calculator with somebody's answers, and the gate that Pyodide's WebAssembly waits at."""
    gate = Gate()
    stranger.route("**/pyodide.*.wasm", gate.pass_on)
    visit = open_page(stranger, f"{site.url}calculator.html")
    visit.choose_person(PERSON)
    return visit, gate


def wrong_gear(scorer: Scorer) -> Lowered:
    """The first gear with a point too many in every score."""
    right = lowered(package_sources(paths.PACKAGE), scorer.policy)
    path, line = "generator/scoring/verdict.py", "low, high, vetoed, may_be_vetoed = sums"
    source = right.sources[path]
    assert line in source
    spoilt = source.replace(line, f"{line}; low += 1; high += 1")
    return replace(right, sources={**right.sources, path: spoilt})


def test_a_score_comes_before_pyodide_and_is_proven_by_it(
    stranger: BrowserContext, site: StaticHost
) -> None:
    visit, gate = open_with_pyodide_held(stranger, site)
    expect(visit.slot("standing")).to_have_text(ANSWERING)
    expect(visit.page.locator(".score-line [data-slot=score]")).to_have_text(SCORE)
    expect(visit.slot("result")).to_be_visible()
    gate.open()
    expect(visit.slot("standing")).to_have_text(PROVEN)
    assert visit.ready() == "ready"
    # That Playwright keeps the service worker out is no fault of the page.
    assert [said for said in visit.complaints if "Playwright" not in said] == []


def test_a_former_score_is_not_shown_as_that_of_changed_answers_which_nobody_answers(
    stranger: BrowserContext, site: StaticHost
) -> None:
    with_a_dying_worker(stranger)
    stranger.clock.install()
    visit, gate = open_with_pyodide_held(stranger, site)
    score = visit.page.locator(".score-line [data-slot=score]")
    expect(score).to_have_text(SCORE)
    gate.open()
    assert visit.ready() == "ready"
    visit.pick("education", "bachelor")
    visit.page.clock.fast_forward(2_000)
    expect(visit.slot("distance")).to_have_text("还没有按改过的答案算好")
    expect(score).to_have_text("—")
    expect(visit.slot("late")).to_be_visible()
    visit.page.clock.run_for(60_000)
    expect(score).to_have_text("132")
    expect(visit.slot("late")).to_be_hidden()


def test_a_first_gear_that_is_wrong_is_told_of_and_pyodide_holds(
    stranger: BrowserContext, site: StaticHost, scorer: Scorer
) -> None:
    gear = build_gear(wrong_gear(scorer), EngineOptions())
    worker, sources = gear.files[gear.worker], gear.files[gear.parts["lowered"].address]
    stranger.route(
        "**/gear.*.js", lambda route: route.fulfill(body=worker, content_type="text/javascript")
    )
    stranger.route(
        "**/lowered.*.json",
        lambda route: route.fulfill(body=sources, content_type="application/json"),
    )
    visit, gate = open_with_pyodide_held(stranger, site)
    expect(visit.slot("standing")).to_have_text(ANSWERING)
    expect(visit.page.locator(".score-line [data-slot=score]")).to_have_text("123")
    gate.open()
    expect(visit.slot("standing")).to_have_text(WRONG)
    expect(visit.page.locator(".score-line [data-slot=score]")).to_have_text(SCORE)


def test_where_pyodide_cannot_start_the_first_gear_goes_on_and_that_is_said(
    stranger: BrowserContext, site: StaticHost
) -> None:
    stranger.route("**/pyodide.*.wasm", lambda route: route.abort())
    visit = open_page(stranger, f"{site.url}calculator.html")
    visit.choose_person(PERSON)
    expect(visit.page.locator(".score-line [data-slot=score]")).to_have_text(SCORE)
    expect(visit.slot("standing")).to_have_text(ALONE)
    expect(visit.slot("stage")).to_have_text("完整的计算程序没能启动")
    expect(visit.slot("failure-reason")).to_have_text(BLOCKED)
    visit.pick("education", "doctor")
    expect(visit.page.locator(".score-line [data-slot=score]")).not_to_have_text(SCORE)

    stranger.unroute("**/pyodide.*.wasm")
    visit.page.locator("[data-action=retry]").click()
    expect(visit.slot("standing")).to_have_text(PROVEN)
    expect(visit.slot("failure")).to_be_hidden()


def test_where_pyodide_dies_after_its_proof_and_cannot_start_again_the_first_gear_scores(
    stranger: BrowserContext, site: StaticHost
) -> None:
    with_a_dying_worker(stranger, "postMessage({ kind: 'failed', reason: 'memory' });", of="doctor")
    visit, gate = open_with_pyodide_held(stranger, site)
    expect(visit.slot("standing")).to_have_text(ANSWERING)
    gate.open()
    expect(visit.slot("standing")).to_have_text(PROVEN)
    assert visit.ready() == "ready"

    stranger.route("**/pyodide.*.wasm", lambda route: route.abort())
    visit.pick("education", "doctor")
    expect(visit.slot("stage")).to_have_text("完整的计算程序没能启动")
    expect(visit.slot("standing")).to_have_text(ALONE)
    expect(visit.slot("failure-reason")).to_have_text(BLOCKED)
    score = visit.page.locator(".score-line [data-slot=score]")
    expect(score).to_have_text("182")
    visit.pick("education", "bachelor")
    expect(score).to_have_text("132")

    stranger.unroute("**/pyodide.*.wasm")
    visit.page.locator("[data-action=retry]").click()
    expect(visit.slot("standing")).to_have_text(PROVEN)
    expect(visit.slot("failure")).to_be_hidden()
    expect(visit.slot("outlook")).to_be_visible()


def test_where_the_first_gear_is_blocked_all_is_as_without_it(
    stranger: BrowserContext, site: StaticHost
) -> None:
    stranger.route("**/gear.*.js", lambda route: route.abort())
    visit = open_page(stranger, f"{site.url}calculator.html")
    visit.choose_person(PERSON)
    expect(visit.page.locator(".score-line [data-slot=score]")).to_have_text(SCORE)
    expect(visit.slot("standing")).to_have_text("")
    expect(visit.slot("failure")).to_be_hidden()
    assert visit.ready() == "ready"


def test_while_the_first_gear_comes_the_bar_moves(
    stranger: BrowserContext, site: StaticHost
) -> None:
    gate = Gate()
    stranger.route("**/lowered.*.json", gate.pass_on)
    stranger.route("**/pyodide.*", gate.pass_on)
    visit = open_page(stranger, f"{site.url}calculator.html")
    visit.page.wait_for_function("() => document.querySelector('[data-slot=bar]').value > 0")
    expect(visit.slot("stage")).to_have_text("正在下载计算程序")
    gate.open()
    assert visit.ready() == "ready"


def test_who_saves_data_gets_the_first_gear_alone_until_more_is_asked_for(
    stranger: BrowserContext, site: StaticHost
) -> None:
    stranger.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'connection', { value: { saveData: true } })"
    )
    visit = open_page(stranger, f"{site.url}calculator.html")
    visit.choose_person(PERSON)
    expect(visit.page.locator(".score-line [data-slot=score]")).to_have_text(SCORE)
    expect(visit.slot("standing")).to_have_text(ALONE)
    expect(visit.slot("stage")).to_have_text(WAITING)
    expect(visit.slot("bar")).to_be_hidden()
    assert [url for url in visit.requests if "/pyodide." in url or "/python." in url] == []

    visit.page.locator("[data-action=whole]").click()
    expect(visit.slot("standing")).to_have_text(PROVEN)
    expect(visit.slot("whole")).to_be_hidden()
    expect(visit.slot("outlook")).to_be_visible()


def test_who_saves_data_gets_all_of_it_where_the_site_is_kept_already(
    chromium: Browser, site: StaticHost
) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    context.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'connection', { value: { saveData: true } })"
    )
    visit = open_page(context, f"{site.url}calculator.html")
    visit.page.locator("[data-action=whole]").click()
    assert visit.ready() == "ready"
    active = "navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')"
    assert until(visit.page, f"() => {active}")
    visit.page.reload()
    expect(visit.slot("stage")).to_have_text("计算程序已就绪")
    expect(visit.slot("whole")).to_be_hidden()
    context.close()


def test_a_worker_that_another_program_has_on_the_host_is_not_taken_for_the_site_s_own(
    chromium: Browser, whole_site: Path, tmp_path: Path
) -> None:
    shutil.copytree(whole_site, tmp_path / "points", copy_function=os.link)
    (tmp_path / "index.html").write_text("<!doctype html><title>other</title>", "utf-8")
    claims = "addEventListener('activate', (event) => event.waitUntil(clients.claim()));"
    (tmp_path / "sw.js").write_text(claims, "utf-8")
    with serving(StaticHost(root=tmp_path)) as host:
        context = chromium.new_context(reduced_motion="reduce")
        context.add_init_script(
            "Object.defineProperty(Navigator.prototype, 'connection', { value: { saveData: true } })"
        )
        other = open_page(context, host.url).page
        other.evaluate("async () => void (await navigator.serviceWorker.register('sw.js'))")
        assert until(other, "() => Boolean(navigator.serviceWorker.controller)")
        visit = open_page(context, f"{host.url}points/calculator.html")
        assert visit.page.evaluate("() => Boolean(navigator.serviceWorker.controller)")
        # Nothing of this site is kept yet, so data are saved, and there is nothing that a new build could take the place of.
        visit.page.locator("[data-action=whole]").click()
        assert visit.ready() == "ready"
        own = "({ active, scope }) => scope.endsWith('/points/') && active?.state === 'activated'"
        assert until(visit.page, f"() => navigator.serviceWorker.getRegistration().then({own})")
        expect(visit.slot("update")).to_be_hidden()
        context.close()


def test_a_policy_without_points_has_no_first_gear(
    stranger: BrowserContext, site: StaticHost
) -> None:
    visit = open_page(stranger, f"{site.url}shanghai-settlement/")
    assert visit.ready() == "ready"
    assert [url for url in visit.requests if "/gear." in url] == []
