"""The pages that run the engine, in each of their main states, for those who read or work them differently.

Text pages are held to the same in ``test_looks``.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page

from generator.loading.model import PolicyText
from generator.paging.addresses import CALCULATOR, HOME, OFFLINE, SELF_CHECK
from tests.axe import NO_COLOURS, SIZES, Right, colours_found_by_axe, found_by_axe, found_by_rules
from tests.browser import StaticHost, serving

pytestmark = pytest.mark.browser
WIDTH: Final = 360
DOUBLE: Final = "document.documentElement.style.fontSize = '212.5%'"
"""The site's own size is 106.25 %."""
SINGLE: Final = "document.documentElement.style.fontSize = ''"
NOTHING_OVER_OTHERS: Final = "document.querySelector('.score-line').style.position = 'static'"
"""What stays in sight covers a part of whatever lies beneath it just then, which makes no target too small."""
CUT_OFF: Final = """() => [...document.querySelectorAll('main *, header *')]
    .filter((each) => each.checkVisibility() && !each.closest('.visually-hidden, .people__list'))
    .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
    .map((each) => each.outerHTML.slice(0, 120))"""
BELOW_STANDARD: Final = "title_without_base"
"""A sample person who has not reached the standard score: only then are there plans to show."""

type Act = Callable[[Page], object]

PRESENTATIONS: Final[Mapping[str, Mapping[str, Any]]] = {
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
}
"""In which only colours are others than in the light."""


@pytest.fixture(scope="module")
def host(whole_site: Path) -> Iterator[StaticHost]:
    with serving(StaticHost(root=whole_site)) as host:
        yield host


@pytest.fixture
def calculator(chromium: Browser, host: StaticHost) -> Iterator[Page]:
    yield from opened(chromium, host.url + CALCULATOR)


def opened(browser: Browser, url: str) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 800}, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    page.goto(url)
    page.wait_for_function("window.hujifen")
    page.evaluate("hujifen.ready")
    yield page
    context.close()


def nothing(page: Page) -> None:
    pass


def answer_a_little(page: Page) -> None:
    page.locator("#f-birth_date").fill("1990-01-15")
    page.locator("[data-slot=result]:visible").wait_for()


def answer_all(page: Page) -> None:
    page.locator(f"[data-person={BELOW_STANDARD}]").click()
    page.locator("[data-slot=result]:visible").wait_for()
    for companion in ("outlook", "plans"):
        page.locator(f"[data-slot={companion}]:visible").wait_for()
    page.evaluate(
        "document.querySelectorAll('[data-slot=result] details').forEach(each => each.open = true)"
    )


def be_vetoed(page: Page) -> None:
    answer_all(page)
    page.locator('[name=situation][value="records"]').check()
    page.locator('[name="serious_crime"][value="true"]').check()
    page.locator(".score-line__distance", has_text="不能申请").wait_for()


def mistake(page: Page) -> None:
    page.locator("#f-birth_date").fill("yesterday")
    page.locator("[data-action=go]").click()
    page.locator("[data-slot=error-summary]:visible").wait_for()


def copy_by_hand(page: Page) -> None:
    answer_all(page)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.locator("[data-action=copy]").click()
    page.locator("[data-slot=to-copy]:visible").wait_for()


def take_away(page: Page) -> None:
    answer_all(page)
    for name in ("qr", "picture"):
        page.locator(f"[data-action={name}]").click()
        page.locator(f"[data-slot={name}]:visible").wait_for()


SITTING: Final[Mapping[str, Act]] = {
    "empty": nothing,
    "mistaken": mistake,
    "open": answer_a_little,
    "answered": answer_all,
    "copying by hand": copy_by_hand,
    "taking away": take_away,
    "vetoed": be_vetoed,
}
"""What somebody does on one page, one after the other."""


