"""An edition of the toy policy is announced for a day to come, by the recipe of CONTRIBUTING.

``announced_edition/`` holds what a maintainer writes: four changed figures, an indicator with a question of its own, cases.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.checking import load_checked
from generator.loading import load
from generator.loading.model import PolicyText
from generator.paging.clause_rows import clause_rows
from generator.paging.editions import current_of, scored_editions
from generator.paging.questions import question_groups
from generator.rendering.search_index import search_rows
from generator.scorer import Scorer
from tests.checking.changing_over import shown_after, shown_before, texts_of, told
from tests.checking.pages import pages_of
from tests.diagnostics.patching import apply, changed_policy

FIRST = "2026-01-01"
DAY_BEFORE = "2025-12-31"
SECOND = "2030-01-01"
WRITTEN = Path(__file__).parent / "announced_edition"
MARRIED = {
    "birth_date": "1990-01-15",
    "education": "college",
    "spouse_local": True,
    "marriage_date": "2015-03-01",
    "fines": ["2025-05-05"],
    "blood_donations": 1,
}
CALLED = """\
edit pages/steps.md
-title: 步骤
+title: "每年 {{ figure(\\"spouse.rule.points\\") }} 分的步骤"
"""
PLACED = """\
edit editions/2022-01-01/texts/spouse.md
+
+{{ case("结婚 3 年封顶 8 分") }}
"""
PAPER = """\
edit guide/papers.yaml
+- paper: blood_card
+  name: 献血证
+  from: self
+  indicators: [blood_donations]
+  document: rules-2026
+  clause: 第三条
+  authority: text
+  confidence: C
"""
VISITS = """\
- fact: visits
  says: 每年去几次
  value: 1
  unit: 次
  document: rules-2022
  clause: 第二条
  authority: text
  confidence: A
  later:
    - {from: 2026-01-01, value: 2, document: rules-2026, clause: 第二条, authority: text, confidence: C}
