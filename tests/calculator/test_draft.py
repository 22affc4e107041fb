"""The draft is kept by this browser, belongs to the visitor, and goes with one press."""

import json

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import StaticHost
from tests.calculator.conftest import Visit, open_page

pytestmark = pytest.mark.browser

KEPT = "() => localStorage.getItem('hujifen.draft:/')"


def kept(visit: Visit) -> dict[str, object] | None:
    text = visit.page.evaluate(KEPT)
    return json.loads(text) if text else None


def test_the_draft_survives_a_reload(newcomer: Visit) -> None:
    newcomer.type("on", "2026-06-30")
    newcomer.type("birth_date", "1990-01-15")
    newcomer.pick("education", "college")
    newcomer.type("insured_months", "六十")
    newcomer.reveal("tax_yearly")
    newcomer.page.locator('input[name="tax_yearly"][data-unsure]').check()
    newcomer.pick("detentions", "some")
    newcomer.page.locator("#q-detentions input[data-field]").fill("2024-01-15")
    newcomer.page.reload()
    page = newcomer.page
    expect(newcomer.slot("note")).to_have_text("已恢复您上次没填完的内容。")
    expect(page.locator("#f-on")).to_have_value("2026-06-30")
    expect(page.locator("#f-birth_date")).to_have_value("1990-01-15")
    expect(page.locator('[name="education"][value="college"]')).to_be_checked()
    expect(page.locator("#f-insured_months")).to_have_value("六十")
    expect(page.locator("#e-insured_months")).to_be_visible()
    expect(page.locator('input[name="tax_yearly"][data-unsure]')).to_be_checked()
    expect(page.locator("#q-detentions input[data-field]")).to_have_value("2024-01-15")
    expect(newcomer.slot("result")).to_be_visible()


def test_one_press_clears_the_form_and_what_is_kept(newcomer: Visit) -> None:
    newcomer.pick("education", "college")
    newcomer.type("birth_date", "1990-01-15")
    assert kept(newcomer)
    # What the score brings with it moves what stands below: a press in that moment could miss.
    expect(newcomer.slot("result")).to_be_visible()
    newcomer.page.locator("[data-action=clear]").click()
    assert newcomer.page.evaluate("() => localStorage.length") == 0
    expect(newcomer.page.locator("#f-birth_date")).to_have_value("")
    expect(newcomer.page.locator("input[type=radio]:checked:visible")).to_have_count(0)
    expect(newcomer.slot("result")).to_be_hidden()
    newcomer.page.reload()
    expect(newcomer.page.locator("#f-birth_date")).to_have_value("")


def test_what_was_cleared_by_mistake_can_be_had_back(newcomer: Visit) -> None:
    newcomer.type("birth_date", "1990-01-15")
    expect(newcomer.slot("result")).to_be_visible()
    newcomer.page.locator("[data-action=clear]").click()
    newcomer.page.locator("[data-action=undo]:visible").first.click()
    expect(newcomer.page.locator("#f-birth_date")).to_have_value("1990-01-15")
    expect(newcomer.page.locator("[data-action=undo]:visible")).to_have_count(0)
    assert kept(newcomer)


def test_a_sample_person_does_not_replace_the_draft(newcomer: Visit) -> None:
    newcomer.type("birth_date", "1991-02-03")
    draft = kept(newcomer)
    newcomer.choose_person("degree_at_30")
    expect(newcomer.page.locator("#f-birth_date")).to_have_value("1996-04-20")
    assert kept(newcomer) == draft
    newcomer.page.locator("[data-action=undo]:visible").first.click()
    expect(newcomer.page.locator("#f-birth_date")).to_have_value("1991-02-03")


def test_today_is_not_kept_but_a_chosen_day_is(newcomer: Visit) -> None:
    newcomer.pick("education", "college")
    draft = kept(newcomer)
    assert draft
    assert draft["on"] == ""
    newcomer.type("on", "2027-01-01")
    draft = kept(newcomer)
    assert draft
    assert draft["on"] == "2027-01-01"


