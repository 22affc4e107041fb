"""Where people look: the result beside the form where there is room, on the line on top of a phone; the page's contents."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.calculator.conftest import PHONE, Visit

pytestmark = pytest.mark.browser


@pytest.fixture
def wide(calculator: Visit) -> Iterator[Visit]:
    calculator.page.set_viewport_size({"width": 1000, "height": 800})
    yield calculator
    calculator.page.set_viewport_size(PHONE)


def test_the_result_stays_in_sight_while_one_answers_the_last_question(wide: Visit) -> None:
    wide.choose_person("local_spouse")
    expect(wide.slot("result")).to_be_visible()
    last = wide.page.locator("#form fieldset[data-question]:visible").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
    expect(wide.slot("score-line")).to_be_in_viewport()
    expect(wide.slot("sentence")).to_be_in_viewport()
    line, form = wide.slot("score-line").bounding_box(), wide.page.locator("#form").bounding_box()
    assert line
    assert form
    assert form["x"] + form["width"] <= line["x"]


def test_the_contents_list_what_is_there(wide: Visit) -> None:
    entries = wide.page.locator(".contents li:visible")
    live = ["结果", "分享", "往后会怎样", "怎样才够分"]
    expect(entries.filter(has_text="结果")).to_have_count(0)
    wide.choose_person("local_spouse")
    for title in live:
        expect(entries.filter(has_text=title)).to_have_count(1)
    entries.filter(has_text="往后会怎样").click()
    expect(wide.page.locator("#outlook-title")).to_be_in_viewport()
    wide.choose_person("college_14_years")
    expect(entries.filter(has_text="怎样才够分")).to_have_count(0)


def test_on_a_phone_the_line_on_top_says_what_is_certain(calculator: Visit) -> None:
    calculator.choose_person("local_spouse")
    calculator.pick("shortage_major", "")
    line = calculator.slot("score-line")
    expect(line).to_contain_text("已确定")
    calculator.page.locator("[data-slot=outlook]").scroll_into_view_if_needed()
    expect(line).to_be_in_viewport()
    overflow = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert calculator.page.evaluate(overflow) == 0


def test_paper_has_no_second_column(wide: Visit) -> None:
    wide.page.emulate_media(media="print")
    assert wide.page.locator(".panes").evaluate("each => getComputedStyle(each).display") == "block"
    wide.page.emulate_media(media="screen")