def test_axe_finds_nothing_and_nothing_is_lost_at_twice_the_text_size_in_any_state(
    calculator: Page, right: Right
) -> None:
    """Of each state; only the strip of sample people scrolls, within itself."""
    calculator.evaluate(NOTHING_OVER_OTHERS)
    for state, act in SITTING.items():
        act(calculator)
        assert not found_by_axe(calculator, right), state
        for name, media in PRESENTATIONS.items():
            calculator.emulate_media(**media)
            assert not colours_found_by_axe(calculator, right), (state, name)
            calculator.emulate_media(color_scheme="light", forced_colors="none")
        calculator.evaluate(DOUBLE)
        assert calculator.evaluate("document.documentElement.scrollWidth") <= WIDTH, state
        assert not calculator.evaluate(CUT_OFF), state
        assert not colours_found_by_axe(calculator, right), state
        assert not found_by_rules(calculator, SIZES), state
        calculator.evaluate(SINGLE)


def test_nothing_moves_for_those_who_asked_for_less_motion(calculator: Page) -> None:
    answer_all(calculator)
    moving = calculator.evaluate(
        """() => [...document.querySelectorAll('*')].filter((each) => {
            const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(each);
            const isSmooth = transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
            return animationName !== 'none' || isSmooth || scrollBehavior === 'smooth';
        }).map((each) => each.tagName)"""
    )
    assert not moving


def test_with_forced_colours_what_is_chosen_still_differs_by_shape(calculator: Page) -> None:
    calculator.emulate_media(forced_colors="active")
    box = calculator.locator("#q-education .answers")
    before = box.screenshot()
    calculator.locator("#f-education").check()
    assert box.screenshot() != before
    assert calculator.locator("#f-education").is_checked()


def test_with_forced_colours_the_line_of_the_score_takes_them_too(calculator: Page) -> None:
    calculator.emulate_media(forced_colors="active")
    calculator.locator("[data-person]").first.click()
    chart = calculator.locator("[data-slot=chart]")
    chart.locator("text").first.wait_for()
    colours = chart.evaluate(
        """($chart) => {
            const $like = document.createElement('i');
            document.body.append($like);
            const of = (name) => {
                $like.style.color = name;
                return getComputedStyle($like).color;
            };
            const { fill } = getComputedStyle($chart.querySelector('text'));
            const { stroke } = getComputedStyle($chart.querySelector('.chart__line'));
            return [fill === of('CanvasText'), stroke === of('LinkText')];
        }"""
    )
    assert colours == [True, True]


def test_axe_finds_nothing_on_pages_whose_figures_have_lapsed(
    chromium: Browser, host: StaticHost, policy: PolicyText, right: Right
) -> None:
    context = chromium.new_context(viewport={"width": WIDTH, "height": 800}, bypass_csp=True)
    page = context.new_page()
    if policy.scoring.last_edition.is_endless:
        pytest.skip("the law names no last day")
    last = policy.scoring.last_day
    page.clock.set_fixed_time(str(last + timedelta(days=400)))
    for address in (HOME, CALCULATOR):
        page.goto(host.url + address)
        page.locator(".page-lapse:visible").wait_for()
        assert not found_by_axe(page, right), address
        page.emulate_media(color_scheme="dark")
        assert not colours_found_by_axe(page, right), address
        page.emulate_media(color_scheme="light")
    context.close()


def test_axe_finds_nothing_on_the_self_check(
    chromium: Browser, host: StaticHost, right: Right
) -> None:
    for page in opened(chromium, host.url + SELF_CHECK):
        page.locator("[data-slot=self-check]:visible").wait_for()
        assert not found_by_axe(page, right)


def test_axe_finds_nothing_in_the_single_file(chromium: Browser, whole_site: Path) -> None:
    for page in opened(chromium, f"file://{whole_site / OFFLINE}"):
        answer_all(page)
        # Its pages have the colours that they have on the site.
        assert not found_by_rules(page, NO_COLOURS)
        page.evaluate(DOUBLE)
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH
