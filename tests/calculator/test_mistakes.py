"""Mistakes are said at their field and all at once, and never get in the way of typing."""

import pytest
from playwright.sync_api import expect

from generator.scorer import Scorer
from tests.calculator.conftest import Visit, verdict

pytestmark = pytest.mark.browser


def test_a_mistake_is_said_at_its_field_once_it_is_left(calculator: Visit) -> None:
    field = calculator.page.locator("#f-birth_date")
    field.press_sequentially("1990-13-45")
    expect(calculator.page.locator("#e-birth_date")).to_be_hidden()
    field.blur()
    expect(calculator.page.locator("#e-birth_date")).to_have_text(
        "“1990-13-45”没有这一天，请核对年、月、日。"
    )
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(calculator.slot("distance")).to_have_text("有 1 处要改")
    field.fill("1990-12-31")
    expect(calculator.page.locator("#e-birth_date")).to_be_hidden()
    assert field.get_attribute("aria-invalid") is None


def test_the_summary_takes_the_focus_and_leads_to_each_field(calculator: Visit) -> None:
    calculator.pick("education", "doctor")
    calculator.type("insured_months", "三年")
    calculator.type("base_months_3", "37")
    expect(calculator.slot("error-summary")).to_be_hidden()
    calculator.page.locator("[data-action=go]").click()
    summary = calculator.slot("error-summary")
    expect(summary).to_be_focused()
    expect(summary).to_be_in_viewport()
    links = summary.locator("a")
    expect(links).to_have_count(2)
    expect(links.nth(0)).to_have_text(
        "您在上海按月缴职工社保，一共有多少个有效月份？“三年”不是整数，请写 0 或更大的整数。"
    )
    expect(links.nth(1)).to_contain_text("请写 0 到 36 之间的整数")
    links.nth(1).click()
    expect(calculator.page.locator("#f-base_months_3")).to_be_focused()
    expect(calculator.page.locator("#q-base_months_3 legend")).to_be_in_viewport()
    calculator.type("base_months_3", "36")
    expect(links).to_have_count(1)
    calculator.type("insured_months", "36")
    expect(summary).to_be_hidden()


def test_a_wrong_field_counts_as_not_answered(calculator: Visit, scorer: Scorer) -> None:
    calculator.type("on", "2026-06-30")
    calculator.pick("education", "doctor")
    calculator.type("insured_months", "-1")
    expected = verdict(scorer, {"education": "doctor"})
    expect(calculator.slot("sentence")).to_contain_text(f"已确定 {expected['open']['certain']} 分")


def test_what_only_the_engine_knows_is_said_at_the_field_too(calculator: Visit) -> None:
    calculator.choose_person("college_14_years")
    expect(calculator.slot("result")).to_be_visible()
    calculator.type("birth_date", "2030-01-15")
    words = "2030-01-15 晚于计算日 2026-06-30，请改成计算日当天或更早的日期。"
    expect(calculator.page.locator("#e-birth_date")).to_have_text(words)
    expect(calculator.slot("distance")).to_have_text("有 1 处要改")
    calculator.slot("go").click()
    expect(calculator.slot("error-summary").locator("a")).to_have_text(f"您的出生日期：{words}")
    calculator.type("birth_date", "1990-03-12")
    expect(calculator.slot("score")).to_have_text("122")


def test_the_day_cannot_be_left_out(calculator: Visit) -> None:
    calculator.pick("education", "doctor")
    calculator.type("on", "")
    expect(calculator.page.locator("#e-on")).to_have_text("请填要按哪一天算")
    expect(calculator.slot("result")).to_be_hidden()


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1990/1/5", "1990-01-05"),
        ("1990.01.05", "1990-01-05"),
        ("19900105", "1990-01-05"),
        ("1990年1月5日", "1990-01-05"),
        ("1990年1月5号", "1990-01-05"),
        ("１９９０－０１－０５", "1990-01-05"),
        (" 1990 - 01 - 05 ", "1990-01-05"),
    ],
)
def test_dates_are_read_as_people_write_them(calculator: Visit, typed: str, read: str) -> None:
    calculator.type("birth_date", typed)
    expect(calculator.page.locator("#f-birth_date")).to_have_value(read)


@pytest.mark.parametrize("typed", ["1990-02-29", "90-1-5", "1990-1", "1990-00-10", "昨天"])
def test_what_is_no_date_is_not_taken_for_one(calculator: Visit, typed: str) -> None:
    calculator.type("birth_date", typed)
    expect(calculator.page.locator("#e-birth_date")).to_be_visible()
    expect(calculator.page.locator("#f-birth_date")).to_have_value(typed)


@pytest.mark.parametrize(
    ("typed", "says"), [("1990-02-30", "没有这一天"), ("90-1-5", "请写成 1990-01-15 这样的")]
)
def test_a_day_that_is_none_is_told_from_what_is_no_date(
    calculator: Visit, typed: str, says: str
) -> None:
    calculator.type("birth_date", typed)
    expect(calculator.page.locator("#e-birth_date")).to_contain_text(says)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("１２０，０００", "120000"), ("450 000.50", "450000.5"), ("45 万元", "450000"), ("0", "0")],
)
def test_numbers_are_read_as_people_write_them(calculator: Visit, typed: str, read: str) -> None:
    calculator.type("tax_yearly", typed)
    expect(calculator.page.locator("#f-tax_yearly")).to_have_value(read)


@pytest.mark.parametrize("typed", ["12.5", "1e3", "-3", "NaN", "12年", "9" * 30])
def test_what_is_no_count_is_not_taken_for_one(calculator: Visit, typed: str) -> None:
    calculator.type("insured_months", typed)
    expect(calculator.page.locator("#e-insured_months")).to_be_visible()
