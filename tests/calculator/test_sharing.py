"""The answers in a link and in its QR code, made in the page."""

import json
from base64 import urlsafe_b64encode
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.paging.addresses import OFFLINE
from tests.browser import StaticHost
from tests.browser_scripts import global_script
from tests.calculator.conftest import Visit, link_of, open_page

pytestmark = pytest.mark.browser

DECODE = """() => {
  const $svg = document.querySelector('[data-slot=qr-picture]');
  const side = $svg.viewBox.baseVal.width;
  const scale = 4;
  const data = new Uint8ClampedArray(side * side * scale * scale * 4).fill(255);
  for (const [, x, y] of $svg.querySelector('path').getAttribute('d').matchAll(/M(\\d+) (\\d+)h1/g)) {
    for (let dy = 0; dy < scale; dy += 1) {
      for (let dx = 0; dx < scale; dx += 1) {
        const at = ((Number(y) * scale + dy) * side * scale + Number(x) * scale + dx) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
  return decoder.default({ width: side * scale, height: side * scale, data });
}"""


@pytest.fixture(scope="session")
def decoder() -> str:
    """The library's reader, to read what its writer drew."""
    return global_script("export { default } from 'qr/decode.js';", "decoder")


def decoded(page: Page, decoder: str) -> str:
    page.evaluate(f"() => {{ {decoder}; globalThis.decoder = decoder; }}")
    text = page.evaluate(DECODE)
    page.evaluate("() => { delete globalThis.decoder; }")
    return str(text)