"""
READ = (
    "index.html",
    "score.html",
    "editions.html",
    "fact-checks.html",
    "questions.html",
    "indicators/spouse.html",
    "indicators/blood-donations.html",
)


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> PolicyText:
    folder = changed_policy(WRITTEN, tmp_path_factory.mktemp("announced"))
    told(folder)
    return load_checked(folder)


@pytest.fixture(scope="module")
def scorer(policy: PolicyText) -> Scorer:
    return Scorer(policy.scoring)


@pytest.fixture(scope="module")
def pages(policy: PolicyText) -> Mapping[str, str]:
    return texts_of(policy, READ)


def asked(scorer: Scorer, on: str, **more: object) -> str:
    answers = dict(MARRIED) if on >= FIRST or "until" in more else without_new(MARRIED)
    return json.dumps({"policy": scorer.policy.code, "on": on, "answers": answers, **more})


def without_new(answers: Mapping[str, object]) -> dict[str, object]:
    return {code: answer for code, answer in answers.items() if code != "blood_donations"}


def points_on(scorer: Scorer, on: str) -> dict[str, int]:
    verdict = json.loads(scorer.score_json(asked(scorer, on)))
    return {award["indicator"]: award["points"] for award in verdict["awards"]}


def test_a_paper_for_an_indicator_to_come_is_listed_from_its_first_day_on(tmp_path: Path) -> None:
    folder = changed_policy(WRITTEN, tmp_path)
    told(folder)
    apply(PAPER, folder)
    page = texts_of(load_checked(folder), ("papers.html",))["papers.html"]
    assert "献血证" not in shown_before(page)
    assert "献血证" in shown_after(page)


def test_an_example_of_the_edition_before_says_its_day_and_one_of_the_new_edition_is_beside_it(
    tmp_path: Path,
) -> None:
    folder = changed_policy(WRITTEN, tmp_path)
    apply(PLACED, folder)
    told(folder)
    page = texts_of(load_checked(folder), ("indicators/spouse.html",))["indicators/spouse.html"]
    before, after = shown_before(page), shown_after(page)
    assert "结婚 3 年封顶 8 分" in before
    assert "您在 2023" not in before
    assert "新办法里结婚满 2 年" not in before
    assert "按 2022 年 1 月 1 日 的办法，您在 2023 年 6 月 15 日 有 8 分" in after
    assert "新办法里结婚满 2 年，每年 5 分" in after


def test_the_search_finds_pages_by_what_they_are_called_on_the_reader_s_day(tmp_path: Path) -> None:
    folder = changed_policy(WRITTEN, tmp_path)
    apply(CALLED, folder)
    told(folder)
    site = pages_of(load_checked(folder))
    found = site.entries(site.texts())
    called = {
        (each.page, each.shown_from, each.shown_to)
        for each in found
        if each.address.startswith("steps.html")
    }
    assert called == {("每年 4 分的步骤", "", DAY_BEFORE), ("每年 5 分的步骤", FIRST, "")}
    spouse = [each for each in found if each.address.startswith("indicators/spouse.html")]
    assert any("最多 8 分" in each.text and each.shown_to == DAY_BEFORE for each in spouse)
    assert any("最多 15 分" in each.text and each.shown_from == FIRST for each in spouse)
    same = [each for each in found if each.address.startswith("indicators/hill.html")]
    assert len(same) == len({each.address for each in same})
    assert search_rows(spouse)[0][5:] in (["", DAY_BEFORE], [FIRST, ""])


def test_points_change_on_the_first_day_and_not_before(scorer: Scorer) -> None:
    before, on, after = (points_on(scorer, day) for day in (DAY_BEFORE, FIRST, "2026-01-02"))
    assert (before["spouse"], before["fines"], before["education"]) == (8, -20, 40)
    assert "blood_donations" not in before
    assert (on["spouse"], on["fines"], on["education"]) == (15, -15, 45)
    assert on["blood_donations"] == 5
    assert after == on
    untouched = before.keys() - {"spouse", "fines", "education"}
    assert {code: before[code] for code in untouched} == {code: on[code] for code in untouched}


def test_a_timeline_across_the_day_changes_over_on_it(scorer: Scorer) -> None:
    text = asked(scorer, "2025-12-01", until="2026-02-01")
    timeline: dict[str, Any] = json.loads(scorer.timeline_json(text))
    assert "error" not in timeline
    (event,) = [each for each in timeline["events"] if each["date"] == FIRST]
    changed = {each["indicator"]: each for each in event["changes"]}
    assert changed["spouse"]["change"] == 15 - 8
    assert changed["fines"]["change"] == 20 - 15
    assert changed["blood_donations"]["change"] == 5
    assert {"改按 2026 年 1 月 1 日起施行的办法"} == {each["because"] for each in event["changes"]}


def test_an_outlook_says_what_only_the_edition_to_come_asks_and_is_taken_as_none(
    scorer: Scorer,
) -> None:
    said = "2026 年 1 月 1 日起另外要问的（无偿献血），这里按没有算。"

    def looked(on: str, **more: object) -> str:
        answers = MARRIED | {"blood_donations": 0}
        request = {"policy": scorer.policy.code, "on": on, "answers": answers, "years": 1, **more}
        answer: str = json.loads(scorer.outlook_json(json.dumps(request)))["assumptions"]
        return answer

    assert said in looked(DAY_BEFORE, assumed=["blood_donations"])
    assert said in looked("2025-01-01", assumed=["blood_donations"])
    assert said not in looked("2024-12-31", assumed=["blood_donations"])
    assert said not in looked(DAY_BEFORE)
    assert said not in looked(FIRST, assumed=["blood_donations"])


def test_waiting_for_the_new_edition_is_a_plan(policy: PolicyText, scorer: Scorer) -> None:
    have = {"education": "college", "half_months": 5, "full_months": 5, "volunteer": True}
    answers = without_new({**policy.people["nobody"].answers, **have})
    request = {"policy": policy.code, "on": "2025-12-01", "by": "2026-02-01", "answers": answers}
    plans = json.loads(scorer.plans_json(json.dumps(request)))["plans"]
    (plan,) = [each for each in plans if each["effort"] == "wait"]
    assert (plan["date"], plan["range"][0]) == (FIRST, 45 + 50 + 6)


def test_pages_say_of_each_statement_up_to_or_from_when_it_holds(pages: Mapping[str, str]) -> None:
    spouse = pages["indicators/spouse.html"]
    before, after = shown_before(spouse), shown_after(spouse)
    assert "最多 8 分" in before
    assert "最多 15 分" not in before
    assert "最多 15 分" in after
    assert "最多 8 分" not in after
    blood = pages["indicators/blood-donations.html"]
    assert "2026 年 1 月 1 日起才看它" in shown_before(blood)
    assert "2026 年 1 月 1 日起才看它" not in shown_after(blood)


def test_every_page_announces_the_edition_before_its_day_and_not_from_it_on(
    pages: Mapping[str, str],
) -> None:
    assert set(pages) == set(READ)
    for html in pages.values():
        assert "2026 年 1 月 1 日起施行 2026 年版" in shown_before(html)
        assert "2026 年 1 月 1 日起施行 2026 年版" not in shown_after(html)


def test_what_is_taken_over_is_no_surer_than_the_document_that_was_seen(
    policy: PolicyText,
) -> None:
    receipts = {each.receipt.confidence for each in policy.indicators[FIRST].values()}
    assert receipts == {"C"}


def test_the_foot_says_how_the_document_of_the_day_was_seen(pages: Mapping[str, str]) -> None:
    html = pages["score.html"]
    assert "所据文字整理于 2025 年 6 月 30 日" in shown_before(html)
    assert "所据文字打印于 2025 年 7 月 20 日" in shown_after(html)


def test_what_rests_on_the_document_that_has_ended_says_so_from_the_day_on(
    pages: Mapping[str, str],
) -> None:
    ended = "玩规〔2022〕1号 第一条（到 2025 年 12 月 31 日为止）"
    assert ended in shown_after(pages["fact-checks.html"])
    assert ended not in shown_before(pages["fact-checks.html"])
    assert "玩规〔2022〕1号 第一条" in shown_before(pages["fact-checks.html"])
    assert pages["fact-checks.html"].count("玩规〔2022〕1号</a> 第一条") == 1, (
        "it stands there once"
    )


def test_behind_a_second_announced_edition_pages_say_that_they_are_not_written_for_it(
    tmp_path: Path, pages: Mapping[str, str]
) -> None:
    folder = changed_policy(WRITTEN, tmp_path)
    second = folder / "editions" / SECOND
    second.mkdir()
    first = (folder / "editions" / FIRST / "edition.yaml").read_text("utf-8")
    head, _, _ = first.partition("figures:")
    text = head.replace("2026 年版", "2030 年版").replace("rules-2026", "rules-2030")
    text = text.replace("{from: 2026-01-01, to: 2029-12-31}", "{from: 2030-01-01}")
    text = text.replace(f"edition: {FIRST}", f"edition: {SECOND}")
    text = text.replace("based_on: 2022-01-01", f"based_on: {FIRST}")
    (second / "edition.yaml").write_text(text, "utf-8")
    sources = folder / "sources.yaml"
    document = sources.read_text("utf-8")
    start = document.index("- document: rules-2026")
    added = (
        document[start:].replace("rules-2026", "rules-2030").replace("〔2025〕9号", "〔2029〕9号")
    )
    added = added.replace("{from: 2026-01-01, to: 2029-12-31}", "{from: 2030-01-01}")
    sources.write_text(f"{document.rstrip()}\n\n{added}", "utf-8")
    told(folder)
    both = texts_of(load_checked(folder), READ)
    warning = "2030 年 1 月 1 日起已经施行 2030 年版，这一页还没有照它改写"
    for html in both.values():
        assert warning in shown_after(html)
        assert warning not in shown_before(html)
        assert f'data-shown-from="{SECOND}" hidden' in html
    assert "这一页还没有照它改写" not in "".join(pages.values())


def test_a_question_that_the_edition_to_come_no_longer_asks_says_so(tmp_path: Path) -> None:
    folder = changed_policy(WRITTEN, tmp_path)
    edition = folder / "editions" / FIRST / "edition.yaml"
    edition.write_text(f"{edition.read_text('utf-8')}removed: [volunteer]\n", "utf-8")
    policy = load(folder)
    gone = {
        question.code: question.gone_from
        for group in question_groups(policy, scored_editions(policy))
        for question in group.questions
        if question.gone_from
    }
    assert gone == {"volunteer": "2026 年版"}
    page = texts_of(policy, ("calculator.html",))["calculator.html"]
    assert page.count("2026 年版起不再问这一项。") == 1
    assert page.count("2026 年版才问这一项。") == 1


@pytest.mark.parametrize(
    ("said", "score", "is_changed"),
    [
        (["{{ standard_score }} 分"], 90, True),
        (["{{ standard_score }} 分"], 100, False),
        (["只看本人", "也看配偶"], 100, True),
        (["只看本人", "只看本人"], 90, False),
        (["每年 {{ fact('visits') }} 次"] * 2, 100, True),
    ],
)
def test_a_row_whose_cells_come_to_say_otherwise_is_listed_as_changed(
    tmp_path: Path, said: list[str], score: int, is_changed: bool
) -> None:
    folder = changed_policy(WRITTEN, tmp_path)
    (folder / "facts.yaml").write_text(VISITS, "utf-8")
    edition = folder / "editions" / FIRST / "edition.yaml"
    edition.write_text(f"{edition.read_text('utf-8')}standard_score: {score}\n", "utf-8")
    days = ("2022-01-01", FIRST)
    cells = {day: {"says": says, "confidence": "A"} for day, says in zip(days, said, strict=False)}
    row = {"row": "who", "item": "谁", "clause": "第十条", "cells": cells}
    comparison = folder / "guide" / "comparison.yaml"
    rows = comparison.read_text("utf-8")
    comparison.write_text(f"{rows}  - {json.dumps(row, ensure_ascii=False)}\n", "utf-8")
    policy = load(folder)
    rows_of = clause_rows(policy, current_of(policy, scored_editions(policy)))
    assert [each.is_changed for each in rows_of if each.item == "谁"] == [is_changed]
