"""The text pages as a reader's browser shows them, opened from the disk."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

import pytest
from playwright.sync_api import Browser, Page

from generator.paging.addresses import GALLERY, NOT_FOUND
from tests.axe import Right, colours_found_by_axe, found_by_axe

pytestmark = pytest.mark.browser
SMALLEST_TARGET = 24
"""CSS pixels that a link of its own needs at least; rows of the form need 44."""
ROW = 44
PHONE: Final = 360


@pytest.fixture(scope="module")
def addresses(dist: Path) -> list[str]:
    """Of the pages that may be opened from a disk: only a host shows the one for what it doesn't have."""
    return sorted(
        page.relative_to(dist).as_posix() for page in dist.rglob("*.html") if page.name != NOT_FOUND
    )


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    yield from _opened(chromium, PHONE, "light")


def _opened(
    browser: Browser, width: int, scheme: Literal["light", "dark"], *, scripts: bool = True
) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        bypass_csp=True,
        java_script_enabled=scripts,
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("shelf", ["", "indicators/", "editions/"])
def test_every_page_fits_its_window_and_axe_finds_nothing(
    phone: Page, dist: Path, addresses: list[str], right: Right, shelf: str
) -> None:
    """Each page is opened once, and asks for nothing but the site's own files."""
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    chosen = [address for address in addresses if shelf_of(address) == shelf]
    assert chosen
    for address in chosen:
        phone.goto(f"file://{dist / address}")
        assert not [*faults_of(phone, address, right)], address
    assert asked
    assert not [url for url in asked if not url.startswith(f"file://{dist}/")]


def shelf_of(address: str) -> str:
    """Return the first folder that a page lies in, of those that have a test of their own."""
    first = f"{address.partition('/')[0]}/"
    return first if first in {"indicators/", "editions/"} else ""


def faults_of(page: Page, address: str, right: Right) -> Iterator[str]:
    """Yield what is wrong with an open page, at each width and with larger text, in the light and in the dark."""
    for width in (1280, 768, PHONE):
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            yield f"it scrolls sideways at {width}"
    page.evaluate("document.documentElement.style.fontSize = '212.5%'")
    if page.evaluate("document.documentElement.scrollWidth") > PHONE:
        yield "it scrolls sideways when its text is twice as large"
    page.evaluate("document.documentElement.style.fontSize = ''")
    for rule, element in found_by_axe(page, right):
        # The gallery shows the landmarks of a page inside another one.
        if (address, rule) != (GALLERY, "landmark-unique"):
            yield f"{rule}: {element}"
    # In the dark only colours are others.
    page.emulate_media(color_scheme="dark")
    for rule, element in colours_found_by_axe(page, right):
        yield f"{rule} in the dark: {element}"
    page.emulate_media(color_scheme="light")


def test_text_pages_work_from_the_disk_with_their_styles(phone: Page, dist: Path) -> None:
    phone.goto(f"file://{dist / 'indicators' / 'age.html'}")
    assert phone.evaluate(
        "getComputedStyle(document.querySelector('.page-header')).borderTopStyle"
    ) == ("solid")
    phone.click("text=计分规则 >> nth=0")
    assert phone.url == f"file://{dist / 'score.html'}"


def test_the_worksheet_is_whole_without_scripts(chromium: Browser, dist: Path) -> None:
    for page in _opened(chromium, 360, "light", scripts=False):
        page.goto(f"file://{dist / 'calculator.html'}")
        assert page.locator("fieldset[data-question='education']").is_visible()
        assert not page.locator("[data-slot='result']").is_visible()
        assert not page.locator("button:visible").count()


def test_rows_and_links_of_their_own_are_large_enough_to_touch(phone: Page, dist: Path) -> None:
    phone.goto(f"file://{dist / 'calculator.html'}")
    for locator, least in (
        ("label.answer", ROW),
        (".field", ROW),
        (".question__basis summary", ROW),
        (".page-header a", SMALLEST_TARGET),
        (".page-footer__links a", ROW),
    ):
        boxes = [box.bounding_box() for box in phone.locator(locator).all() if box.is_visible()]
        assert boxes
        assert min(box["height"] for box in boxes if box) >= least, locator


def test_the_navigation_stays_on_one_line_on_narrow_screens(phone: Page, dist: Path) -> None:
    phone.goto(f"file://{dist / 'score.html'}")
    for width in (360, 348, 320):
        phone.set_viewport_size({"width": width, "height": 800})
        tops = phone.evaluate(
            "[...document.querySelectorAll('.page-header__nav li')].map(($item) => $item.offsetTop)"
        )
        assert len(set(tops)) == 1, width
    phone.set_viewport_size({"width": PHONE, "height": 800})


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_both_scores_of_the_same_person_are_in_sight(
    chromium: Browser, dist: Path, width: int
) -> None:
    for page in _opened(chromium, width, "light"):
        page.goto(f"file://{dist / 'editions.html'}")
        tables = page.locator("#people ~ .scroll")
        assert tables.count() > 1
        assert tables.evaluate_all("all => all.every(one => one.scrollWidth <= one.clientWidth)")


def test_magnified_four_times_the_line_of_the_score_leaves_the_window_to_the_form(
    chromium: Browser, dist: Path
) -> None:
    page = chromium.new_page(viewport={"width": 320, "height": 256}, reduced_motion="reduce")
    page.goto(f"file://{dist / 'calculator.html'}")
    page.locator("#q-education").evaluate("($question) => $question.scrollIntoView()")
    line = page.locator(".score-line").evaluate("($line) => $line.getBoundingClientRect().bottom")
    assert line <= 0
    page.close()


def test_a_printed_page_uses_its_sheet_and_has_no_links_to_follow(
    chromium: Browser, dist: Path
) -> None:
    for page in _opened(chromium, 718, "light"):
        page.emulate_media(media="print")
        page.goto(f"file://{dist / 'papers.html'}")
        assert not page.locator(".page-footer__links").is_visible()
        sheet, listed = (
            page.locator(place).first.bounding_box() for place in (".page__text", ".papers")
        )
        assert sheet
        assert listed
        assert listed["width"] > 0.98 * sheet["width"]


def test_a_line_of_text_is_no_longer_than_34_characters(chromium: Browser, dist: Path) -> None:
    for page in _opened(chromium, 1280, "light"):
        page.goto(f"file://{dist / 'path.html'}")
        widths = page.evaluate(
            "[...document.querySelectorAll('.prose p, .prose li')].map("
            "p => p.getBoundingClientRect().width / parseFloat(getComputedStyle(p).fontSize))"
        )
        assert max(widths) <= 34.1
