"""The result follows the answers, and says what the command line says."""

import json
import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from generator.loading.model import PolicyText
from generator.scorer import Scorer
from tests.browser import StaticHost
from tests.calculator.conftest import Visit, verdict

pytestmark = pytest.mark.browser

ON = "2026-06-30"
BEGINNING = {"birth_date": "1990-01-15", "education": "college", "insured_months": 60}


def test_nothing_is_said_before_there_is_an_answer(calculator: Visit) -> None:
    expect(calculator.slot("distance")).to_have_text("还没有答案")
    expect(calculator.slot("result")).to_be_hidden()


def test_the_result_follows_while_one_answers(calculator: Visit, scorer: Scorer) -> None:
    calculator.type("on", ON)
    calculator.type("birth_date", "1990-01-15")
    expect(calculator.slot("sentence")).to_have_text(
        re.compile(r"^已确定 30 分（满 120 分达标）：还有 \d+ 项没有答。")
    )
    calculator.pick("education", "college")
    calculator.type("insured_months", "60")
    expected = verdict(scorer, BEGINNING)
    expect(calculator.slot("sentence")).to_contain_text(f"已确定 {expected['open']['certain']} 分")
    expect(calculator.slot("score")).to_have_text(str(expected["open"]["certain"]))
    expect(calculator.slot("certain")).to_have_text("已确定")
    expect(calculator.slot("distance")).to_have_text(
        f"还有 {len(expected['open']['questions'])} 项没有答"
    )


def test_a_range_is_said_from_what_is_certain(calculator: Visit) -> None:
    calculator.choose_person("local_spouse")
    expect(calculator.slot("certain")).to_be_hidden()
    calculator.pick("shortage_major", "")
    line = calculator.slot("score-line")
    expect(line).to_contain_text(re.compile(r"已确定\s*119 / 120\s*未答的 1 项最多再加 30 分"))
    calculator.pick("detentions", "")
    expect(calculator.slot("sentence")).to_have_text(
        "已确定 119 分（满 120 分达标）：未答的 1 项最多再加 30 分。"
        "另有 1 问，问有没有会扣分或者不能申请的记录，还没有算进去。"
    )
    expect(calculator.slot("deciding").locator("li")).to_have_count(1)
    expect(calculator.slot("deciding")).to_contain_text("最多 30 分")
    expect(calculator.slot("deciding-records").locator("li")).to_have_count(1)
    unanswered = calculator.page.locator('[data-slot=unanswered] [data-indicator="detentions"]')
    expect(unanswered.locator("[data-slot=points]")).to_have_text("—")


def test_the_reading_that_matters_is_a_question_about_the_person(calculator: Visit) -> None:
    calculator.choose_person("college_14_years")
    other = calculator.slot("other-outcome")
    expect(other).to_contain_text("社保断缴过吗？没有的话，就是上面的结果")
    calculator.slot("settle").click()
    expect(calculator.page.locator("#q-contributions")).to_be_in_viewport()
    assert "还没定" not in calculator.page.locator("main").inner_text()


def test_the_score_comes_while_one_is_still_in_the_field(calculator: Visit) -> None:
    calculator.reveal("insured_months")
    calculator.page.locator("#f-insured_months").press_sequentially("60")
    expect(calculator.slot("result")).to_be_visible()
    assert calculator.page.locator("#f-insured_months:focus").count() == 1


