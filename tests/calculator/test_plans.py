"""The plans: what the engine proposes, in words; struck out, taken back, by a day."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import expect

from generator.loading.model import PolicyText
from generator.policy.people import Person
from generator.scorer import Scorer
from tests.calculator.conftest import Visit
from tests.calculator.test_answering import plain
from tests.calculator.test_ledger import ON, paste

pytestmark = pytest.mark.browser

PERSON = "title_without_base"
BY = "2027-06-30"


def asked(scorer: Scorer, person: Person, **more: object) -> Mapping[str, Any]:
    answer: Mapping[str, Any] = json.loads(scorer.plans_json(json.dumps(request(person, **more))))
    return answer


def request(person: Person, **more: object) -> Mapping[str, object]:
    return {
        "policy": "shanghai-points",
        "on": person.on.isoformat(),
        "answers": plain(person.answers),
        **more,
    }


def ends(visit: Visit) -> list[str]:
    return visit.page.locator("[data-slot=plan-end]").all_text_contents()


def strike(visit: Visit, indicator: str) -> None:
    fold = visit.slot("plans-strike")
    if fold.get_attribute("open") is None:
        fold.locator("> summary").click()
    fold.locator(f'input[value="{indicator}"]').click()


def expected_ends(answer: Mapping[str, Any]) -> list[str]:
    return [f"{plan['date']} 是 {plan['score']} 分" for plan in answer["plans"]]


def test_a_person_below_gets_the_plans_of_the_command_line(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    person = policy.people[PERSON]
    calculator.choose_person(person.code)
    expect(calculator.slot("plans")).to_be_visible()
    answer = asked(scorer, person)
    assert ends(calculator) == expected_ends(answer)
    expect(calculator.slot("plans-count")).to_contain_text(f"有 {len(answer['plans'])} 个方案")
    expect(calculator.slot("plans-first").locator("> li")).to_have_count(6)
    first = calculator.slot("plans-first").locator("> li").first
    expect(first).to_contain_text("最近 12 个月里，有几个月的基数达到参照标准的 1 倍？")
    expect(first).to_contain_text("等到 2026-08-01")
    expect(first.locator(".certainty").first).to_have_text("条文")
    calculator.slot("plans-rest-title").click()
    rest = calculator.slot("plans-more").locator("> li")
    expect(rest.last).to_be_visible()
    expect(rest).to_have_count(len(answer["plans"]) - 6)
    calculator.slot("plans-rest-title").click()


def test_no_code_and_no_gap_is_left_in_the_words(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    for person in policy.people.values():
        button = calculator.page.locator(f'[data-person="{person.code}"]')
        if button.count() == 0:
            continue
        if asked(scorer, person)["met"]:
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
    before, without = asked(scorer, person), asked(scorer, person, exclude=["education"])
    strike(calculator, "education")
    expect(calculator.slot("plans-count")).to_contain_text(f"有 {len(without['plans'])} 个方案")
    assert ends(calculator) == expected_ends(without)
    expect(calculator.slot("plans-strike-title")).to_contain_text("不考虑：")
    expect(calculator.page.locator('[data-slot=box][value="education"]')).to_be_focused()
    strike(calculator, "education")
    expect(calculator.slot("plans-count")).to_contain_text(f"有 {len(before['plans'])} 个方案")
    assert ends(calculator) == expected_ends(before)


def test_a_day_asks_for_plans_by_then_and_the_reverse_question(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    person = policy.people["local_spouse"]
    calculator.choose_person(person.code)
    expect(calculator.slot("plans")).to_be_visible()
    expect(calculator.slot("reverse")).to_be_hidden()
    calculator.page.locator("#plans-by").fill(BY)
    expect(calculator.slot("plans-count")).to_contain_text(f"到 {BY} 为止")
    expect(calculator.slot("reverse-title")).to_contain_text(BY)
    assert ends(calculator) == expected_ends(asked(scorer, person, by=BY))
    answer = json.loads(scorer.reverse_json(json.dumps(request(person, by=BY))))
    expect(calculator.slot("reverse-base")).to_contain_text(f"{answer['first_date']} 就到标准分值")
    calculator.page.locator("#plans-by").fill("2020-01-01")
    expect(calculator.slot("plans-by-error")).to_contain_text("请选当天或以后的日期")
    expect(calculator.slot("plans-body")).to_be_hidden()
    calculator.page.locator("#plans-by").fill("")
    expect(calculator.slot("plans-body")).to_be_visible()
    expect(calculator.slot("plans-by-error")).to_be_hidden()


def test_another_base_and_waiting_are_said_in_words(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    person = policy.people["unknown_level"]
    ledger = [{"from": "2022-01", "ongoing": True, "base": "8000"}]
    answers = {**plain(person.answers), "contributions": ledger}
    made = scorer.plans_json(json.dumps({**request(person), "on": ON, "answers": answers}))
    answer = json.loads(made)
    calculator.choose_person(person.code)
    calculator.page.locator("[data-action=drop-ledger]").click()
    paste(calculator, "2022-01 至 2026-05 8000")
    end = calculator.page.locator(".ledger__row [data-slot=to]").first
    end.fill("")
    end.blur()
    expect(calculator.slot("plans-count")).to_contain_text(f"有 {len(answer['plans'])} 个方案")
    assert ends(calculator) == expected_ends(answer)
    rest = calculator.slot("plans-body")
    expect(rest).to_contain_text("2026 年 6 月起，每月缴费基数从 8000 元变成 11,396 元")
    expect(rest).to_contain_text("等到 2026-12-01")


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