@pytest.mark.parametrize(
    "damaged",
    [
        "{",
        "null",
        "[]",
        '{"schema":0,"on":"","kept":{}}',
        '{"schema":1,"on":"","kept":{"title":3}}',
    ],
)
def test_a_damaged_or_older_draft_is_left_aside(newcomer: Visit, damaged: str) -> None:
    newcomer.page.evaluate("(text) => localStorage.setItem('hujifen.draft:/', text)", damaged)
    newcomer.page.reload()
    expect(newcomer.slot("distance")).to_have_text("还没有答案")
    assert not [words for words in newcomer.complaints if "Error" in words]


def test_answers_that_only_a_newer_page_has_a_place_for_stay_in_the_draft(newcomer: Visit) -> None:
    strange = {"shoe_size": ["43"], "education": ["academy"]}
    newer = {"schema": 1, "on": "", "kept": strange, "readings": {"gaps_in_shoes": "count"}}
    keep = "(text) => localStorage.setItem('hujifen.draft:/', text)"
    newcomer.page.evaluate(keep, json.dumps(newer))
    newcomer.page.reload()
    newcomer.type("birth_date", "1990-01-15")
    birth = {"birth_date": ["1990-01-15"]}
    assert kept(newcomer) == {**newer, "kept": {**strange, **birth}}
    newcomer.pick("education", "college")
    assert kept(newcomer) == {**newer, "kept": {**strange, **birth, "education": ["college"]}}


def test_without_storage_all_else_works(profile: BrowserContext, site: StaticHost) -> None:
    page = profile.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('off'); } })"
    )
    page.goto(f"{site.url}calculator.html")
    page.locator('[data-person="college_14_years"]').click()
    expect(page.locator(".score-line [data-slot=score]")).to_have_text("122")
    page.close()


def test_two_tabs_start_from_the_same_draft(
    newcomer: Visit, profile: BrowserContext, site: StaticHost
) -> None:
    newcomer.type("birth_date", "1990-01-15")
    other = open_page(profile, f"{site.url}calculator.html")
    expect(other.page.locator("#f-birth_date")).to_have_value("1990-01-15")
    other.page.close()


def test_a_draft_with_a_reading_that_nobody_knows_is_restored_all_the_same(
    newcomer: Visit,
) -> None:
    newcomer.page.evaluate(
        """() => localStorage.setItem('hujifen.draft:/',
          '{"schema":1,"on":"","kept":{"education":["doctor"]},"readings":{"constructor":"x","__proto__":"y"}}')"""
    )
    newcomer.page.reload()
    expect(newcomer.page.locator('[name="education"][value="doctor"]')).to_be_checked()
    assert newcomer.complaints == []


@pytest.fixture
def late(stranger: BrowserContext, site: StaticHost) -> Page:
    """The calculator a minute before Shanghai's midnight."""
    page = stranger.new_page()
    page.clock.set_fixed_time("2026-11-30T23:59:00+08:00")
    page.goto(f"{site.url}calculator.html")
    return page


def look_after_midnight(page: Page) -> None:
    page.clock.set_fixed_time("2026-12-01T00:01:00+08:00")
    page.evaluate("() => dispatchEvent(new Event('focus'))")


def test_a_page_that_stays_open_over_midnight_goes_on_with_the_new_day(late: Page) -> None:
    late.locator('[name="education"][value="doctor"]').check()
    expect(late.locator("#f-on")).to_have_value("2026-11-30")
    look_after_midnight(late)
    expect(late.locator("#f-on")).to_have_value("2026-12-01")
    assert json.loads(late.evaluate(KEPT))["on"] == ""


def test_a_day_that_was_chosen_stays_when_another_begins(late: Page) -> None:
    late.goto(f"{late.url}#f-on")
    late.locator("#f-on").fill("2027-03-01")
    look_after_midnight(late)
    late.locator('[name="education"][value="doctor"]').check()
    expect(late.locator("#f-on")).to_have_value("2027-03-01")
    assert json.loads(late.evaluate(KEPT))["on"] == "2027-03-01"
