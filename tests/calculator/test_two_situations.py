"""Two situations side by side, and a situation that travels in a link."""

import json
from datetime import date

import pytest
from playwright.sync_api import BrowserContext, expect

from generator.loading.model import PolicyText
from generator.scorer import Scorer
from generator.scoring.dates import in_words
from tests.browser import StaticHost
from tests.calculator.conftest import Visit, link_of, open_page
from tests.calculator.test_answering import plain

pytestmark = pytest.mark.browser


def test_a_result_can_be_kept_and_compared_item_by_item(calculator: Visit) -> None:
    calculator.choose_person("local_spouse")
    expect(calculator.slot("outlook-sentence")).to_contain_text("2026 年 10 月 1 日")
    calculator.page.locator("[data-action=keep-result]").click()
    calculator.pick("education", "bachelor")
    rows = calculator.slot("comparison-rows").locator("tr")
    expect(rows.nth(0)).to_have_text("合计119 还差 1 分129 已达标")
    expect(rows.nth(1)).to_have_text("最早达标2026-10-012026-06-30")
    education = rows.filter(has_text="教育背景")
    expect(education).to_have_text("教育背景5060")
    expect(education).to_have_attribute("data-differs", "")
    expect(rows.filter(has_text="年龄")).not_to_have_attribute("data-differs", "")
    calculator.page.locator("[data-action=drop-result]").click()
    expect(calculator.slot("comparison-table")).to_be_hidden()


def test_ones_own_answers_are_put_to_both_editions(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    person = policy.people["no_degree_at_45"]
    changed = {"insured_months": 114, "remote_area": "lingang", "remote_area_months": 40}
    answers = {**plain(person.answers), **changed}
    request = {"policy": policy.code, "on": person.on.isoformat(), "answers": answers}
    made = json.loads(scorer.editions_json(json.dumps(request)))
    before, after = (
        {each["title"]: each["points"] for each in verdict["awards"]}
        for verdict in made["verdicts"]
    )
    calculator.choose_person(person.code)
    calculator.type("insured_months", "114")
    calculator.pick("remote_area", "lingang")
    calculator.type("remote_area_months", "40")
    expect(calculator.slot("score")).not_to_be_empty()
    compared = calculator.page.locator("[data-slot=editions-compared]")
    compared.get_by_role("button", name="各算一次").click()
    rows = calculator.slot("editions-rows").locator("tr")
    for title in before.keys() & after.keys():
        row = rows.filter(has_text=title)
        if before[title] != after[title]:
            expect(row).to_have_attribute("data-differs", "")
        elif before[title]:
            expect(row).not_to_have_attribute("data-differs", "")
    days = "和 ".join(in_words(date.fromisoformat(each["on"])) for each in made["editions"])
    expect(calculator.slot("editions-note")).to_contain_text(days)
    note = expect(calculator.slot("editions-note"))
    (note.to_contain_text if made["assumed"] else note.not_to_contain_text)("按“没有”算：")
    calculator.pick("education", "college")
    expect(calculator.slot("editions-table")).to_be_hidden()


def test_who_was_not_born_under_the_old_edition_is_told_so(
    calculator: Visit, scorer: Scorer
) -> None:
    newest = scorer.policy.editions[-1]
    calculator.type("on", f"{newest.last}")
    calculator.type("birth_date", f"{newest.first}")
    expect(calculator.slot("score")).not_to_be_empty()
    calculator.page.locator("[data-action=compare-editions]").click()
    expect(calculator.slot("editions-note")).to_contain_text("晚于计算日")
    expect(calculator.slot("editions-table")).to_be_hidden()


def test_a_link_carries_the_answers_and_leaves_the_readers_draft_alone(
    newcomer: Visit, profile: BrowserContext
) -> None:
    newcomer.type("birth_date", "1991-02-03")
    newcomer.choose_person("company_owner")
    expect(newcomer.slot("score")).to_have_text("131")
    address = link_of(newcomer.page)
    assert "#b=" in address
    reader = open_page(profile, address)
    expect(reader.slot("note")).to_contain_text("链接带来的答案")
    expect(reader.slot("score")).to_have_text("131")
    assert "#" not in reader.page.url
    reader.page.locator("[data-action=undo]:visible").first.click()
    expect(reader.page.locator("#f-birth_date")).to_have_value("1991-02-03")
    reader.page.close()


def test_answers_in_a_link_never_reach_the_host(newcomer: Visit, site: StaticHost) -> None:
    newcomer.choose_person("company_owner")
    expect(newcomer.slot("score")).to_have_text("131")
    address = link_of(newcomer.page)
    newcomer.page.goto("about:blank")
    newcomer.requests.clear()
    newcomer.page.goto(address)
    expect(newcomer.slot("score")).to_have_text("131")
    assert not [url for url in newcomer.requests if "education" in url]


@pytest.mark.parametrize(
    "carried",
    [
        *("a=x", "a=e30", "a=bnVsbA", "a=%F0", "a=" + "A" * 30_000),
        *("b=", "b=x", "b=2&education=college", "b=2&education=college&Z=0", "b=&Z=1hhxfr9"),
    ],
)
def test_a_damaged_link_is_said_to_be_one(
    profile: BrowserContext, site: StaticHost, carried: str
) -> None:
    visit = open_page(profile, f"{site.url}calculator.html#{carried}")
    expect(visit.slot("note")).to_contain_text("读不出来")
    assert not [words for words in visit.complaints if "Error" in words]
    visit.page.close()
