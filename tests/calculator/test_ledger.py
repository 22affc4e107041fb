"""The contribution ledger: typed, pasted, shown month by month, and scored as on the command line."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import expect

from generator.scorer import Scorer
from generator.scoring.dates import write_month
from generator.scoring.ledger import first_unestablished
from tests.calculator.conftest import Visit, verdict

pytestmark = pytest.mark.browser

ON = "2026-06-30"
PASTED = (
    "参保月份\t缴费基数\n2023年4月-2025年6月，12 000\n２０２５－０７ 至 2026-05\t25000\n"
    "补缴 2023-01 5000\n不知道什么\n"
)
CONTRIBUTIONS = [
    {"from": "2023-01", "to": "2023-01", "base": "5000", "counts": False},
    {"from": "2023-04", "to": "2025-06", "base": "12000"},
    {"from": "2025-07", "to": "2026-05", "base": "25000"},
]


def open_form(visit: Visit) -> None:
    visit.type("on", ON)
    form = visit.slot("ledger-form")
    if form.get_attribute("open") is None:
        form.locator("> summary").click()


def paste(visit: Visit, text: str) -> None:
    open_form(visit)
    visit.page.locator("#ledger-paste").fill(text)
    visit.page.locator("[data-action=read-paste]").click()
    expect(visit.slot("paste-sum")).to_contain_text("段")


def open_grid(visit: Visit) -> None:
    """Have the single months in sight."""
    for name in ("ledger-depth", "ledger-grid"):
        fold = visit.slot(name)
        if fold.get_attribute("open") is None:
            fold.locator("> summary").click()


def ledger(scorer: Scorer) -> Mapping[str, Any]:
    request = {
        "policy": "shanghai-points",
        "on": ON,
        "answers": {"contributions": CONTRIBUTIONS},
    }
    view: Mapping[str, Any] = json.loads(scorer.ledger_json(json.dumps(request)))
    return view


def test_typed_rows_are_scored(calculator: Visit, scorer: Scorer) -> None:
    open_form(calculator)
    row = calculator.page.locator(".ledger__row").first
    row.locator("[data-slot=from]").fill("2023年4月")
    row.locator("[data-slot=to]").fill("202505")
    row.locator("[data-slot=base]").fill("１２，０００")
    row.locator("[data-slot=base]").blur()
    expect(row.locator("[data-slot=from]")).to_have_value("2023-04")
    expected = verdict(
        scorer, {"contributions": [{"from": "2023-04", "to": "2025-05", "base": "12000"}]}
    )
    expect(calculator.slot("sentence")).to_contain_text(f"已确定 {expected['open']['certain']} 分")
    expect(calculator.slot("ledger-totals")).to_contain_text("有效缴费 26 个月")


def test_a_row_without_an_end_goes_on(calculator: Visit, scorer: Scorer) -> None:
    open_form(calculator)
    row = calculator.page.locator(".ledger__row").first
    row.locator("[data-slot=from]").fill("2023-04")
    row.locator("[data-slot=base]").fill("12000")
    row.locator("[data-slot=base]").blur()
    rows = [{"from": "2023-04", "ongoing": True, "base": "12000"}]
    expected = verdict(scorer, {"contributions": rows})
    expect(calculator.slot("sentence")).to_contain_text(f"已确定 {expected['open']['certain']} 分")
    expect(calculator.slot("ledger-totals")).to_contain_text("有效缴费 38 个月")


def test_while_there_is_a_ledger_its_figures_are_not_asked(calculator: Visit) -> None:
    months = calculator.page.locator("#q-insured_months")
    calculator.reveal("insured_months")
    expect(months).to_be_visible()
    paste(calculator, "2023-04 至 2025-06 12000")
    expect(months).to_be_hidden()
    expect(calculator.page.locator("#q-base_months_2")).to_be_hidden()
    calculator.page.locator("[data-action=drop-ledger]").click()
    expect(months).to_be_visible()
    expect(calculator.slot("ledger-view")).to_be_hidden()


def test_pasted_lines_fill_the_rows_and_no_line_is_dropped(calculator: Visit) -> None:
    paste(calculator, PASTED)
    expect(calculator.page.locator(".ledger__row")).to_have_count(3)
    expect(calculator.slot("paste-sum")).to_contain_text("读进了 3 段；还有 1 行没有读懂")
    lines = calculator.slot("paste-lines")
    expect(lines).to_contain_text("第 5 行“不知道什么”")
    expect(lines).to_contain_text("跳过了：这一行是表头")
    expect(calculator.page.locator("#ledger-paste")).to_have_value("不知道什么")


def test_a_paste_that_is_too_long_is_refused_in_words(calculator: Visit) -> None:
    paste(calculator, PASTED)
    # As a paste does: typed text would come line by line.
    calculator.page.locator("#ledger-paste").evaluate(
        "($field, text) => { $field.value = text; $field.dispatchEvent(new Event('input', { bubbles: true })); }",
        "2023-04 12000\n" * 1_001,
    )
    calculator.page.locator("[data-action=read-paste]").click()
    expect(calculator.slot("paste-sum")).to_contain_text("粘贴的内容太长")
    expect(calculator.slot("paste-lines").locator("li")).to_have_count(0)


def test_pasted_text_stays_text(calculator: Visit) -> None:
    paste(calculator, '<img src=x onerror="alert(1)">\n2023-04 12000')
    expect(calculator.slot("paste-lines")).to_contain_text("<img src=x")
    assert calculator.page.locator("img[src=x]").count() == 0


def test_the_grid_and_its_table_twin_say_what_the_engine_says(
    calculator: Visit, scorer: Scorer
) -> None:
    paste(calculator, PASTED)
    expect(calculator.slot("ledger-view")).to_be_visible()
    view = ledger(scorer)
    open_grid(calculator)
    cells = calculator.page.locator(".ledger__cell")
    expect(cells).to_have_count(len(view["months"]))
    calculator.page.get_by_text("看成一张表", exact=True).click()
    rows = calculator.slot("ledger-table").locator("tr")
    for at, month in enumerate(view["months"]):
        label = str(cells.nth(at).get_attribute("aria-label"))
        year, number = month["month"].split("-")
        assert label.startswith(f"{year} 年 {int(number)} 月"), label
        reached = f"达到 {month['multiples'][-1]} 倍" if month["multiples"] else ""
        assert reached in label, label
        expect(rows.nth(at).locator("th")).to_have_text(f"{year} 年 {int(number)} 月")
        expect(rows.nth(at).locator("[data-slot=level]")).to_have_text(f"{month['level']:,}")
    calculator.page.get_by_text("看成一张表", exact=True).click()
    counted = calculator.slot("ledger-counts").locator("tr")
    expect(counted).to_have_count(len(view["counts"]))
    for at, count in enumerate(view["counts"]):
        row = counted.nth(at)
        expect(row.locator("[data-slot=months]")).to_have_text(str(count["months"]))
        expect(row.locator("[data-slot=missing]")).to_have_text(
            f"{count['missing']} 个月" if count["missing"] else "够了"
        )


def test_the_grid_is_one_stop_and_arrow_keys_walk_in_it(calculator: Visit) -> None:
    paste(calculator, PASTED)
    expect(calculator.slot("ledger-view")).to_be_visible()
    open_grid(calculator)
    cells = calculator.page.locator(".ledger__cell")
    expect(cells.last).to_have_attribute("tabindex", "0")
    assert calculator.page.locator('.ledger__cell[tabindex="0"]').count() == 1
    cells.last.focus()
    keyboard = calculator.page.keyboard
    said = calculator.slot("ledger-month")
    expect(said).to_contain_text("2026 年 5 月：基数 25,000 元")
    keyboard.press("ArrowLeft")
    expect(said).to_contain_text("2026 年 4 月")
    keyboard.press("ArrowUp")
    expect(said).to_contain_text("2025 年 10 月")
    keyboard.press("ArrowDown")
    expect(said).to_contain_text("2026 年 4 月")
    keyboard.press("Home")
    expect(said).to_contain_text("2022 年 6 月：没有缴费")
    assert calculator.page.locator('.ledger__cell[tabindex="0"]').count() == 1


def test_mistakes_of_a_row_are_said_at_the_row(calculator: Visit) -> None:
    paste(calculator, "2023-04 至 2025-06 12000")
    calculator.slot("add-row").click()
    row = calculator.page.locator(".ledger__row").nth(1)
    row.locator("[data-slot=from]").fill("2025")
    row.locator("[data-slot=from]").blur()
    error = calculator.page.locator("#e-contributions")
    expect(error).to_contain_text("请写成 2023-07 这样的“年-月”")
    expect(row.locator("[data-slot=from]")).to_have_attribute("aria-invalid", "true")
    row.locator("[data-slot=from]").fill("2025-01")
    row.locator("[data-slot=to]").fill("2025-03")
    row.locator("[data-slot=base]").fill("9000")
    expect(error).to_have_text("2025-01 在前面已经写过，请让各段月份互不重叠。")
    calculator.slot("go").click()
    calculator.slot("error-summary").locator("a").click()
    expect(row.locator("[data-slot=from]")).to_be_focused()
    row.locator("[data-slot=remove]").click()
    expect(error).to_be_hidden()


def test_months_that_are_not_established_are_marked(calculator: Visit, scorer: Scorer) -> None:
    open_from = first_unestablished(scorer.policy.yardsticks)
    last, today = write_month(open_from + 1), write_month(open_from + 2)
    paste(calculator, f"2024-01 至 {last} 12000")
    calculator.type("on", f"{today}-15")
    expect(calculator.slot("unverified")).to_be_visible()
    open_grid(calculator)
    marked = calculator.page.locator(".ledger__cell[data-unverified]")
    year, month = last.split("-")
    expect(marked).to_have_count(2)
    expect(marked.last).to_have_accessible_name(
        re.compile(f"^{year} 年 {int(month)} 月：.*（参照标准没有查到，沿用已知的）$")
    )


def test_the_ledger_is_kept_with_the_draft(newcomer: Visit) -> None:
    newcomer.ready()
    paste(newcomer, PASTED)
    newcomer.page.reload()
    expect(newcomer.page.locator(".ledger__row")).to_have_count(3)
    expect(newcomer.page.locator(".ledger__row [data-slot=excluded]").first).to_be_checked()
    expect(newcomer.slot("ledger-view")).to_be_visible()


def test_the_ledger_fits_a_phone(calculator: Visit) -> None:
    paste(calculator, PASTED)
    expect(calculator.slot("ledger-view")).to_be_visible()
    open_grid(calculator)
    overflow = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert calculator.page.evaluate(overflow) == 0
    box = calculator.page.locator(".ledger__cell").last.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 39
