"""Points of quite another shape: decimals, counts, a cap over a group, an edition that is announced and changes that cap."""

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.checking import check, load_checked
from generator.loading.model import PolicyText
from generator.scorer import Scorer, load
from tests.checking.pages import pages_of
from tests.diagnostics.patching import apply
from tests.policies import TOY_TALLY
from tests.shipped import SHIPPED_POLICY

FERRYMAN = {"fund_months": 96, "lives_in_town": True, "bridge_shifts": 3, "trees": 60}
LAST, FIRST = "2027-06-30", "2027-07-01"
"""The last day of the edition in force, the first of the one that is announced."""


@pytest.fixture(scope="module")
def policy() -> PolicyText:
    return load_checked(TOY_TALLY)


@pytest.fixture(scope="module")
def scorer(policy: PolicyText) -> Scorer:
    return load(policy.scoring_text)


@pytest.fixture(scope="module")
def pages(policy: PolicyText) -> Mapping[str, str]:
    return pages_of(policy).html()


def ask(scorer: Scorer, method: str, on: str, answers: Mapping[str, object], **more: object) -> Any:  # noqa: ANN401
    request = {"policy": scorer.policy.code, "on": on, "answers": answers, **more}
    return json.loads(scorer.reply(method, json.dumps(request)).text)


def test_the_data_is_checked_like_any_other() -> None:
    assert check(TOY_TALLY) == ()


@pytest.mark.parametrize(
    ("on", "months", "said"),
    [
        (LAST, 96, "是 49 分，离标准分值 50 分还差 1 分。"),
        (FIRST, 96, "是 53.8 分，达到标准分值 50 分。"),
        (LAST, 98, "是 49.5 分，离标准分值 50 分还差 0.5 分。"),
        (LAST, 99, "是 49.75 分，离标准分值 50 分还差 0.25 分。"),
    ],
)
def test_a_verdict_says_decimals_without_idle_zeros(
    scorer: Scorer, on: str, months: int, said: str
) -> None:
    verdict = ask(scorer, "score_json", on, {**FERRYMAN, "fund_months": months})
    assert verdict["sentence"].endswith(said)


@pytest.mark.parametrize("shifts", [0, 3, 6])
@pytest.mark.parametrize("months", [0, 60, 96])
def test_a_plan_across_the_change_of_a_groups_cap_is_what_a_score_of_its_day_says(
    scorer: Scorer, months: int, shifts: int
) -> None:
    answers = {**FERRYMAN, "fund_months": months, "bridge_shifts": shifts}
    plans = ask(scorer, "plans_json", "2026-06-30", answers, by="2030-06-30")["plans"]
    scores = [ask(scorer, "score_json", **_parts(plan["request"])) for plan in plans]
    assert [plan["score"] for plan in plans] == [each["score"] for each in scores]
    assert all(each["outcome"] == "meets_standard" for each in scores)


def test_no_plan_is_missed_where_a_groups_cap_changes(scorer: Scorer) -> None:
    answers = {**FERRYMAN, "fund_months": 84, "bridge_shifts": 4}
    plans = ask(scorer, "plans_json", "2026-06-30", answers, by="2030-06-30")["plans"]
    assert [(plan["title"], plan["date"], plan["score"]) for plan in plans] == [
        ("等到 2027 年 7 月 1 日，什么都不用做", FIRST, 59.1),
    ]


def test_a_count_grows_where_nobody_is_asked_for_a_birth_date(scorer: Scorer) -> None:
    timeline = ask(scorer, "timeline_json", "2026-06-30", FERRYMAN, until="2027-06-30")
    assert timeline["first_date"] == "2026-10-01"
    assert timeline["assumptions"][:2] == [
        "其余照 2026 年 6 月 30 日的样子不变。",
        "已经在缴互助金的，每个月接着缴。",
    ]


def test_a_calendar_is_called_by_the_policy(scorer: Scorer) -> None:
    calendar = ask(scorer, "outlook_json", "2026-06-30", FERRYMAN)["calendar"]
    assert "X-WR-CALNAME:渡口镇安居积分，模拟\r\n" in calendar
    assert not OF_ANOTHER_TOWN.search(calendar)


OF_ANOTHER_TOWN = re.compile(
    "居住证|社保|上海|沪|随申办|周岁|人社|落户|职称|参照标准|夫妻|配偶|孩子|凡图|长行末尾|取其一|减去|扣分"
)
"""What only the shipped policy says, or only one with exclusive groups and deductions."""


def test_no_page_says_what_holds_of_another_policy_alone(pages: Mapping[str, str]) -> None:
    found = {
        (page, word)
        for page, html in pages.items()
        for word in OF_ANOTHER_TOWN.findall(_read(html))
    }
    assert found == set()


def test_no_heading_stands_above_nothing(pages: Mapping[str, str]) -> None:
    for page, html in pages.items():
        assert not re.search(r"<h2[^>]*>[^<]*</h2>\s*(<ul>\s*</ul>\s*)?<h2", html), page
    assert "减分指标" not in pages["score.html"]
    assert "官方网页" not in pages["sources.html"]


