"""The text pages as a reader's browser shows them, opened from the disk."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from generator.paging.addresses import GALLERY, NOT_FOUND

pytestmark = pytest.mark.browser
SMALLEST_TARGET = 24
"""CSS pixels that a link of its own needs at least; rows of the form need 44."""
ROW = 44


@pytest.fixture(scope="module")
def addresses(dist: Path) -> list[str]:
    """Of the pages that may be opened from a disk: only a host shows the one for what it doesn't have."""
    return sorted(
        page.relative_to(dist).as_posix() for page in dist.rglob("*.html") if page.name != NOT_FOUND
    )


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    yield from _opened(chromium, 360, "light")


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


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_page_scrolls_sideways(
    chromium: Browser, dist: Path, addresses: list[str], width: int
) -> None:
    for page in _opened(chromium, width, "light"):
        assert not [address for address in addresses if _overflows(page, dist, address)]


def test_nothing_is_lost_when_text_is_twice_as_large(
    phone: Page, dist: Path, addresses: list[str]
) -> None:
    for address in addresses:
        phone.goto(f"file://{dist / address}")
        phone.evaluate("document.documentElement.style.fontSize = '212.5%'")
        assert phone.evaluate("document.documentElement.scrollWidth") <= 360, address


@pytest.mark.parametrize(
    ("scheme", "options"), [("light", {}), ("dark", {"runOnly": ["color-contrast"]})]
)
def test_axe_finds_nothing(
    chromium: Browser,
    dist: Path,
    addresses: list[str],
    scheme: Literal["light", "dark"],
    options: dict[str, list[str]],
) -> None:
    """In the dark only colours are others."""
    for page in _opened(chromium, 360, scheme):
        for address in addresses:
            page.goto(f"file://{dist / address}")
            response = Axe().run(page, options=options).response
            found = {violation["id"] for violation in response["violations"]}
            # The gallery shows the landmarks of a page inside another one.
            allowed = {"landmark-unique"} if address == GALLERY else set()
            assert not found - allowed, address


def test_text_pages_work_from_the_disk_with_their_styles(phone: Page, dist: Path) -> None:
    phone.goto(f"file://{dist / 'indicators' / 'age.html'}")
    assert phone.evaluate(
        "getComputedStyle(document.querySelector('.page-header')).borderTopStyle"
    ) == ("solid")
    phone.click("text=计分规则 >> nth=0")
    assert phone.url == f"file://{dist / 'score.html'}"


def test_no_page_asks_for_anything_but_its_own_files(
    chromium: Browser, dist: Path, addresses: list[str]
) -> None:
    asked: list[str] = []
    for page in _opened(chromium, 360, "light"):
        page.on("request", lambda request: asked.append(request.url))
        for address in addresses:
            page.goto(f"file://{dist / address}")
    assert asked
    assert not [url for url in asked if not url.startswith(f"file://{dist}/")]


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


def _overflows(page: Page, dist: Path, address: str) -> bool:
    page.goto(f"file://{dist / address}")
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
