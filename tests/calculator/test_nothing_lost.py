"""Answers that are not yet the visitor's own survive whatever takes the page away."""

from collections.abc import Callable, Iterator
from typing import Final

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.browser import ONE_COMPILER, StaticHost, launch_chromium
from tests.calculator.conftest import PHONE, Visit, link_of, open_page
from tests.calculator.test_first_gear import Gate
from tests.calculator.test_older_links import HEAD, sealed

pytestmark = pytest.mark.browser

type Away = Callable[[Page], object]


def reload(page: Page) -> None:
    page.reload()


def go_away_and_come_back(page: Page) -> None:
    page.goto(page.url.replace("calculator.html", "score.html"))
    page.go_back()


BACK_FROM_MEMORY: Final = (
    "() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
)
AWAYS: Final[list[Away]] = [reload, go_away_and_come_back]


@pytest.fixture(scope="module")
def forgetful(driver: Playwright) -> Iterator[BrowserContext]:
    """A browser that loads a page anew when one comes back to it, as browsers inside other programs do."""
    browser = launch_chromium(driver, ONE_COMPILER, "--disable-features=BackForwardCache")
    assert not isinstance(browser, str)
    yield browser.new_context(viewport=PHONE, service_workers="block", reduced_motion="reduce")
    browser.close()


@pytest.fixture
def visitor(forgetful: BrowserContext, site: StaticHost) -> Iterator[Visit]:
    visit = open_page(forgetful, f"{site.url}calculator.html")
    yield visit
    visit.page.evaluate("() => localStorage.clear()")
    visit.page.close()


@pytest.mark.parametrize("away", AWAYS)
def test_answers_of_a_link_stay_until_the_first_edit(
    visitor: Visit, forgetful: BrowserContext, site: StaticHost, away: Away
) -> None:
    visitor.type("birth_date", "1990-01-15")
    visitor.pick("education", "doctor")
    expect(visitor.slot("result")).to_be_visible()
    link = link_of(visitor.page)
    visitor.type("birth_date", "1991-02-03")

    other = open_page(forgetful, f"{site.url}calculator.html#{link.split('#', 1)[1]}")
    birth = other.page.locator("#f-birth_date")
    expect(birth).to_have_value("1990-01-15")
    away(other.page)
    expect(birth).to_have_value("1990-01-15")
    expect(other.slot("note")).to_contain_text("表里是链接带来的答案")
    expect(other.slot("result")).to_be_visible()

    other.page.locator("[data-action=undo]:visible").first.click()
    expect(birth).to_have_value("1991-02-03")
    away(other.page)
    expect(birth).to_have_value("1991-02-03")
    other.page.close()


@pytest.mark.parametrize("away", AWAYS)
def test_pasted_lines_that_were_not_read_in_yet_stay(visitor: Visit, away: Away) -> None:
    visitor.reveal("contributions")
    box = visitor.page.locator("#ledger-paste")
    box.evaluate("""($box) => {
      $box.value = '2023-04 12000';
      $box.dispatchEvent(new Event('input', { bubbles: true }));
    }""")
    away(visitor.page)
    expect(box).to_have_value("2023-04 12000")
    visitor.page.locator("[data-action=clear]").click()
    away(visitor.page)
    expect(box).to_have_value("")


def test_what_is_answered_before_the_script_has_come_is_taken(
    forgetful: BrowserContext, site: StaticHost
) -> None:
    gate = Gate()
    forgetful.route("**/assets/calculator/main.*.js", gate.pass_on)
    page = forgetful.new_page()
    page.goto(f"{site.url}calculator.html", wait_until="commit")
    page.locator('input[name="education"][value="doctor"]').check()
    page.locator("#f-birth_date").fill("1990-01-15")
    gate.open()
    expect(page.locator("[data-slot=result]").first).to_be_visible()
    expect(page.locator('input[name="education"][value="doctor"]')).to_be_checked()
    expect(page.locator("#f-birth_date")).to_have_value("1990-01-15")
    # They are the visitor's own from then on.
    page.reload()
    expect(page.locator("#f-birth_date")).to_have_value("1990-01-15")
    page.evaluate("() => localStorage.clear()")
    page.close()
    forgetful.unroute("**/assets/calculator/main.*.js")


@pytest.mark.parametrize("away", AWAYS)
def test_a_sample_person_stays_until_the_first_edit(visitor: Visit, away: Away) -> None:
    visitor.type("birth_date", "1991-02-03")
    visitor.choose_person("degree_at_30")
    birth = visitor.page.locator("#f-birth_date")
    expect(birth).to_have_value("1996-04-20")
    away(visitor.page)
    expect(birth).to_have_value("1996-04-20")
    expect(visitor.page.locator('[data-person="degree_at_30"]')).to_have_attribute(
        "aria-pressed", "true"
    )

    visitor.type("birth_date", "1996-04-21")
    away(visitor.page)
    expect(birth).to_have_value("1996-04-21")
    expect(visitor.slot("note")).to_have_text("已恢复您上次没填完的内容。")


