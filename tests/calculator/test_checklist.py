"""The page of a policy without points in a visitor's browser: how one's answers stand to each condition."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from generator.loading.checklist import Checklist, checklist, read_checklist
from generator.scorer import load
from tests.browser import StaticHost
from tests.calculator.conftest import Visit, open_page
from tests.shipped import SHIPPED_CHECKLIST

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def listed() -> Checklist:
    return checklist(read_checklist(SHIPPED_CHECKLIST, "listed"))


@pytest.fixture(scope="module")
def page(profile: BrowserContext, site: StaticHost) -> Iterator[Visit]:
    visit = open_page(profile, f"{site.url}{SHIPPED_CHECKLIST.name}/")
    assert visit.ready() == "ready"
    yield visit
    visit.page.evaluate("() => localStorage.clear()")
    visit.page.close()


def test_each_condition_says_how_the_answers_stand_to_it(page: Visit) -> None:
    page.type("permit_months", "84")
    page.type("insured_months", "83")
    page.page.locator('input[name="title"][value="mid_title"]').check()
    standing = "[data-condition={}] [data-slot=standing]"
    expect(page.page.locator(standing.format("permit_months"))).to_have_text("符合")
    expect(page.page.locator(standing.format("insured_months"))).to_have_text("还差")
    expect(page.page.locator(standing.format("income_tax"))).to_have_text("还不知道")
    expect(page.page.locator(standing.format("market_standard"))).to_have_text("要去问")
    expect(page.slot("counted")).to_contain_text("这不是结论")
    assert [each for each in page.complaints if "Service Worker" not in each] == []


def test_its_draft_is_kept_apart_and_comes_back(page: Visit) -> None:
    page.type("permit_months", "84")
    page.page.reload()
    expect(page.page.locator("#f-permit_months")).to_have_value("84")
    keys = page.page.evaluate("() => Object.keys(localStorage)")
    assert f"hujifen.draft:/{SHIPPED_CHECKLIST.name}/" in keys
    page.page.locator("[data-action=clear]").click()
    expect(page.page.locator("#f-permit_months")).to_have_value("")


def test_the_browser_answers_every_case_as_the_command_line_does(
    page: Visit, listed: Checklist
) -> None:
    scorer = load(listed.scoring_text)
    for request in listed.requests.values():
        here = page.page.evaluate("(text) => window.hujifen.scoreJson(text)", request)
        assert here == scorer.score_json(request)
        assert json.loads(here)["can_apply"] is None