def test_sample_people_get_the_score_that_the_command_line_gives(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    buttons = calculator.page.locator("[data-person]")
    codes = [str(button.get_attribute("data-person")) for button in buttons.all()]
    assert len(codes) > 5
    for code in codes:
        person = policy.people[code]
        expected = verdict(scorer, plain(person.answers), person.on.isoformat())
        calculator.choose_person(code)
        expect(calculator.slot("note")).to_contain_text(person.about)
        expect(calculator.slot("sentence")).to_have_text(str(expected["sentence"]))
        expect(calculator.slot("total")).to_have_text(shown(expected["score"]))
        expect(calculator.page.locator(f'[data-person="{code}"]')).to_have_attribute(
            "aria-pressed", "true"
        )
        for award in awards(expected):
            row = calculator.page.locator(f'[data-indicator="{award["indicator"]}"]')
            expect(row.locator("[data-slot=reason]")).to_have_text(award["sentence"])
            expect(row.locator("[data-slot=clause]")).to_have_text(award["clause"])
            expect(row.locator("[data-slot=points]")).to_have_text(shown(award["points"]))


def test_what_lost_stays_visible_with_what_it_would_have_given(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    person = policy.people["degree_and_title"]
    calculator.choose_person(person.code)
    expected = verdict(scorer, plain(person.answers), person.on.isoformat())
    lost = [entry for award in awards(expected) for entry in award.get("lost", [])]
    assert lost
    for entry in lost:
        words = f"{entry['would_be']} 分：{entry['sentence']}"
        expect(calculator.page.get_by_text(words)).to_be_visible()
    education = calculator.page.locator('[data-indicator="education"]')
    expect(education.locator("[data-slot=status]")).to_have_text("未计入")
    expect(education).to_contain_text("最多可得 90 分")


def test_the_figures_behind_an_award_have_names_in_chinese(
    calculator: Visit, policy: PolicyText
) -> None:
    for code in ("degree_and_title", "company_owner", "local_spouse", "detained_once"):
        calculator.clear()
        calculator.choose_person(code)
        expect(calculator.slot("note")).to_contain_text(policy.people[code].about)
        expect(calculator.slot("result")).to_be_visible()
        names = calculator.page.locator("[data-slot=figures] dt").all_text_contents()
        values = calculator.page.locator("[data-slot=figures] dd").all_text_contents()
        assert names
        assert not [text for text in names if text.isascii()], names
        assert not [text for text in values if text in {"true", "false", "null", ""}], values
    calculator.slot("go").click()
    row = calculator.page.locator('[data-indicator="education"]')
    row.locator("summary").click()
    expect(row.locator("dd").first).to_have_text("博士研究生，学历学位都有")


def test_what_was_chosen_is_called_as_its_own_question_calls_it(calculator: Visit) -> None:
    calculator.choose_person("college_14_years")
    expect(calculator.slot("result")).to_be_visible()
    for indicator, says in (
        ("title", "没有，或只有初级职称"),
        ("remote_area", "都没有"),
        ("award", "没有"),
        ("serious_crime", "没有"),
        ("spouse", "不是"),
    ):
        fact = calculator.page.locator(f'[data-indicator="{indicator}"] dd').first
        expect(fact).to_have_text(says)
    per = calculator.page.locator('[data-indicator="tax"] dl')
    expect(per).to_contain_text("100,000")


def test_the_figures_stay_open_while_the_result_changes(calculator: Visit) -> None:
    calculator.choose_person("college_14_years")
    depth = calculator.page.locator('[data-indicator="insured_years"] details')
    depth.locator("summary").click()
    calculator.type("insured_months", "60")
    expect(depth.locator("dd").first).to_have_text("60")
    expect(depth).to_have_attribute("open", "")


def test_an_unsure_answer_is_the_same_as_none(calculator: Visit, scorer: Scorer) -> None:
    calculator.choose_person("degree_at_30")
    answers = plain(calculator_person("degree_at_30", calculator))
    calculator.tick("award")
    calculator.page.locator('input[name="insured_months"][data-unsure]').check()
    expect(calculator.page.locator("#f-insured_months")).to_have_value("")
    left = {key: value for key, value in answers.items() if key not in {"award", "insured_months"}}
    certain = verdict(scorer, left, unsure=("award",))["open"]["certain"]
    expect(calculator.slot("sentence")).to_contain_text(f"已确定 {certain} 分")
    calculator.type("insured_months", "8")
    expect(calculator.page.locator('input[name="insured_months"][data-unsure]')).not_to_be_checked()


def test_the_deciding_question_is_named_first_and_takes_the_focus(
    calculator: Visit, scorer: Scorer
) -> None:
    calculator.choose_person("degree_at_30")
    calculator.pick("shortage_major", "")
    deciding = calculator.page.locator("[data-slot=deciding] a")
    expect(deciding).to_have_count(1)
    expect(deciding).to_have_text("您的专业在紧缺急需专业目录里，而且岗位与专业一致吗？")
    deciding.click()
    focused = calculator.page.locator(":focus")
    expect(focused).to_have_attribute("name", "shortage_major")
    expect(focused).to_be_in_viewport()


def test_it_is_said_when_open_answers_no_longer_decide(calculator: Visit) -> None:
    calculator.choose_person("college_14_years")
    calculator.pick("shortage_major", "")
    expect(calculator.slot("open-intro")).to_contain_text("已经够 120 分了")
    expect(calculator.slot("distance")).to_have_text("已达标")
    calculator.pick("detentions", "")
    expect(calculator.slot("distance")).to_have_text("够分，还要看有没有扣分的记录")


def test_the_situations_can_be_left_with_one_press(calculator: Visit, scorer: Scorer) -> None:
    calculator.type("on", ON)
    calculator.type("birth_date", "1990-01-15")
    calculator.pick("education", "doctor")
    calculator.pick("title", "none")
    for months in ("insured_months", "base_months_08", "base_months_1", "base_months_2"):
        calculator.type(months, "0")
    calculator.type("base_months_3", "0")
    calculator.pick("award", "provincial")
    calculator.page.locator('[data-action="rest-none"]').click()
    expect(calculator.slot("score")).to_have_text("250")
    expect(calculator.page.locator('[name="award"][value="provincial"]')).to_be_checked()


def test_what_applying_takes_is_asked_as_one(calculator: Visit) -> None:
    calculator.choose_person("college_14_years")
    all_yes = calculator.page.locator("[data-action=all-yes]")
    valid = calculator.page.locator("#q-permit_valid")
    expect(all_yes).to_have_attribute("aria-pressed", "true")
    expect(valid).to_be_hidden()
    all_yes.click()
    expect(all_yes).to_have_attribute("aria-pressed", "false")
    expect(calculator.slot("conditions")).to_contain_text("还不知道您的居住证是不是有效")
    calculator.pick("permit_valid", "false")
    expect(all_yes).to_have_attribute("aria-pressed", "false")
    all_yes.click()
    expect(calculator.page.locator("[name=permit_valid][value=true]")).to_be_checked()
    expect(all_yes).to_have_attribute("aria-pressed", "true")


def test_only_situations_are_offered_of_which_the_edition_of_the_day_asks_anything(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    for edition in scorer.policy.editions[-2:]:
        calculator.type("on", f"{edition.first}")
        asked = {policy.questions[code].situation for code in edition.questions}
        for situation in policy.situations:
            tick = calculator.page.locator(f'[name=situation][value="{situation.code}"]')
            expect(tick).to_be_visible(visible=situation.code in asked)


def test_a_question_stands_below_the_situation_that_asks_it(calculator: Visit) -> None:
    expect(calculator.page.locator("#group-bonus")).to_be_hidden()
    calculator.tick("spouse")
    below = calculator.page.locator("[data-asks=spouse]")
    expect(below.locator("#q-marriage_date")).to_be_visible()
    expect(below.locator("#q-spouse_local")).to_have_attribute("data-settled", "")
    expect(below.locator("#q-spouse_local .question__help")).to_be_hidden()
    calculator.pick("spouse_local", "false")
    expect(below.locator("#q-spouse_local .question__help")).to_be_visible()


def test_what_is_ticked_is_printed_with_its_questions_and_the_rest_is_not(
    calculator: Visit,
) -> None:
    calculator.tick("spouse")
    calculator.page.emulate_media(media="print")
    expect(calculator.page.locator("#q-marriage_date")).to_be_visible()
    expect(calculator.page.locator("[name=situation][value=firm]")).to_be_hidden()
    expect(calculator.page.locator("[data-action=unfold]")).to_be_hidden()
    calculator.page.emulate_media(media="screen")


def test_several_records_are_counted(calculator: Visit) -> None:
    calculator.choose_person("college_14_years")
    calculator.pick("detentions", "some")
    question = calculator.page.locator("#q-detentions")
    question.locator("input[data-field]").fill("2025-01-05")
    question.locator("[data-action=add-date]").click()
    calculator.page.keyboard.type("2024/3/8")
    row = calculator.page.locator('[data-indicator="detentions"]')
    expect(row.locator("[data-slot=points]")).to_have_text("−100")
    question.locator("[data-action=remove-date]").click()
    expect(row.locator("[data-slot=points]")).to_have_text("−50")
    calculator.pick("detentions", "none")
    expect(row.locator("[data-slot=points]")).to_have_text("0")


def test_a_question_that_an_answer_makes_needless_goes(calculator: Visit) -> None:
    calculator.tick("remote_area")
    calculator.tick("spouse")
    months = calculator.page.locator("#q-remote_area_months")
    expect(months).to_be_visible()
    calculator.pick("remote_area", "none")
    expect(months).to_be_hidden()
    calculator.pick("remote_area", "lingang")
    expect(months).to_be_visible()
    date = calculator.page.locator("#q-marriage_date")
    calculator.pick("spouse_local", "false")
    expect(date).to_be_hidden()
    calculator.pick("spouse_local", "true")
    expect(date).to_be_visible()


def test_the_day_decides_which_edition_asks_and_scores(calculator: Visit) -> None:
    older = calculator.page.locator("#q-family_planning_violation")
    calculator.choose_person("college_14_years")
    calculator.reveal("detentions")
    expect(older).to_be_hidden()
    calculator.type("on", "2022-12-31")
    expect(older).to_be_visible()
    calculator.pick("family_planning_violation", "true")
    expect(calculator.slot("sentence")).to_contain_text("按 2018 年 1 月 1 日起施行的办法")
    expect(calculator.slot("distance")).to_have_text("不能申请")
    first = calculator.page.locator("[data-slot=awards] tr").first
    expect(first.locator("[data-slot=status]")).to_have_text("否决")


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Shanghai", "Pacific/Kiritimati"])
@pytest.mark.parametrize(("time", "day"), [("23:59", "2027-03-05"), ("00:01", "2027-03-06")])
def test_the_day_is_shanghais_today_wherever_the_visitor_is(
    chromium: Browser, site: StaticHost, zone: str, time: str, day: str
) -> None:
    context = chromium.new_context(service_workers="block", timezone_id=zone)
    page = context.new_page()
    page.clock.set_fixed_time(f"{day}T{time}:00+08:00")
    page.goto(f"{site.url}calculator.html")
    expect(page.locator("#f-on")).to_have_value(day)
    context.close()


def test_a_today_outside_every_edition_is_said(
    stranger: BrowserContext, site: StaticHost, scorer: Scorer
) -> None:
    today = scorer.policy.last_day + timedelta(days=64)
    page = stranger.new_page()
    page.clock.set_fixed_time(f"{today}T12:00:00+08:00")
    page.goto(f"{site.url}calculator.html")
    page.evaluate("() => window.hujifen.ready")
    page.locator('[name="education"][value="doctor"]').check()
    expect(page.locator("#e-on")).to_contain_text(f"{today} 没有可计算的办法版本")


def test_another_reading_can_be_chosen_and_changes_the_score(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    person = policy.people["company_owner"]
    calculator.choose_person(person.code)
    readings = calculator.slot("readings")
    expect(readings).to_be_visible()
    readings.locator("> summary").click()
    jobs = calculator.page.locator('[data-reading="jobs_share"]')
    changed = verdict(scorer, {**plain(person.answers), "readings": {"jobs_share": "scaled"}})
    other = jobs.locator(".answer", has_text="人数与纳税额一样")
    expect(other).to_contain_text(f"这样算是 {changed['score']} 分")
    other.locator("input").check()
    expect(calculator.slot("sentence")).to_have_text(str(changed["sentence"]))
    expect(jobs).to_be_visible()
    expect(calculator.slot("chosen-readings")).to_contain_text("人数与纳税额一样")
    jobs.locator(".answer", has_text="本站默认").locator("input").check()
    expect(calculator.slot("chosen-readings")).to_be_hidden()


def test_a_reading_that_changes_nothing_is_not_offered(calculator: Visit) -> None:
    calculator.choose_person("detained_once")
    expect(calculator.slot("readings")).to_be_visible()
    expect(calculator.page.locator("[data-reading]:not([hidden])")).to_have_count(1)


def test_the_score_is_announced_once_it_is_quiet(calculator: Visit) -> None:
    spoken = calculator.slot("announcement")
    calculator.choose_person("college_14_years")
    expect(calculator.slot("score")).to_have_text("122")
    assert "122" not in str(spoken.text_content())
    expect(spoken).to_have_text("122 分，满 120 分达标：已达标")


def awards(expected: Mapping[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = expected["awards"]
    return found


def shown(points: object) -> str:
    return str(points).replace("-", "−")


def plain(answers: Mapping[str, object]) -> dict[str, object]:
    made: dict[str, object] = json.loads(json.dumps(dict(answers), default=str))
    return made


def calculator_person(code: str, visit: Visit) -> Mapping[str, object]:
    """The answers that the page itself has of a sample person."""
    people = visit.page.evaluate(
        "() => JSON.parse(document.getElementById('calculator-data').textContent).people"
    )
    answers: Mapping[str, object] = next(
        person["answers"] for person in people if person["code"] == code
    )
    return answers


def test_the_form_says_what_the_edition_of_the_day_asked_about_gives(calculator: Visit) -> None:
    parts = calculator.page.locator(".question [data-in-editions]")
    for on, edition in (
        ("2020-06-30", "2018-01-01"),
        (ON, "2023-01-01"),
        ("2017-06-30", "2015-07-01"),
    ):
        calculator.type("on", on)
        shown = calculator.page.locator(f'.question [data-in-editions~="{edition}"]').first
        expect(shown).not_to_have_attribute("hidden", "")
        for part in parts.all():
            is_its = edition in str(part.get_attribute("data-in-editions")).split()
            assert (part.get_attribute("hidden") is None) is is_its