def ledger(months: int) -> list[str]:
    """Rows that can't be told shorter: each month has a base of its own."""
    days = [(2016 + month // 12, month % 12 + 1) for month in range(months)]
    return [
        f"{year}-{month:02d}\t{year}-{month:02d}\t{10_000 + 137 * year + month}\t"
        for year, month in days
    ]


def keep(visit: Visit, kept: dict[str, list[str]]) -> None:
    """Be a visitor who comes back to these answers."""
    draft = {"schema": 1, "on": "2026-06-30", "kept": kept, "readings": {}}
    visit.page.evaluate("d => localStorage.setItem('hujifen.draft:/', d)", json.dumps(draft))
    visit.page.reload()
    visit.slot("result").locator("visible=true").wait_for()


def test_every_sample_person_s_link_opens_as_it_was_made(calculator: Visit) -> None:
    codes = [
        str(button.get_attribute("data-person"))
        for button in calculator.page.locator("[data-person]").all()
    ]
    for code in codes:
        calculator.choose_person(code)
        expect(calculator.slot("result")).to_be_visible()
        link = link_of(calculator.page)
        assert len(link) < 700
        calculator.clear()
        calculator.page.evaluate("link => { location.href = link }", link)
        expect(calculator.slot("result")).to_be_visible()
        assert link_of(calculator.page) == link, code
        expect(calculator.slot("link-news")).to_be_hidden()


def test_a_link_opens_on_a_page_that_is_already_open(calculator: Visit) -> None:
    calculator.choose_person("college_14_years")
    expect(calculator.slot("score")).to_have_text("122")
    link = link_of(calculator.page)
    calculator.choose_person("degree_at_30")
    expect(calculator.slot("score")).to_have_text("120")
    calculator.page.evaluate("link => { location.href = link }", link)
    expect(calculator.slot("score")).to_have_text("122")
    expect(calculator.slot("note")).to_contain_text("链接带来的答案")
    assert "#" not in calculator.page.url
    calculator.page.evaluate("link => { location.href = link }", link[:-1])
    expect(calculator.slot("note")).to_contain_text("读不出来")
    expect(calculator.slot("score")).to_have_text("122")


def test_a_ledger_odd_texts_and_what_is_unsure_travel_too(
    newcomer: Visit, profile: BrowserContext
) -> None:
    kept = {
        "education": ["college"],
        "insured_months": ["六十. & / ~=%"],
        "tax_yearly": [""],
        "detentions": ["some", "2024-01-15", ""],
    }
    keep(newcomer, kept)
    reader = open_page(profile, link_of(newcomer.page))
    expect(reader.page.locator("#f-insured_months")).to_have_value("六十. & / ~=%")
    expect(reader.page.locator('input[name="tax_yearly"][data-unsure]')).to_be_checked()
    expect(reader.page.locator("#q-detentions input[data-field]").first).to_have_value("2024-01-15")
    reader.page.close()
    keep(newcomer, {"contributions": ["2023-01\t2023-12\t9000.5\t", "2024-01\t2024-02\t9100\tx"]})
    link = link_of(newcomer.page)
    reader = open_page(profile, link)
    expect(reader.slot("result")).to_be_visible()
    assert link_of(reader.page) == link
    reader.page.close()


def test_a_link_of_the_first_schema_still_opens(profile: BrowserContext, site: StaticHost) -> None:
    old = {
        "schema": 1,
        "edition": "2023-01-01",
        "on": "2026-06-30",
        "kept": {"birth_date": ["1990-01-15"], "education": ["college"]},
        "readings": {},
    }
    carried = urlsafe_b64encode(json.dumps(old).encode()).decode().rstrip("=")
    reader = open_page(profile, f"{site.url}calculator.html#a={carried}")
    expect(reader.slot("note")).to_contain_text("链接带来的答案")
    expect(reader.page.locator("#f-birth_date")).to_have_value("1990-01-15")
    reader.page.close()


@pytest.mark.parametrize("lost", [1, 9, 40])
def test_a_link_that_was_cut_is_refused(
    calculator: Visit, profile: BrowserContext, lost: int
) -> None:
    calculator.choose_person("local_spouse")
    expect(calculator.slot("result")).to_be_visible()
    reader = open_page(profile, link_of(calculator.page)[:-lost])
    expect(reader.slot("note")).to_contain_text("读不出来")
    expect(reader.slot("distance")).to_have_text("还没有答案")
    reader.page.close()


def test_the_qr_code_is_the_link_and_is_made_in_the_page(calculator: Visit, decoder: str) -> None:
    calculator.choose_person("company_owner")
    expect(calculator.slot("outlook-sentence")).not_to_be_empty()
    calculator.requests.clear()
    button = calculator.page.locator("[data-action=qr]")
    button.focus()
    calculator.page.keyboard.press("Enter")
    expect(calculator.slot("qr")).to_be_visible()
    expect(calculator.slot("kept-note")).to_have_text("二维码画好了。")
    expect(button).to_have_attribute("aria-expanded", "true")
    assert decoded(calculator.page, decoder) == link_of(calculator.page)
    # The engine may start a second time just then, for the memory that is kept.
    assert not [url for url in calculator.requests if "/assets/engine/" not in url]
    picture = calculator.page.get_by_role("img", name="二维码")
    expect(picture).to_be_visible()
    box = picture.bounding_box()
    assert box
    assert box["width"] == box["height"]
    assert 280 < box["width"] <= 328
    side = int((picture.get_attribute("viewBox") or "").split()[-1])
    assert box["width"] / side > 3, "squares of three pixels and more are read off a phone's screen"


def test_the_qr_code_goes_when_the_answers_change_and_at_the_second_press(
    calculator: Visit,
) -> None:
    calculator.choose_person("local_spouse")
    expect(calculator.slot("result")).to_be_visible()
    button = calculator.page.locator("[data-action=qr]")
    button.click()
    expect(calculator.slot("qr")).to_be_visible()
    calculator.pick("education", "bachelor")
    expect(calculator.slot("qr")).to_be_hidden()
    button.click()
    expect(calculator.slot("qr")).to_be_visible()
    button.click()
    expect(calculator.slot("qr")).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_a_ledger_of_four_years_fits_and_one_of_ten_is_said_to_be_too_long(
    newcomer: Visit, decoder: str
) -> None:
    keep(newcomer, {"contributions": ledger(48)})
    newcomer.page.locator("[data-action=qr]").click()
    expect(newcomer.slot("qr")).to_be_visible()
    assert decoded(newcomer.page, decoder) == link_of(newcomer.page)
    keep(newcomer, {"contributions": ledger(120)})
    newcomer.page.locator("[data-action=qr]").click()
    expect(newcomer.slot("kept-note")).to_contain_text("一个二维码装不下")
    expect(newcomer.slot("qr")).to_be_hidden()
    assert not [words for words in newcomer.complaints if "Error" in words]


@pytest.mark.parametrize("address", ["", "https://example.org/points/calculator.html"])
def test_in_the_single_file_links_lead_to_the_site_or_are_said_to_lead_nowhere(
    chromium: Browser, whole_site: Path, tmp_path: Path, address: str, decoder: str
) -> None:
    file = tmp_path / OFFLINE
    text = (whole_site / OFFLINE).read_text(encoding="utf-8")
    assert text.count('"address":""') == 1
    file.write_text(text.replace('"address":""', f'"address":"{address}"'), encoding="utf-8")
    context = chromium.new_context(offline=True)
    visit = open_page(context, file.as_uri())
    visit.choose_person("local_spouse")
    expect(visit.slot("result")).to_be_visible()
    visit.page.locator("[data-action=qr]").click()
    if address:
        link = link_of(visit.page)
        assert link.startswith(f"{address}#b=2&")
        assert decoded(visit.page, decoder) == link
    else:
        expect(visit.slot("kept-note")).to_contain_text("没有别人能打开的地址")
        expect(visit.slot("qr")).to_be_hidden()
        visit.page.locator("[data-action=link]").click()
        expect(visit.slot("kept-note")).to_contain_text("没有别人能打开的地址")
    context.close()
