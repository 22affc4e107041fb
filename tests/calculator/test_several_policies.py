"""Two policies in one site, in a visitor's browser: each its own engine data, its own draft, its own single file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from generator import paths
from generator.building.build import build
from generator.loading import load_scoring_text
from generator.scorer import load
from generator.standing import BuildOptions
from tests.browser import StaticHost, serving, until
from tests.calculator.conftest import Visit, open_page
from tests.policies import policies
from tests.shipped import SHIPPED_CHECKLIST

pytestmark = pytest.mark.browser

CODES: Final = ("hill-town", "lake-town")
PLACES: Final = {"hill-town": "hill-town/", "lake-town": ""}
REQUEST: Final = {"on": "2023-06-15", "answers": {"volunteer": True, "birth_date": "1990-01-15"}}
KEPT: Final = """async (files) => {
  const name = (await caches.keys()).find((each) => each.startsWith('hujifen-site:'));
  return (await (await caches.open(name)).keys()).length === files;
}"""
"""Whether so many files of the site are kept."""
IN_CHARGE: Final = "async () => (await navigator.serviceWorker.getRegistration())?.active?.state"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data and the site: one policy at the root, one behind its place."""
    folder = tmp_path_factory.mktemp("two")
    data = policies(folder / "data", *CODES, at_root="lake-town")
    build(BuildOptions(policy_data=data, dist=folder / "dist", cache=paths.CACHE))
    return folder


@pytest.fixture(scope="module")
def host(room: Path) -> Iterator[StaticHost]:
    with serving(StaticHost(root=room / "dist", prefix="/points/")) as serving_host:
        yield serving_host


@pytest.fixture(scope="module")
def visitor(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    yield context
    context.close()


def asked(code: str) -> str:
    return json.dumps({**REQUEST, "policy": code})


@pytest.mark.parametrize("code", CODES)
def test_the_browser_answers_as_the_command_line_does(
    code: str, room: Path, host: StaticHost, visitor: BrowserContext
) -> None:
    scorer = load(load_scoring_text(room / "data" / code))
    visit = open_page(visitor, f"{host.url}{PLACES[code]}calculator.html")
    assert visit.ready() == "ready"
    for each in CODES:
        here = visit.page.evaluate("(text) => window.hujifen.scoreJson(text)", asked(each))
        assert here == scorer.score_json(asked(each))
        assert ("error" in json.loads(here)) == (each != code)
    assert visit.complaints == []
    visit.page.close()


@pytest.mark.parametrize("code", CODES)
def test_the_self_check_reruns_the_cases_of_its_policy(
    code: str, host: StaticHost, visitor: BrowserContext
) -> None:
    visit = open_page(visitor, f"{host.url}{PLACES[code]}self-check.html")
    expect(visit.slot("verdict")).to_contain_text("例全部一致")
    visit.page.close()


def test_drafts_keep_apart(host: StaticHost, visitor: BrowserContext) -> None:
    for code, born in zip(CODES, ("1990-01-15", "1985-02-03"), strict=True):
        visit = open_page(visitor, f"{host.url}{PLACES[code]}calculator.html")
        expect(visit.page.locator("#f-birth_date")).to_have_value("")
        visit.type("birth_date", born)
        visit.page.close()
    for code, born in zip(CODES, ("1990-01-15", "1985-02-03"), strict=True):
        visit = open_page(visitor, f"{host.url}{PLACES[code]}calculator.html")
        expect(visit.page.locator("#f-birth_date")).to_have_value(born)
        visit.page.close()


def test_what_a_visitor_uses_works_with_the_host_gone_and_the_rest_once_it_was_visited(
    room: Path, chromium: Browser
) -> None:
    context = chromium.new_context()
    with serving(StaticHost(root=room / "dist", prefix="/points/")) as host:
        leave_at_hand(context, f"{host.url}hill-town/calculator.html")
        url = host.url
        context.set_offline(True)
        assert opened(context, f"{url}hill-town/calculator.html").ready() == "ready"
        assert opened(context, f"{url}hill-town/").page.inner_text("h1") == "hill-town 积分"
        assert opened(context, url).page.inner_text("h1") == "lake-town 积分"
        assert_not_kept(opened(context, f"{url}calculator.html"))
        context.set_offline(False)
        visit = open_page(context, f"{url}score.html")
        assert until(visit.page, KEPT, known_files(room / "dist"))
    context.set_offline(True)
    for code in CODES:
        assert opened(context, f"{url}{PLACES[code]}calculator.html").ready() == "ready"
    context.close()


def test_of_the_shipped_policies_that_which_is_used_is_at_hand(
    whole_site: Path, chromium: Browser
) -> None:
    listed = f"{SHIPPED_CHECKLIST.name}/"
    for place, other in ((listed, "score.html"), ("calculator.html", listed)):
        context = chromium.new_context()
        with serving(StaticHost(root=whole_site, prefix="/points/")) as host:
            leave_at_hand(context, host.url + place)
            url = host.url
        context.set_offline(True)
        assert opened(context, url + place).ready() == "ready"
        assert "上海居住证积分" in opened(context, url).page.inner_text("h1")
        assert_not_kept(
            opened(context, url + other), policies=len(list(paths.POLICY_DATA.iterdir()))
        )
        context.close()


def leave_at_hand(context: BrowserContext, address: str) -> None:
    """Visit a page until the site is kept in the browser, and leave it."""
    visit = open_page(context, address)
    assert visit.ready() == "ready"
    assert until(visit.page, IN_CHARGE) in {"activating", "activated"}
    visit.page.close()


def opened(context: BrowserContext, address: str) -> Visit:
    visit = open_page(context, address)
    visit.page.wait_for_load_state()
    return visit


def assert_not_kept(visit: Visit, *, policies: int = 2) -> None:
    """The page says in words that another one is not here, and leads to the first of each policy."""
    assert visit.page.url.endswith("/points/not-kept.html")
    expect(visit.page.locator("h1")).to_have_text("这一页还没有存在这台设备上")
    assert visit.page.locator("main li a").count() == policies


def known_files(dist: Path) -> int:
    """How many files the service worker knows."""
    site = (dist / "sw.js").read_text("utf-8").partition("SITE_BUILD=")[2]
    return len(json.JSONDecoder().raw_decode(site)[0]["files"])


@pytest.mark.parametrize("code", CODES)
def test_each_has_a_single_file_of_its_own(code: str, room: Path, chromium: Browser) -> None:
    context = chromium.new_context()
    file = room / "dist" / PLACES[code] / "hujifen-offline.html"
    visit = open_page(context, file.as_uri())
    assert visit.ready() == "ready"
    here = visit.page.evaluate("(text) => window.hujifen.scoreJson(text)", asked(code))
    assert json.loads(here)["policy"] == code
    context.close()


def test_the_search_of_one_leads_to_what_the_other_says(
    host: StaticHost, visitor: BrowserContext
) -> None:
    visit = open_page(visitor, f"{host.url}hill-town/search.html")
    visit.page.locator("#search-words").fill("志愿")
    found = visit.page.locator("[data-found] li a")
    expect(found.first).to_be_visible()
    addresses = [str(each) for each in found.evaluate_all("(all) => all.map((each) => each.href)")]
    for place in ("points/hill-town/", "points/"):
        assert f"{host.url.removesuffix('points/')}{place}indicators/volunteer.html" in addresses
    visit.page.close()
