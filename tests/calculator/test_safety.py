"""Nothing leaves the page, nothing is let in, nothing jumps about."""

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, expect

from tests.axe import ALL_RULES, found_by_rules
from tests.browser import StaticHost, until
from tests.calculator.conftest import PHONE, Visit, open_page

pytestmark = pytest.mark.browser

EVIL = '"><img src=x onerror=alert(1)><script>alert(2)</script>'
GLOBALS = "() => Object.getOwnPropertyNames(window)"
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
TOLD = """document.documentElement.style.getPropertyValue('--score-line')
  === `${document.querySelector('.score-line').offsetHeight}px`"""
SHIFT = """() => new Promise((resolve) => {
  new PerformanceObserver((list) => {
    resolve(list.getEntries().filter((entry) => !entry.hadRecentInput).reduce((sum, entry) => sum + entry.value, 0));
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(0), 300);
})"""


def test_what_a_visitor_types_stays_text(calculator: Visit) -> None:
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    calculator.page.on("dialog", note)
    calculator.type("birth_date", EVIL)
    calculator.type("insured_months", EVIL)
    calculator.page.locator("[data-action=go]").click()
    expect(calculator.slot("error-summary")).to_be_visible()
    assert calculator.page.locator("img[src=x], main script:not([type])").count() == 0
    calculator.page.remove_listener("dialog", note)
    assert not dialogs


def test_what_lies_in_storage_stays_text(newcomer: Visit) -> None:
    draft = {
        "schema": 1,
        "on": EVIL,
        "kept": {"education": [EVIL], "birth_date": [EVIL], "detentions": ["some", EVIL]},
        "readings": {"jobs_share": EVIL},
    }
    newcomer.page.evaluate(
        "(text) => localStorage.setItem('hujifen.draft:/', text)", json.dumps(draft)
    )
    newcomer.page.reload()
    expect(newcomer.page.locator("#f-birth_date")).to_have_value(EVIL)
    expect(newcomer.page.locator("#e-on")).to_be_visible()
    assert newcomer.page.locator("img[src=x]").count() == 0


def test_nothing_but_hujifen_is_added_to_the_window(
    calculator: Visit, profile: BrowserContext, site: StaticHost
) -> None:
    bare = profile.new_page()
    bare.goto(f"{site.url}sources.html")
    before = set(bare.evaluate(GLOBALS))
    bare.close()
    assert set(calculator.page.evaluate(GLOBALS)) - before == {"hujifen"}
    assert calculator.page.evaluate("() => Object.keys(window.hujifen)") == ["ready", "scoreJson"]


def test_hujifen_is_there_as_soon_as_the_page_has_loaded(newcomer: Visit) -> None:
    assert newcomer.page.evaluate("() => typeof window.hujifen?.scoreJson") == "function"


def test_no_other_host_is_asked_and_no_policy_is_broken(newcomer: Visit, site: StaticHost) -> None:
    newcomer.choose_person("company_owner")
    expect(newcomer.slot("readings")).to_be_visible()
    assert {urlsplit(url).netloc for url in newcomer.requests} == {urlsplit(site.url).netloc}
    expected = "Service Worker registration blocked by Playwright"
    assert [words for words in newcomer.complaints if words != expected] == []


def test_what_one_jumps_to_stands_below_the_line_of_the_score_however_high_it_is(
    calculator: Visit,
) -> None:
    calculator.type("birth_date", "1990-01-15")
    # The line is whole once there is a score: what comes to it later would stand above what was jumped to.
    expect(calculator.slot("result")).to_be_visible()
    expect(calculator.slot("assumed")).to_be_visible()
    page = calculator.page
    page.evaluate("document.documentElement.style.fontSize = '32px'")
    try:
        until(page, f"() => {TOLD}")
        count, covered = page.evaluate("""() => {
          const $line = document.querySelector('.score-line');
          const $headings = [...document.querySelectorAll('#form h2')].filter(($each) => $each.offsetHeight > 0);
          const covered = [];
          for (const $heading of $headings) {
            $heading.scrollIntoView({ behavior: 'instant' });
            const below = $line.getBoundingClientRect().bottom;
            if (below > $heading.getBoundingClientRect().top) covered.push([$heading.id, below]);
          }
          return [$headings.length, covered];
        }""")
    finally:
        page.evaluate("document.documentElement.style.fontSize = ''")
    assert count > 1
    assert covered == []


def test_nothing_overflows_at_360_pixels(calculator: Visit) -> None:
    page = calculator.page
    assert page.evaluate(OVERFLOW) == 0
    for code in ("company_owner", "triple_base", "detained_once"):
        calculator.choose_person(code)
        expect(calculator.slot("readings")).to_be_visible()
        page.evaluate(
            "() => document.querySelectorAll('details').forEach(($d) => ($d.open = true))"
        )
        assert page.evaluate(OVERFLOW) == 0, code
    calculator.type("insured_months", "9" * 40)
    calculator.page.locator("[data-action=go]").click()
    assert page.evaluate(OVERFLOW) == 0
    page.evaluate("() => document.querySelectorAll('details').forEach(($d) => ($d.open = false))")


def test_nothing_moves_while_the_page_loads(chromium: Browser, site: StaticHost) -> None:
    context = chromium.new_context(viewport=PHONE, service_workers="block")
    visit = open_page(context, f"{site.url}calculator.html")
    assert visit.ready() == "ready"
    assert visit.page.evaluate(SHIFT) < 0.001
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_calculator_is_accessible(calculator: Visit, scheme: str) -> None:
    calculator.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    calculator.choose_person("company_owner")
    expect(calculator.slot("readings")).to_be_visible()
    calculator.slot("readings").locator("> summary").click()
    calculator.type("insured_months", "x")
    calculator.page.locator("[data-action=go]").click()
    expect(calculator.slot("error-summary")).to_be_visible()
    found = found_by_rules(calculator.page, ALL_RULES)
    calculator.page.emulate_media(color_scheme="light")
    assert found == []
