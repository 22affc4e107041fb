"""From a cold start on a phone to the first useful number: how often one taps or fills in, and how far one scrolls."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import StaticHost
from tests.calculator.conftest import Visit

pytestmark = pytest.mark.browser

NOW = "2026-11-28T12:00:00+08:00"
HEIGHT = 740
IN_SIGHT = """$control => {
  const { top, bottom } = $control.getBoundingClientRect();
  const line = document.querySelector('[data-slot="score-line"]').getBoundingClientRect().bottom;
  if (bottom > innerHeight) scrollBy(0, bottom - innerHeight);
  else if (top < line) scrollBy(0, top - line);
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone who fills in the form, and what it may cost them."""

    born: str
    education: str
    since: str
    bases: tuple[str, ...]
    title: str = "none"
    married: str = ""
    firm: tuple[str, ...] = ()
    interactions: int = 12
    screens: int = 2


PEOPLE = {
    "a degree and the usual base": Person(
        born="19880503",
        education="bachelor_with_degree",
        since="2017-03",
        bases=("14000", "14000", "12500", "12500", "12500"),
    ),
    "college and many years": Person(
        born="1980-02-11", education="college", since="2008-06", bases=("9500",) * 5
    ),
    "no certificate and a high base": Person(
        born="1990-09-30", education="none", since="2021-01", bases=("36000",) * 5
    ),
    "a title on top of a diploma": Person(
        born="1985-12-01",
        education="college",
        title="mid_title",
        since="2015-09",
        bases=("13000",) * 5,
    ),
    "a local spouse": Person(
        born="1991-05-09",
        education="college",
        since="2021-06",
        bases=("12000",) * 5,
        married="2019-10-01",
        interactions=20,
        screens=4,
    ),
    "a local spouse and an own firm": Person(
        born="1984-12-01",
        education="college",
        since="2019-07",
        bases=("12000",) * 5,
        married="2015-05-20",
        firm=("450000", "32", "60"),
        interactions=20,
        screens=4,
    ),
}


@dataclass(slots=True)
class Phone:
    """A page in somebody's hand, with what they did on it."""

    page: Page
    interactions: int = 0
    travelled: list[float] = field(default_factory=list)

    def tap(self, selector: str) -> None:
        self._reach(selector).click()

    def fill(self, selector: str, text: str) -> None:
        self._reach(selector).fill(text)

    def _reach(self, selector: str) -> Locator:
        control = self.page.locator(selector)
        control.evaluate(IN_SIGHT)
        self.interactions += 1
        self.travelled.append(self.page.evaluate("scrollY"))
        return control


@pytest.fixture(scope="module")
def handed_on(chromium: Browser, site: StaticHost) -> Iterator[Visit]:
    """The calculator on one phone for all of them."""
    context = chromium.new_context(
        viewport={"width": 360, "height": HEIGHT}, service_workers="block", reduced_motion="reduce"
    )
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    page.goto(f"{site.url}calculator.html")
    visit = Visit(page=page, requests=[], complaints=[])
    assert visit.ready() == "ready"
    yield visit
    context.close()


@pytest.mark.parametrize("who", PEOPLE)
def test_the_first_useful_number_is_near(handed_on: Visit, who: str) -> None:
    person = PEOPLE[who]
    page = handed_on.page
    handed_on.clear()
    page.evaluate("() => scrollTo(0, 0)")
    phone = Phone(page=page)
    phone.fill("#f-birth_date", person.born)
    phone.tap(f'[name=education][value="{person.education}"]')
    phone.tap(f'[name=title][value="{person.title}"]')
    phone.fill("#f-contributions", person.since)
    phone.tap('[name="contributions.breaks"][value=none]')
    for place, base in enumerate(person.bases):
        phone.fill(f"[data-slot=year-rows] > :nth-child({place + 1}) input", base)
    if person.married:
        phone.tap("[name=situation][value=spouse]")
    if person.firm:
        phone.tap("[name=situation][value=firm]")
        for code, answer in zip(
            ("tax_yearly", "local_staff_yearly", "share_percent"), person.firm, strict=True
        ):
            phone.fill(f"#f-{code}", answer)
    if person.married:
        phone.fill("#f-marriage_date", person.married)
    line = page.locator("[data-slot=score-line]")
    expect(line).to_contain_text("假定没有")
    expect(line.locator("[data-slot=score]")).not_to_contain_text("–")
    expect(line.locator("[data-slot=score]")).not_to_have_text("—")
    assert phone.interactions <= person.interactions
    assert max(phone.travelled) / HEIGHT <= person.screens
