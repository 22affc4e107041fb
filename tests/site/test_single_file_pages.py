"""The pages of the guide inside the single file: opened from a disk without a network, they are as alive as on the site."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.loading.model import PolicyText
from generator.paging.addresses import OFFLINE

pytestmark = pytest.mark.browser


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(
        viewport={"width": 360, "height": 800}, reduced_motion="reduce", offline=True
    )
    yield context
    context.close()


@pytest.fixture
def complaints() -> list[str]:
    return []


@pytest.fixture
def file(context: BrowserContext, whole_site: Path, complaints: list[str]) -> Iterator[Page]:
    """The single file, just opened; the engine may still be starting."""
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((whole_site / OFFLINE).as_uri())
    yield page
    assert complaints == []


def test_papers_are_ticked_counted_kept_and_cleared(file: Page) -> None:
    papers = file.locator("#papers")
    box = papers.locator("[data-paper=residence_permit] input")
    box.check()
    expect(papers.locator("[data-guide=count]")).to_contain_text("已备好 1 样")
    file.reload()
    expect(box).to_be_checked()
    papers.locator("[data-do=clear]").click()
    expect(papers.locator("[data-guide=count]")).to_contain_text("已备好 0 样")
    file.reload()
    expect(box).not_to_be_checked()


def unfold(page: Page) -> None:
    """Have the questions in sight that are asked of some people only."""
    page.locator("[data-action=unfold]").click()


def test_papers_follow_the_answers_as_they_are_given(file: Page) -> None:
    papers = file.locator("#papers")
    needed = papers.locator("[name=show][value=needed]")
    expect(needed).to_be_disabled()
    unfold(file)
    file.locator("[name=spouse_local][value=true]").check()
    needed.check()
    certificate = papers.locator("[data-paper=marriage_certificate]")
    expect(certificate).to_be_visible()
    file.locator("[name=spouse_local][value=false]").check()
    expect(certificate).to_be_hidden()
    file.locator("[data-action=clear]").click()
    expect(needed).to_be_disabled()
    expect(papers.locator("[name=show][value=all]")).to_be_checked()
    expect(certificate).to_be_visible()


def test_papers_of_the_employer_are_shown_alone(file: Page, policy: PolicyText) -> None:
    file.locator("#papers [name=show][value=employer]").check()
    of_employer = [paper for paper in policy.guide.papers if paper.from_ == "employer"]
    expect(file.locator("#papers [data-paper]:visible")).to_have_count(len(of_employer))


def test_the_papers_are_printed_without_the_other_pages_even_beside_a_result(file: Page) -> None:
    file.locator("[data-person]").first.click()
    file.locator("[data-slot=result]:visible").wait_for()
    file.evaluate("() => { window.print = () => dispatchEvent(new Event('beforeprint')); }")
    file.locator("#papers [data-do=print]").click()
    file.emulate_media(media="print")
    expect(file.locator("#papers h1")).to_be_visible()
    for other in ("#risk-check", "#form", "[data-slot=recap]", ".page-header", ".page-footer"):
        expect(file.locator(other)).to_be_hidden()
    file.evaluate("dispatchEvent(new Event('afterprint'))")
    file.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(file.locator("[data-slot=recap]")).to_be_visible()
    expect(file.locator("#papers")).to_be_hidden()


def test_risks_are_counted_and_kept(file: Page) -> None:
    risks = file.locator("#risk-check")
    risks.locator("[name=unit_match][value=risky]").check()
    expect(risks.locator("[data-guide=count]")).to_contain_text("有麻烦的 1 条")
    file.reload()
    expect(risks.locator("[name=unit_match][value=risky]")).to_be_checked()
    risks.locator("[data-do=clear]").click()
    expect(risks.locator("input:checked")).to_have_count(0)


def test_the_sheet_shows_the_answers_as_they_are_given(file: Page) -> None:
    sheet = file.locator("#self-assessment")
    answer = sheet.locator("[data-own=spouse_local] [data-guide=answer]")
    expect(answer).to_have_text("")
    unfold(file)
    file.locator("[name=spouse_local][value=false]").check()
    expect(answer).to_have_text("不是")
    file.locator("[name=education][value=college]").check()
    expect(sheet.locator("[data-own=education] [data-guide=answer]")).to_have_text("大专（高职）")


def test_the_search_finds_places_in_the_file(file: Page) -> None:
    search = file.locator("#search")
    search.locator("input").fill("断缴")
    hit = search.locator("[data-found=questions] a").first
    expect(hit).to_have_text("断缴会清零吗？")
    place = str(hit.get_attribute("href"))
    assert place.startswith("#questions--")
    expect(file.locator(place)).to_have_count(1)
    hit.click()
    assert file.evaluate("location.hash") == place
    expect(search.locator("input")).to_have_value("断缴")


def test_every_entry_of_the_search_is_a_place_in_the_file(file: Page) -> None:
    lost = file.evaluate(
        """() => JSON.parse(document.getElementById('search-rows').textContent)
            .map((row) => row[3]).filter((place) => !document.getElementById(place.slice(1)))"""
    )
    assert lost == []


def test_without_storage_nothing_is_kept_and_all_else_works(
    context: BrowserContext, whole_site: Path
) -> None:
    page = context.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('off'); } })"
    )
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((whole_site / OFFLINE).as_uri())
    page.locator("#papers [data-paper=residence_permit] input").check()
    expect(page.locator("#papers [data-guide=count]")).to_contain_text("已备好 1 样")
    unfold(page)
    page.locator("[name=spouse_local][value=true]").check()
    expect(page.locator("#papers [name=show][value=needed]")).to_be_enabled()
    page.reload()
    expect(page.locator("#papers [data-guide=count]")).to_contain_text("已备好 0 样")
    assert errors == []


def test_on_the_site_an_open_page_hears_of_answers_given_in_another_tab(
    context: BrowserContext, whole_site: Path
) -> None:
    papers = context.new_page()
    papers.goto((whole_site / "papers.html").as_uri())
    expect(papers.locator("[name=show][value=needed]")).to_be_disabled()
    other = context.new_page()
    other.goto((whole_site / "papers.html").as_uri())
    kept = json.dumps({"residence_permit": True})
    other.evaluate("kept => localStorage.setItem('hujifen.needed-papers:file', kept)", kept)
    expect(papers.locator("[name=show][value=needed]")).to_be_enabled()
