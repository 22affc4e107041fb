"""The plans: what the engine proposes, in words; struck out, taken back, by a day."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from generator.loading.model import PolicyText
from generator.policy.people import Person
from generator.scorer import Scorer
from generator.scoring.dates import in_words
from tests.calculator.conftest import Visit, looking_ahead
from tests.calculator.test_answering import plain
from tests.calculator.test_ledger import ON, open_form, paste

pytestmark = pytest.mark.browser

PERSON = "title_without_base"
BY = "2027-06-30"
BY_IN_WORDS = "2027 年 6 月 30 日"


def asked(scorer: Scorer, policy: PolicyText, person: Person, **more: object) -> Mapping[str, Any]:
    answer: Mapping[str, Any] = json.loads(
        scorer.plans_json(json.dumps(request(policy, person, **more)))
    )
    return answer


def request(policy: PolicyText, person: Person, **more: object) -> Mapping[str, object]:
    """What the page asks: as far as its outlook looks ahead, unless a day is named."""
    return {
        "policy": "shanghai-points",
        "on": person.on.isoformat(),
        "answers": looking_ahead(policy, person.on, plain(person.answers)),
        "by": person.on.replace(year=person.on.year + 10).isoformat(),
        **more,
    }


def ends(visit: Visit) -> Locator:
    return visit.page.locator("[data-slot=plan-end]")


def by_oneself(answer: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The plans that are not for those only who are something already."""
    return [plan for plan in answer["plans"] if plan["effort"] != "status"]


def strike(visit: Visit, indicator: str) -> None:
    fold = visit.slot("plans-strike")
    if fold.get_attribute("open") is None:
        fold.locator("> summary").click()
    fold.locator(f'input[value="{indicator}"]').click()


def expected_ends(answer: Mapping[str, Any]) -> list[str]:
    status = [plan for plan in answer["plans"] if plan["effort"] == "status"]
    plans = (*by_oneself(answer), *status)
    return [f"{in_words(date.fromisoformat(plan['date']))}{reached(plan)}" for plan in plans]


def reached(plan: Mapping[str, Any]) -> str:
    return f"至少 {plan['range'][0]} 分" if plan["score"] is None else f"是 {plan['score']} 分"