def test_what_two_tabs_fill_in_stands_in_both(
    visitor: Visit, forgetful: BrowserContext, site: StaticHost
) -> None:
    other = open_page(forgetful, f"{site.url}calculator.html")
    visitor.type("birth_date", "1990-01-15")
    visitor.pick("education", "doctor")
    birth = other.page.locator("#f-birth_date")
    expect(birth).to_have_value("1990-01-15")
    expect(other.slot("note")).to_have_text("另一个标签页里填的，这里也填上了。")

    other.type("insured_months", "60")
    expect(visitor.page.locator("#f-insured_months")).to_have_value("60")
    visitor.page.reload()
    expect(visitor.page.locator("#f-birth_date")).to_have_value("1990-01-15")
    expect(visitor.page.locator("#f-insured_months")).to_have_value("60")
    other.page.close()


def test_what_one_unfolded_stays_so_while_another_tab_types(
    visitor: Visit, forgetful: BrowserContext, site: StaticHost
) -> None:
    other = open_page(forgetful, f"{site.url}calculator.html")
    fold = visitor.page.locator(
        "#form details.counts", has=visitor.page.locator("#f-insured_months")
    )
    fold.locator("> summary").click()
    other.type("birth_date", "1990-01-15")
    expect(visitor.page.locator("#f-birth_date")).to_have_value("1990-01-15")
    expect(visitor.page.locator("#f-insured_months")).to_be_visible()
    other.page.close()


def test_what_another_tab_takes_away_can_be_had_back(
    visitor: Visit, forgetful: BrowserContext, site: StaticHost
) -> None:
    visitor.type("birth_date", "1990-01-15")
    other = open_page(forgetful, f"{site.url}calculator.html")
    other.page.locator("[data-action=clear]").click()
    birth = visitor.page.locator("#f-birth_date")
    expect(birth).to_have_value("")
    expect(visitor.slot("note")).to_contain_text("原来的可以换回来")
    visitor.page.locator("[data-action=undo]:visible").first.click()
    expect(birth).to_have_value("1990-01-15")
    expect(other.page.locator("#f-birth_date")).to_have_value("1990-01-15")
    other.page.close()


def test_answers_in_sight_outlive_the_browsing_data_that_were_deleted(
    visitor: Visit, forgetful: BrowserContext, site: StaticHost
) -> None:
    visitor.type("birth_date", "1990-01-15")
    other = forgetful.new_page()
    other.goto(f"{site.url}score.html")
    other.evaluate("localStorage.clear()")
    other.close()
    expect(visitor.slot("note")).to_contain_text("也许是清理了浏览数据")
    expect(visitor.page.locator("#f-birth_date")).to_have_value("1990-01-15")
    # A page that comes back from the browser's memory is not told of it, and does not know who it was.
    visitor.page.evaluate(BACK_FROM_MEMORY)
    expect(visitor.slot("note")).to_contain_text("也许是清理了浏览数据")
    visitor.type("insured_months", "60")
    visitor.page.evaluate("localStorage.clear()")
    visitor.page.evaluate(BACK_FROM_MEMORY)
    expect(visitor.slot("note")).to_contain_text("也许在另一个标签页里清空了，也许清理过浏览数据")
    visitor.page.locator("[data-action=undo]:visible").first.click()
    # Here the page hears nothing of it.
    visitor.page.evaluate("localStorage.clear()")
    visitor.type("insured_months", "61")
    visitor.page.reload()
    expect(visitor.page.locator("#f-birth_date")).to_have_value("1990-01-15")
    expect(visitor.page.locator("#f-insured_months")).to_have_value("61")


def test_where_nothing_can_be_kept_it_is_said(forgetful: BrowserContext, site: StaticHost) -> None:
    page = forgetful.new_page()
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
    )
    page.goto(f"{site.url}calculator.html#b={sealed(f'{HEAD}&education=college')}")
    expect(page.locator('input[name="education"][value="college"]')).to_be_checked()
    page.reload()
    expect(page.locator('input[name="education"][value="college"]')).to_be_checked()
    told = page.locator("[data-slot=not-kept]")
    expect(told).to_be_hidden()
    page.locator('input[name="education"][value="doctor"]').check()
    expect(told).to_be_visible()
    page.close()
