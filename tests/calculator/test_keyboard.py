"""The whole form by keyboard alone, and where the focus goes."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from generator.loading.model import PolicyText
from generator.scorer import Scorer
from tests.calculator.conftest import ASSUMED, Visit, verdict
from tests.calculator.test_answering import plain

pytestmark = pytest.mark.browser

FOCUSED = """() => {
  const $at = document.activeElement;
  return { name: $at.name ?? '', value: $at.value ?? '', type: $at.type ?? '', field: $at.dataset?.field ?? '', unsure: 'unsure' in ($at.dataset ?? {}),
    isFolded: $at.matches('.counts:not([open]) > summary') };
}"""
MOST_STEPS = 400


def test_the_whole_form_can_be_filled_in_by_keyboard_alone(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    person = policy.people["local_spouse"]
    answers = plain(person.answers)
    expected = verdict(scorer, answers, person.on.isoformat())
    page = calculator.page
    page.locator("#main").focus()
    said = {code: answer for code, answer in answers.items() if ASSUMED.get(code) != answer}
    left = {**said, "on": person.on.isoformat()}
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["isFolded"]:
            page.keyboard.press("Enter")
        if focused["name"] == "situation" and focused["value"] == "spouse":
            page.keyboard.press("Space")
        if focused["name"] in left and not focused["unsure"]:
            answer_by_keyboard(page, focused, left.pop(focused["name"]))
        if page.locator("[data-action=go]:focus").count():
            break
    # Asked only of those whom another answer lets have points for it.
    assert set(left) <= {"title_base_months", "remote_area_months"}
    page.keyboard.press("Enter")
    expect(calculator.slot("sentence")).to_have_text(str(expected["sentence"]))
    expect(page.locator("#result-title")).to_be_focused()
    expect(page.locator("#result-title")).to_be_in_viewport()


def answer_by_keyboard(page: Page, focused: Mapping[str, str], answer: object) -> None:
    if focused["field"]:
        page.keyboard.press("Control+a")
        page.keyboard.type(str(answer))
        return
    value = "none" if answer == [] else str(answer).lower()
    page.keyboard.press("Space")
    chosen = page.locator(f'input[name="{focused["name"]}"]:checked')
    while chosen.get_attribute("value") != value:
        page.keyboard.press("ArrowDown")


def test_enter_in_a_field_leads_to_the_next_field(calculator: Visit) -> None:
    calculator.choose_person("college_14_years")
    expect(calculator.slot("score")).to_have_text("122")
    calculator.page.locator("#f-birth_date").press("Enter")
    expect(calculator.page.locator("[name=education]:checked")).to_be_focused()
    calculator.page.locator("#f-base_months_08").press("Enter")
    expect(calculator.page.locator("#f-base_months_1")).to_be_focused()


def test_enter_right_after_typing_keeps_what_was_typed(calculator: Visit) -> None:
    calculator.choose_person("college_14_years")
    expect(calculator.slot("score")).to_have_text("122")
    field = calculator.page.locator("#f-insured_months")
    field.fill("")
    field.press_sequentially("180")
    field.press("Enter")
    expect(calculator.slot("score")).to_have_text("125")


@pytest.mark.parametrize("place", [".people__note", ".buttons"])
def test_the_focus_stays_near_when_the_way_back_has_been_taken(
    calculator: Visit, place: str
) -> None:
    calculator.choose_person("college_14_years")
    calculator.choose_person("degree_at_30")
    calculator.page.locator(f"{place} [data-action=undo]").press("Enter")
    expect(calculator.page.locator("[data-action=undo]:visible")).to_have_count(0)
    expect(calculator.page.locator("button:focus")).to_have_count(1)


def test_the_line_at_the_top_leads_to_the_form_while_there_is_no_result(calculator: Visit) -> None:
    calculator.slot("go").press("Enter")
    expect(calculator.page.locator("#f-birth_date")).to_be_focused()


def test_the_line_at_the_top_stays_in_sight(calculator: Visit) -> None:
    calculator.reveal("serious_crime")
    calculator.page.locator("#q-serious_crime").scroll_into_view_if_needed()
    expect(calculator.slot("score-line")).to_be_in_viewport()
    calculator.page.locator("#f-education").scroll_into_view_if_needed()
    expect(calculator.slot("score-line")).to_be_in_viewport()