def test_a_person_below_gets_the_plans_of_the_command_line(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    person = policy.people[PERSON]
    calculator.choose_person(person.code)
    expect(calculator.slot("plans")).to_be_visible()
    answer = asked(scorer, policy, person)
    expect(ends(calculator)).to_have_text(expected_ends(answer))
    plans = by_oneself(answer)
    expect(calculator.slot("plans-count")).to_contain_text(f"有 {len(plans)} 个方案")
    expect(calculator.slot("plans-first").locator("> li")).to_have_count(6)
    first = calculator.slot("plans-first").locator("> li").first
    expect(first).to_contain_text(plans[0]["title"])
    expect(first).to_contain_text(f"等到 {in_words(date.fromisoformat(plans[0]['date']))}")
    if plans[0]["effort"] != "wait":
        expect(first.locator(".certainty").first).to_have_text("条文")
    rest = calculator.slot("plans-rest-list").locator("> li")
    expect(rest).to_have_count(len(plans) - 6)
    expect(rest.last).to_be_hidden()
    calculator.slot("plans-rest-title").click()
    expect(rest.last).to_be_visible()
    calculator.slot("plans-rest-title").click()


def test_what_one_is_or_is_not_stands_in_a_fold_of_its_own(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    person = policy.people[PERSON]
    calculator.choose_person(person.code)
    title = calculator.slot("plans-status-title")
    status = [plan for plan in asked(scorer, policy, person)["plans"] if plan["effort"] == "status"]
    expect(title).to_have_text(f"本来符合才算的，{len(status)} 个")
    expect(calculator.page.get_by_text("符合创业人才条件").first).to_be_hidden()
    title.click()
    expect(calculator.slot("plans-status-list").locator("> li")).to_have_count(len(status))
    expect(calculator.page.get_by_text("符合创业人才条件").first).to_be_visible()
    title.click()


def test_waiting_and_paying_can_be_struck_out(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    person = policy.people[PERSON]
    calculator.choose_person(person.code)
    expect(calculator.slot("plans")).to_be_visible()
    for effort in ("pay", "wait"):
        strike(calculator, effort)
    without = asked(scorer, policy, person, exclude=["pay", "wait"])
    expect(calculator.slot("plans-count")).to_contain_text(f"有 {len(by_oneself(without))} 个方案")
    expect(ends(calculator)).to_have_text(expected_ends(without))
    expect(calculator.slot("plans-strike-title")).to_contain_text("多缴费")


def test_plans_look_as_far_ahead_as_the_outlook_and_assume_the_same(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    person = policy.people[PERSON]
    calculator.choose_person(person.code)
    expect(calculator.slot("plans")).to_be_visible()
    calculator.slot("outlook-years").select_option("5")
    expect(calculator.slot("plans-count")).to_contain_text("到 2031 年 6 月 30 日为止")
    calculator.page.get_by_label("停缴", exact=True).check()
    stopped = asked(scorer, policy, person, by="2031-06-30", assume={"base": None})
    expect(calculator.slot("plans-count")).to_contain_text(f"有 {len(by_oneself(stopped))} 个方案")
    expect(ends(calculator)).to_have_text(expected_ends(stopped))


def test_what_is_open_gives_plans_that_hold_whatever_the_answer(calculator: Visit) -> None:
    calculator.choose_person(PERSON)
    calculator.pick("award", "")
    calculator.pick("detentions", "")
    expect(calculator.slot("plans-open")).to_have_text("没有答的几问，这里都按不加分算。")
    expect(calculator.page.locator("[data-slot=plan-end]").first).to_contain_text("至少")


def test_no_plans_are_offered_beside_a_veto(calculator: Visit) -> None:
    calculator.choose_person(PERSON)
    expect(calculator.slot("plans")).to_be_visible()
    calculator.pick("serious_crime", "true")
    expect(calculator.slot("distance")).to_have_text("不能申请")
    expect(calculator.slot("plans")).to_be_hidden()


def test_no_code_and_no_gap_is_left_in_the_words(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    for person in policy.people.values():
        button = calculator.page.locator(f'[data-person="{person.code}"]')
        if button.count() == 0:
            continue
        if asked(scorer, policy, person)["met"]:
            continue
        calculator.clear()
        calculator.choose_person(person.code)
        expect(calculator.slot("plans")).to_be_visible()
        words = str(calculator.slot("plans").text_content())
        assert not any(wrong in words for wrong in ("{", "undefined", "null", "true", "false"))


def test_what_is_struck_out_is_in_no_plan_until_it_is_taken_back(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    person = policy.people[PERSON]
    calculator.choose_person(person.code)
    expect(calculator.slot("plans")).to_be_visible()
    before, without = (
        asked(scorer, policy, person),
        asked(scorer, policy, person, exclude=["education"]),
    )
    strike(calculator, "education")
    expect(calculator.slot("plans-count")).to_contain_text(f"有 {len(by_oneself(without))} 个方案")
    expect(ends(calculator)).to_have_text(expected_ends(without))
    expect(calculator.slot("plans-strike-title")).to_contain_text("不考虑：")
    expect(calculator.page.locator('[data-slot=box][value="education"]')).to_be_focused()
    strike(calculator, "education")
    expect(calculator.slot("plans-count")).to_contain_text(f"有 {len(by_oneself(before))} 个方案")
    expect(ends(calculator)).to_have_text(expected_ends(before))


def test_a_day_asks_for_plans_by_then_and_the_reverse_question(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    person = policy.people["local_spouse"]
    calculator.choose_person(person.code)
    expect(calculator.slot("plans")).to_be_visible()
    expect(calculator.slot("reverse-title")).to_contain_text("2036 年 6 月 30 日")
    calculator.page.locator("#plans-by").fill(BY)
    expect(calculator.slot("plans-count")).to_contain_text(f"到 {BY_IN_WORDS}为止")
    expect(calculator.slot("reverse-title")).to_contain_text(BY_IN_WORDS)
    expect(ends(calculator)).to_have_text(expected_ends(asked(scorer, policy, person, by=BY)))
    answer = json.loads(scorer.reverse_json(json.dumps(request(policy, person, by=BY))))
    first = in_words(date.fromisoformat(answer["first_date"]))
    expect(calculator.slot("reverse-base")).to_contain_text(f"{first}就到标准分值")
    calculator.page.locator("#plans-by").fill("2020-01-01")
    expect(calculator.slot("plans-by-error")).to_contain_text("请选当天或以后的日期")
    expect(calculator.slot("plans-body")).to_be_hidden()
    calculator.page.locator("#plans-by").fill("")
    expect(calculator.slot("reverse-title")).to_contain_text("2036 年 6 月 30 日")
    expect(calculator.slot("plans-body")).to_be_visible()
    expect(calculator.slot("plans-by-error")).to_be_hidden()


def test_another_base_and_waiting_are_said_in_words(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    person = policy.people["unknown_level"]
    ledger = [{"from": "2022-01", "ongoing": True, "base": "8000"}]
    answers = {**looking_ahead(policy, person.on, plain(person.answers)), "contributions": ledger}
    asks = {"policy": policy.code, "on": ON, "answers": answers, "years": 10}
    answer = json.loads(scorer.plans_json(json.dumps(asks)))
    calculator.choose_person(person.code)
    open_form(calculator)
    calculator.page.locator("[data-action=drop-ledger]").click()
    paste(calculator, "2022-01 至 2026-05 8000")
    end = calculator.page.locator(".ledger__row [data-slot=to]").first
    end.fill("")
    end.blur()
    expect(calculator.slot("plans-count")).to_contain_text(f"有 {len(by_oneself(answer))} 个方案")
    expect(ends(calculator)).to_have_text(expected_ends(answer))
    rest = calculator.slot("plans-body")
    paying = [plan for plan in by_oneself(answer) if "，再按" in plan["title"]]
    assert paying
    for plan in paying:
        (change,) = [each for each in plan["changes"] if each["answer"] == "contributions"]
        base = f"{Decimal(change['to']):,}".removesuffix(".00")
        expect(rest).to_contain_text(f"2026 年 6 月起，每月缴费基数从 8,000 元变成 {base} 元")
        expect(rest).to_contain_text(f"等到 {in_words(date.fromisoformat(plan['date']))}")


def test_enough_points_hide_it(calculator: Visit) -> None:
    calculator.choose_person(PERSON)
    plans = calculator.slot("plans")
    expect(plans).to_be_visible()
    calculator.choose_person("degree_at_30")
    expect(plans).to_be_hidden()


def test_clearing_the_form_forgets_the_day_and_what_was_struck_out(calculator: Visit) -> None:
    calculator.choose_person(PERSON)
    expect(calculator.slot("plans")).to_be_visible()
    strike(calculator, "education")
    calculator.page.locator("#plans-by").fill(BY)
    calculator.page.locator("[data-action=clear]").click()
    expect(calculator.slot("plans")).to_be_hidden()
    expect(calculator.page.locator("#plans-by")).to_have_value("")
    assert calculator.page.locator("[data-slot=box]").count() == 0


def test_plans_fit_a_phone(calculator: Visit) -> None:
    calculator.choose_person(PERSON)
    expect(calculator.slot("plans")).to_be_visible()
    overflow = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert calculator.page.evaluate(overflow) == 0
    box = calculator.slot("plans-strike-title").bounding_box()
    assert box
    assert box["height"] >= 39
