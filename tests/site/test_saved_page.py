"""The calculator's page as a browser saves it: it says what it is and offers the file that calculates."""

from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import StaticHost, serving
from tests.tab import Tab


@pytest.fixture
def folder(whole_site: Path, tmp_path: Path) -> Path:
    """A copy of the site on a disk."""
    return copytree(whole_site, tmp_path / "存下来的 网页")


def expect_a_worksheet_that_says_so(page: Page) -> None:
    notice = page.locator("[data-saved]")
    expect(notice).to_contain_text("这是存下来的网页")
    expect(notice.get_by_role("link", name="离线版")).to_be_visible()
    expect(page.locator("#q-education")).to_be_visible()
    expect(page.locator("#engine")).to_be_hidden()
    # Nor is a place kept free for it.
    assert page.locator("#engine").bounding_box() is None


@pytest.mark.browser
def test_the_page_opened_from_a_folder_offers_the_single_file(
    chromium: Browser, folder: Path
) -> None:
    page = chromium.new_page()
    page.goto((folder / "calculator.html").as_uri())
    expect_a_worksheet_that_says_so(page)
    page.locator("[data-saved] a").click()
    expect(page.locator("[data-slot=go]").first).to_be_visible()
    expect(page.locator("[data-saved]")).to_have_count(0)
    page.close()


@pytest.mark.browser
def test_a_copy_in_which_no_script_runs_says_that_its_score_is_of_an_earlier_day(
    chromium: Browser, folder: Path, tmp_path: Path
) -> None:
    alone, whole = tmp_path / "alone.html", tmp_path / "whole.mhtml"
    with serving(StaticHost(root=folder)) as host:
        used = chromium.new_page()
        used.goto(f"{host.url}calculator.html")
        used.locator("[data-action=person]").first.click()
        expect(used.locator("[data-slot=result]")).to_be_visible()
        alone.write_text(used.content(), encoding="utf-8")
        snapshot = used.context.new_cdp_session(used).send("Page.captureSnapshot")
        whole.write_text(snapshot["data"], encoding="utf-8")
        used.close()
    for copy in (alone, whole):
        page = chromium.new_page(java_script_enabled=False)
        page.goto(copy.as_uri())
        expect(page.locator("[data-saved]")).to_be_visible()
        expect(page.locator("[data-saved]")).to_contain_text("是存下来时的，不会再变")
        expect(page.locator("main noscript")).to_have_count(0)
        page.close()


@pytest.mark.browser
def test_the_page_saved_while_it_was_in_use_offers_the_single_file(
    chromium: Browser, folder: Path
) -> None:
    with serving(StaticHost(root=folder)) as host:
        used = chromium.new_page()
        used.goto(f"{host.url}calculator.html")
        expect(used.locator("[data-saved]")).to_be_hidden()
        used.locator("[data-action=person]").first.click()
        expect(used.locator("[data-slot=result]")).to_be_visible()
        saved = folder / "saved.html"
        saved.write_text(used.content(), encoding="utf-8")
        used.close()
    page = chromium.new_page()
    page.goto(saved.as_uri())
    expect_a_worksheet_that_says_so(page)
    page.close()


def test_a_copy_of_its_bare_html_says_that_it_cannot_score(
    tab: Tab, whole_site: Path, tmp_path: Path
) -> None:
    # Neither style nor scripts are where such a copy lies.
    copy = tmp_path / "copy.html"
    copy.write_bytes((whole_site / "calculator.html").read_bytes())
    tab.open(copy.as_uri())
    said = tab.call("() => document.querySelector('#unstarted').innerText")
    assert "如果这是存下来的网页，它本来就算不了分" in said


def test_a_copy_of_a_page_s_bare_html_says_that_its_links_lead_nowhere(
    tab: Tab, whole_site: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "score.html"
    copy.write_bytes((whole_site / "score.html").read_bytes())
    tab.open(copy.as_uri())
    assert "里面的链接打不开" in tab.call("() => document.querySelector('.unstyled').innerText")
    with serving(StaticHost(root=whole_site)) as host:
        tab.open(f"{host.url}score.html")
        look = "() => getComputedStyle(document.querySelector('.unstyled')).display"
        assert tab.call(look) == "none"