def test_a_changed_cap_of_a_group_is_among_what_an_edition_changed(
    pages: Mapping[str, str],
) -> None:
    said = "守桥与种柳：合计最多 25 分（第六条），改为合计最多 35 分（第六条）。"
    assert f"<p>{said}</p>" in pages["editions.html"]


def test_the_worksheet_says_what_an_indicator_needs_beside_its_rule(
    pages: Mapping[str, str],
) -> None:
    asked = pages["calculator.html"].split("<fieldset")
    trees, town = (
        next(part for part in asked if f'data-question="{code}"' in part)
        for code in ("trees", "lives_in_town")
    )
    assert (
        "10 棵起计分，最多 10 分；先要“您现在住在镇上吗？”答“是”；与“守桥”合计最多 25 分</li>"
        in trees
    )
    assert "<li>答“是”，才看“种柳”一项</li>" in town
    assert '<a href="site:indicators/willows.html">种柳</a>' in town


def test_what_a_group_comes_to_at_most_is_said_of_each_of_its_indicators(
    pages: Mapping[str, str],
) -> None:
    assert "与“种柳”合计最多 25 分（第六条）。</p>" in pages["indicators/bridge.html"]
    assert "每次 5 分，最多 20 分；与“种柳”合计最多 25 分" in pages["calculator.html"]
    assert "合计最多" not in pages["indicators/fund.html"]


def test_without_terms_there_is_no_page_of_them(pages: Mapping[str, str]) -> None:
    assert "glossary.html" not in pages
    assert not [page for page, html in pages.items() if "glossary.html" in html]


@pytest.mark.parametrize(
    "line",
    [
        "    stops: ",
        "    exclusive: ",
        "  may_be_vetoed: ",
        "  base_impossible: ",
    ],
)
def test_one_that_can_say_a_sentence_still_needs_it(tmp_path: Path, line: str) -> None:
    folder = shutil.copytree(SHIPPED_POLICY, tmp_path / "policy")
    file = folder / "policy.yaml"
    lines = file.read_text("utf-8").splitlines()
    file.write_text("\n".join(each for each in lines if not each.startswith(line)), "utf-8")
    messages = [each.message for each in check(folder)]
    assert messages == [f"the sentence {line.strip(' :')} is missing"]


def test_a_condition_on_another_answer_needs_a_case_that_does_not_meet_it(tmp_path: Path) -> None:
    folder = shutil.copytree(TOY_TALLY, tmp_path / "policy")
    file = folder / "editions" / "2026-03-01" / "cases" / "all.yaml"
    kept, _, _ = file.read_text("utf-8").partition("- case: 不住在镇上")
    file.write_text(kept, "utf-8")
    messages = [each.message for each in check(folder)]
    assert messages == ["no case shows willows without what it needs beside its rule"]


HIGHER = """\
edit editions/2026-03-01/indicators/bonus/bridge.yaml
-rule: {kind: per_count, question: bridge_shifts, points: 5, cap: 20}
+rule: {kind: per_count, question: bridge_shifts, points: 5, cap: 40}
edit editions/2026-03-01/cases/all.yaml
-- case: 守桥 4 次正好 20 分
-  answers: {bridge_shifts: 4}
-  expect: {awards: {bridge: 20}}
-- case: 守桥 7 次还是 20 分
-  answers: {bridge_shifts: 7}
-  expect: {awards: {bridge: 20}}
"""
SHIFTS = """\
edit editions/2026-03-01/cases/all.yaml
+- case: 守桥 {shifts} 次也只计 25 分
+  answers: {{bridge_shifts: {shifts}}}
+  expect: {{awards: {{bridge: 25}}}}
"""


@pytest.mark.parametrize(
    ("shifts", "missing"),
    [
        (7, ["no case holds cap 40: with 41 or 39 all would come out the same"]),
        (8, ["no case holds cap 40: with 41 all would come out the same"]),
        (9, []),
    ],
)
def test_a_cap_above_that_of_its_group_needs_a_case_above_it_and_none_that_would_tell(
    tmp_path: Path, shifts: int, missing: list[str]
) -> None:
    folder = shutil.copytree(TOY_TALLY, tmp_path / "policy")
    apply(HIGHER + SHIFTS.format(shifts=shifts), folder)
    messages = [each.message for each in check(folder)]
    assert [each for each in messages if "no case holds" in each] == missing


def _read(html: str) -> str:
    """Return what readers of a page may see: no scripts' words, nothing that stays hidden."""
    shown = re.sub(r"(?s)<(script|template)\b.*?</\1>", "", html)
    return re.sub(r"(?s)<(label|fieldset|div|p)\b[^>]* hidden[^>]*>.*?</\1>", "", shown)


def _parts(request: Mapping[str, Any]) -> dict[str, Any]:
    return {"on": request["on"], "answers": request["answers"]}


def test_the_list_of_changes_says_that_none_is_told_yet(pages: Mapping[str, str]) -> None:
    assert "还没有记下变化。" in pages["changes.html"]


def test_nothing_is_said_of_how_often_editions_follow_each_other(pages: Mapping[str, str]) -> None:
    assert "几年换一版" not in pages["editions.html"]


def test_no_sample_people_are_offered_where_there_are_none(pages: Mapping[str, str]) -> None:
    assert not (TOY_TALLY / "people.yaml").exists()
    assert "先看例子" not in pages["calculator.html"]
