"""The score over time: the engine's timeline as a sentence, a line, a table, a calendar file and text."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from generator.loading.model import PolicyText
from generator.rendering.filters import date_in_words as in_words
from generator.scorer import Scorer
from tests.calculator.conftest import Visit, looking_ahead
from tests.calculator.test_answering import plain

pytestmark = pytest.mark.browser


def timeline(scorer: Scorer, policy: PolicyText, code: str, years: int) -> Mapping[str, Any]:
    person = policy.people[code]
    request = {
        "policy": policy.code,
        "on": person.on.isoformat(),
        "until": person.on.replace(year=person.on.year + years).isoformat(),
        "answers": looking_ahead(policy, person.on, plain(person.answers)),
    }
    made: Mapping[str, Any] = json.loads(scorer.timeline_json(json.dumps(request)))
    assert "error" not in made
    return made


def outlook(
    scorer: Scorer, policy: PolicyText, code: str, years: int, **more: object
) -> Mapping[str, Any]:
    person = policy.people[code]
    answers = looking_ahead(policy, person.on, plain(person.answers))
    request = {
        "policy": policy.code,
        "on": person.on.isoformat(),
        "years": years,
        "answers": answers,
        "assumed": [*answers.keys() - person.answers.keys()],
        **more,
    }
    made: Mapping[str, Any] = json.loads(scorer.outlook_json(json.dumps(request)))
    assert "error" not in made
    return made


def look(visit: Visit, code: str) -> None:
    visit.choose_person(code)
    expect(visit.slot("outlook-open")).to_be_visible()
    visit.slot("outlook-years").select_option("10")


def test_it_says_when_the_standard_is_reached_and_how_long_it_holds(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    look(calculator, "local_spouse")
    expected = outlook(scorer, policy, "local_spouse", 10)
    first = date.fromisoformat(expected["timeline"]["windows"][0]["from"])
    assert expected["sentence"].startswith(f"不变的话最早 {in_words(first)}达标")
    sentence = calculator.slot("outlook-sentence")
    expect(sentence).to_have_text(expected["sentence"])
    calculator.slot("outlook-years").select_option("40")
    longer = timeline(scorer, policy, "local_spouse", 40)
    expect(sentence).to_contain_text(in_words(date.fromisoformat(longer["until"])))
    look(calculator, "college_14_years")
    expect(sentence).to_contain_text("现在就达标")


def test_the_table_has_every_event_with_its_causes(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    look(calculator, "college_14_years")
    expected = outlook(scorer, policy, "college_14_years", 10)
    rows = calculator.slot("outlook-events").locator("tr")
    expect(rows).to_have_count(len(expected["events"]))
    for at, event in enumerate(expected["events"]):
        row = rows.nth(at)
        expect(row.locator("th")).to_have_text(event["date"])
        expect(row.locator("[data-slot=score]")).to_have_text(event["score"])
        for cause in event["causes"]:
            expect(row).to_contain_text(cause)
    assumptions = calculator.slot("outlook-assumptions").locator("li")
    expect(assumptions).to_have_text(expected["assumptions"])


def test_the_line_has_a_dot_for_each_event_and_marks_what_is_not_certain(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    look(calculator, "local_spouse")
    expected = timeline(scorer, policy, "local_spouse", 10)
    chart = calculator.slot("chart")
    expect(chart.locator("circle")).to_have_count(len(expected["events"]))
    expect(chart.locator(".chart__standard")).to_have_count(1)
    expect(chart.locator(".chart__met")).to_have_count(len(expected["windows"]))
    first = date.fromisoformat(expected["windows"][0]["from"])
    expect(chart).to_contain_text(f"{in_words(first)}起达标")
    expect(chart).to_contain_text("办法到期")
    expect(chart).to_contain_text("参照标准没有查到")
    expect(chart.locator("[style]")).to_have_count(0)


def test_the_line_is_drawn_anew_for_another_width(calculator: Visit) -> None:
    look(calculator, "local_spouse")
    chart = calculator.slot("chart")
    narrow = chart.get_attribute("viewBox")
    calculator.page.set_viewport_size({"width": 1000, "height": 800})
    expect(chart).not_to_have_attribute("viewBox", str(narrow))
    calculator.page.set_viewport_size({"width": 360, "height": 800})
    expect(chart).to_have_attribute("viewBox", str(narrow))


def test_open_answers_leave_a_range_drawn_as_a_band_and_said_in_words(calculator: Visit) -> None:
    look(calculator, "local_spouse")
    sentence = calculator.slot("outlook-sentence")
    bands = calculator.slot("chart").locator(".chart__band")
    first = calculator.slot("outlook-events").locator("tr").first
    expect(first.locator("[data-slot=score]")).to_have_text("119")
    usual = bands.count()
    calculator.pick("shortage_major", "")
    expect(sentence).to_have_text(
        "不变的话最早 2026 年 6 月 30 日、最晚 2026 年 10 月 1 日达标，要看还没有答的几问。"
    )
    expect(bands).to_have_count(1)
    expect(first.locator("[data-slot=score]")).to_have_text("119 到 149")
    calculator.pick("shortage_major", "false")
    expect(first.locator("[data-slot=score]")).to_have_text("119")
    # What only an edition to come asks may be open all the same.
    expect(bands).to_have_count(usual)


def test_what_nobody_has_answered_of_records_is_left_out_and_said_so(calculator: Visit) -> None:
    look(calculator, "local_spouse")
    calculator.pick("serious_crime", "")
    calculator.pick("detentions", "")
    expect(calculator.slot("outlook-assumptions")).to_contain_text("不良记录还没有答")
    expect(calculator.slot("outlook-sentence")).to_have_text(
        re.compile("^不变的话最早 2026 年 10 月 1 日")
    )


def test_what_is_only_possible_is_said_to_be_so(calculator: Visit) -> None:
    look(calculator, "title_without_base")
    calculator.pick("award", "")
    calculator.slot("outlook-years").select_option("5")
    expect(calculator.slot("outlook-sentence")).to_contain_text("最早可能")


def test_a_break_keeps_one_from_applying_though_the_points_are_enough(calculator: Visit) -> None:
    look(calculator, "college_14_years")
    expect(calculator.slot("outlook-pauses")).to_be_hidden()
    calculator.page.get_by_label("停缴到…").check()
    calculator.slot("coming-month").fill("2027-03")
    pauses = calculator.slot("outlook-pauses")
    expect(pauses).to_have_text(
        "分数够，但 2026 年 7 月 1 日到 2027 年 2 月 28 日不能申请：不满足“申请当月在缴职工社保”。"
    )
    expect(calculator.slot("outlook-assumptions")).to_contain_text("从 2027 年 3 月起才又缴费")
    calculator.page.get_by_label("停缴", exact=True).check()
    expect(calculator.slot("coming-month")).to_be_hidden()
    expect(pauses).to_have_text(
        re.compile(
            r"^分数够，但 2026 年 7 月 1 日(到 (?!2027 年 2 月)20\d\d 年 \d+ 月 \d+ 日|起)不能申请"
        )
    )
    calculator.page.get_by_label("照现在").check()
    expect(pauses).to_be_hidden()


def test_a_month_that_is_past_is_said_once_it_is_left(calculator: Visit) -> None:
    look(calculator, "college_14_years")
    calculator.page.get_by_label("停缴到…").check()
    calculator.slot("coming-month").fill("2020-01")
    calculator.slot("coming-month").blur()
    expect(calculator.slot("coming-month-wrong")).to_contain_text("早于计算日所在的月份")
    expect(calculator.slot("outlook-open")).to_be_visible()


def test_that_nobody_retires_is_said_to_be_assumed(calculator: Visit) -> None:
    look(calculator, "college_14_years")
    calculator.type("birth_date", "1965-01-15")
    expect(calculator.slot("outlook-assumptions")).to_contain_text("一直没有退休")


def test_a_veto_says_why_there_is_no_outlook(calculator: Visit) -> None:
    look(calculator, "college_14_years")
    calculator.pick("serious_crime", "true")
    expect(calculator.slot("outlook-closed")).to_contain_text("一票否决")


def test_a_ledger_can_go_on_at_another_base(calculator: Visit) -> None:
    look(calculator, "unknown_level")
    base = another_base(calculator)
    base.fill("30000")
    expect(calculator.slot("outlook-assumptions")).to_contain_text("30,000")
    base.fill("99999")
    expect(calculator.slot("outlook-notices")).to_contain_text("上限是")
    base.fill("")
    expect(calculator.slot("outlook-notices")).to_be_hidden()
    look(calculator, "college_14_years")
    expect(base).to_be_hidden()
    expect(calculator.page.get_by_label("照现在")).to_be_checked()


def another_base(visit: Visit) -> Locator:
    visit.page.get_by_label("换一个基数").check()
    base = visit.slot("coming-base")
    expect(base).to_be_visible()
    return base


def test_a_base_of_nothing_is_no_payment(calculator: Visit) -> None:
    look(calculator, "unknown_level")
    base = another_base(calculator)
    base.fill("0")
    base.blur()
    expect(calculator.slot("coming-base-wrong")).to_contain_text("基数不能是 0")
    expect(calculator.slot("outlook-assumptions")).not_to_contain_text("基数 0")


def test_a_base_that_is_no_number_is_said_once_it_is_left(calculator: Visit) -> None:
    look(calculator, "unknown_level")
    base = another_base(calculator)
    wrong = calculator.slot("coming-base-wrong")
    base.fill("两万")
    expect(wrong).to_be_hidden()
    base.blur()
    expect(wrong).to_have_text("“两万”不是金额或数目，请写成 12000 或 12000.50 这样的数。")
    expect(base).to_have_attribute("aria-invalid", "true")
    base.fill("20000")
    expect(wrong).to_be_hidden()


def test_clearing_the_form_forgets_what_was_typed_here(calculator: Visit) -> None:
    look(calculator, "unknown_level")
    another_base(calculator).fill("30000")
    calculator.slot("outlook-ends").fill("2027-03-31")
    calculator.page.locator("[data-action=clear]").click()
    look(calculator, "unknown_level")
    expect(calculator.slot("coming-base")).to_have_value("")
    expect(calculator.slot("outlook-ends")).to_have_value("")


def test_a_parent_is_told_whether_it_is_enough_by_the_childs_exam(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    expected = outlook(scorer, policy, "local_spouse", 10, deadlines={"middle_exam": 2029})
    look(calculator, "local_spouse")
    exam = calculator.page.locator('[data-deadline="middle_exam"]')
    answers = calculator.slot("deadline-answers")
    exam.fill("2029")
    exam.blur()
    expect(answers).to_contain_text("2029 年中考：照往年推算是 2029 年 5 月 7 日")
    expect(answers).to_contain_text(expected["deadlines"][0]["says"])
    expect(answers).to_contain_text("以当年通知为准")
    expect(answers).to_contain_text("孩子自己的居住证也要有效")
    other = calculator.page.locator('[data-deadline="university_exam"]')
    other.fill("2026")
    other.blur()
    expect(answers.locator("li").last).to_contain_text("这一天已经过了")
    other.fill("2040年")
    other.blur()
    expect(answers.locator("li").last).to_contain_text("推算是 2039 年 10 月 14 日")
    expect(calculator.slot("outlook-sentence")).to_contain_text("2039 年 10 月 14 日")
    other.fill("3000")
    other.blur()
    wrong = calculator.page.locator('[data-deadline-wrong="university_exam"]')
    expect(wrong).to_contain_text("2026 到 2051 年之间")
    expect(other).to_have_attribute("aria-invalid", "true")
    expect(answers.locator("li")).to_have_count(1)


def test_an_exam_before_the_points_are_enough_is_said_to_be_too_early(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    (due,) = outlook(scorer, policy, "title_without_base", 10, deadlines={"middle_exam": 2027})[
        "deadlines"
    ]
    assert "那天还不够" in due["says"]
    look(calculator, "title_without_base")
    exam = calculator.page.locator('[data-deadline="middle_exam"]')
    exam.fill("2027")
    exam.blur()
    expect(calculator.slot("deadline-answers")).to_contain_text(due["says"])


def test_the_calendar_file_has_the_days_that_matter(
    calculator: Visit, scorer: Scorer, policy: PolicyText, tmp_path: Path
) -> None:
    look(calculator, "local_spouse")
    expect(calculator.slot("outlook-sentence")).to_contain_text("2026 年 10 月 1 日")
    with calculator.page.expect_download() as download:
        calculator.page.locator("[data-action=calendar]").click()
    assert download.value.suggested_filename == "hujifen-2026-06-30.ics"
    file = tmp_path / "saved.ics"
    download.value.save_as(file)
    raw = file.read_bytes()
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    text = raw.decode().replace("\r\n ", "")
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT")
    days = {
        (found[1], found[2])
        for found in re.finditer(
            r"DTSTART;VALUE=DATE:(\d+)\r\nSUMMARY:([^\r]*)", text.replace("\\,", ",")
        )
    }
    expected = timeline(scorer, policy, "local_spouse", 10)
    assert ("20261001", "积分达标：123 分（模拟）") in days
    assert expected["beyond_edition_from"].replace("-", "") in {day for day, _ in days}
    assert expected["unverified_from"].replace("-", "") not in {day for day, _ in days}
    assert not [summary for _, summary in days if "积分降到" in summary]
    assert min(day for day, _ in days) > expected["on"].replace("-", "")
    assert text.count("BEGIN:VALARM") == text.count("END:VALARM") == text.count("BEGIN:VEVENT")
    assert "TRIGGER:-P14D" in text


def test_the_calendar_file_has_the_day_of_an_exam(calculator: Visit, tmp_path: Path) -> None:
    look(calculator, "local_spouse")
    exam = calculator.page.locator('[data-deadline="middle_exam"]')
    exam.fill("2029")
    exam.blur()
    expect(calculator.slot("deadline-answers")).to_contain_text("2029 年中考")
    with calculator.page.expect_download() as download:
        calculator.page.locator("[data-action=calendar]").click()
    file = tmp_path / "saved.ics"
    download.value.save_as(file)
    text = file.read_bytes().decode().replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20290507\r\nSUMMARY:2029 年中考：120 分要有效" in text


def test_the_calendar_file_has_the_windows_of_the_permits_endorsement(
    calculator: Visit, tmp_path: Path
) -> None:
    look(calculator, "local_spouse")
    ends = calculator.slot("outlook-ends")
    ends.fill("2028-02-29")
    ends.press("Tab")
    said = calculator.slot("outlook-renewal")
    expect(said).to_contain_text("2028 年 1 月 30 日到 2028 年 2 月 29 日")
    expect(said).to_contain_text("使用功能中止")
    expect(said).to_contain_text("通常做法")
    with calculator.page.expect_download() as download:
        calculator.page.locator("[data-action=calendar]").click()
    file = tmp_path / "saved.ics"
    download.value.save_as(file)
    text = file.read_bytes().decode().replace("\r\n ", "")
    windows = re.findall(
        r"DTSTART;VALUE=DATE:(\d+)\r\nDTEND;VALUE=DATE:(\d+)\r\nSUMMARY:居住证签注", text
    )
    assert windows[:2] == [("20280130", "20280301"), ("20290129", "20290301")]
    assert windows[4] == ("20320130", "20320301")
    assert windows[-1][0] == "20360130"


def test_a_permit_that_has_ended_and_a_slip_of_the_pen_are_said(calculator: Visit) -> None:
    look(calculator, "local_spouse")
    ends = calculator.slot("outlook-ends")
    ends.fill("2026-06-29")
    ends.press("Tab")
    expect(calculator.slot("outlook-renewal")).to_contain_text("到期日在计算日以前")
    ends.fill("2026-06-31")
    ends.press("Tab")
    expect(calculator.slot("outlook-ends-wrong")).to_contain_text("没有这一天")
    expect(ends).to_have_attribute("aria-invalid", "true")
    expect(calculator.slot("outlook-renewal")).to_be_empty()
    ends.fill("")
    ends.press("Tab")
    expect(calculator.slot("outlook-ends-wrong")).to_be_hidden()
    expect(calculator.slot("outlook-open")).to_be_visible()


def test_the_outlook_can_be_copied_as_text(calculator: Visit) -> None:
    look(calculator, "local_spouse")
    expect(calculator.slot("outlook-sentence")).to_contain_text("2026 年 10 月 1 日")
    calculator.page.locator("[data-action=copy-outlook]").click()
    outlook = calculator.page.locator("#outlook")
    expect(outlook.locator("[data-slot=kept-note]")).not_to_be_empty()
    box = outlook.locator("[data-slot=to-copy]")
    if box.is_visible():
        text = box.input_value()
        assert text.startswith("不变的话最早 2026 年 10 月 1 日达标")
        assert "假定：" in text
