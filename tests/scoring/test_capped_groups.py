"""Indicators that come to at most so many points together: checked, scored, explained, over time and in plans."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.checking.checking import check
from generator.loading import load as load_data
from generator.scorer import Scorer, load
from tests.diagnostics.patching import TOY_POLICY, apply

TIMELINE = (Path(__file__).parent / "added_kind" / "change.txt").read_text("utf-8")
WORDS = TIMELINE[TIMELINE.index("edit policy.yaml") :].replace(
    "+    membership: 入社满 {years} 年", "+    capped: 合计最多 {cap} 分"
)
CHANGE = """
edit editions/2022-01-01/edition.yaml
-indicators: [age, education, insured, wages, spouse, hill, shop, volunteer, fines, fraud]
+capped:
+  - members: [spouse, volunteer]
+    cap: 10
+    clause: 第十二条
+    sentence: “{title}”本可得 {would_be} 分，合计最多 {cap} 分，计 {points} 分。
+indicators: [age, education, insured, wages, spouse, hill, shop, volunteer, fines, fraud]
edit editions/2022-01-01/cases/rules.yaml
+
+- case: 配偶和志愿者合计最多 10 分
+  on: 2023-06-15
+  answers: {spouse_local: true, marriage_date: 2021-06-15, volunteer: true}
+  expect: {awards: {spouse: 8, volunteer: 2}}
"""


NOBODY = load_data(TOY_POLICY).people["nobody"].answers


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("capped") / "toy"
    shutil.copytree(TOY_POLICY, folder)
    apply(CHANGE + WORDS, folder)
    return folder


@pytest.fixture(scope="module")
def scorer(folder: Path) -> Scorer:
    return load(load_data(folder).scoring_text)


def asked(scorer: Scorer, method: str, answers: dict[str, Any], **more: object) -> Any:  # noqa: ANN401
    usual = {**NOBODY, "education": "master", "full_months": 5, "half_months": 5}
    request = {"policy": "toy-town", "on": "2023-06-15", "answers": {**usual, **answers}, **more}
    return json.loads(scorer.reply(method, json.dumps(request)).text)


def test_the_data_is_checked_like_any_other(folder: Path) -> None:
    assert check(folder) == ()


@pytest.mark.parametrize(
    ("married", "volunteer", "points"),
    [
        ("2023-01-15", True, (0, 6, 6)),
        ("2022-06-15", True, (4, 6, 10)),
        ("2021-06-15", True, (8, 2, 10)),
        ("2021-06-15", False, (8, 0, 8)),
        ("2021-06-15", None, (8, 0, 8)),
    ],
    ids=["below", "on", "above", "without the other", "the other open"],
)
def test_the_later_member_gives_way(
    scorer: Scorer, married: str, volunteer: bool | None, points: tuple[int, int, int]
) -> None:
    answers = {"spouse_local": True, "marriage_date": married, "volunteer": volunteer}
    verdict = asked(scorer, "score_json", answers)
    awards = {award["indicator"]: award for award in verdict["awards"]}
    assert tuple(awards[code]["points"] for code in ("spouse", "volunteer")) == points[:2]
    without = asked(scorer, "score_json", {"spouse_local": False, "volunteer": False})
    assert verdict["score_range"][0] - without["score_range"][0] == points[2]
    if volunteer is None:
        assert awards["volunteer"]["range"] == [0, 2]
        assert verdict["score_range"][1] - without["score_range"][1] == 10


def test_the_sentence_says_what_is_left(scorer: Scorer) -> None:
    answers = {"spouse_local": True, "marriage_date": "2021-06-15", "volunteer": True}
    verdict = asked(scorer, "score_json", answers)
    award = next(each for each in verdict["awards"] if each["indicator"] == "volunteer")
    assert award["sentence"] == "“志愿者”本可得 6 分，合计最多 10 分，计 2 分。"
    assert (award["status"], award["would_be"]) == ("awarded", 6)


def test_a_timeline_says_when_the_cap_takes_points(scorer: Scorer) -> None:
    answers = {"spouse_local": True, "marriage_date": "2021-12-15", "volunteer": True}
    events = asked(scorer, "timeline_json", answers, until="2024-06-15")["events"]
    changes = [
        (event["date"], change["points"], change["change"], change["because"])
        for event in events[1:]
        for change in event["changes"]
        if change["indicator"] == "volunteer"
    ]
    assert changes == [("2023-12-15", 2, -4, "合计最多 10 分")]


@pytest.mark.parametrize(("tax", "helps"), [(200, True), (199, False)], ids=["enough", "too few"])
def test_a_plan_counts_no_more_than_the_cap(scorer: Scorer, tax: int, *, helps: bool) -> None:
    answers = {
        "education": "college",
        "full_months": 0,
        "half_months": 0,
        "insured_months": 132,
        "tax": tax,
        "share": 100,
        "spouse_local": True,
        "marriage_date": "2021-06-15",
        "volunteer": False,
    }
    found = asked(scorer, "plans_json", answers, by="2023-06-15")
    plans = [plan for plan in found["plans"] if plan["changes"][0]["answer"] == "volunteer"]
    assert [plan["score"] for plan in plans if len(plan["changes"]) == 1] == [100] * helps
    for plan in plans:
        verdict = json.loads(scorer.score_json(json.dumps(plan["request"])))
        assert verdict["score_range"] == plan["range"]


@pytest.mark.parametrize(("tax", "more"), [(300, 12), (200, 48)])
def test_a_reverse_question_counts_no_more_than_the_cap(
    scorer: Scorer, tax: int, more: int
) -> None:
    """What is lacking beside 40 for education, 10 capped and the shop, at 3 points a year of insurance."""
    answers = {
        "education": "college",
        "full_months": 0,
        "half_months": 0,
        "insured_months": 12 * 6,
        "tax": tax,
        "share": 100,
        "spouse_local": True,
        "marriage_date": "2021-06-15",
        "volunteer": True,
    }
    needed = asked(scorer, "reverse_json", answers, by="2023-06-15")["insured_months"]
    assert needed["needs_more"] == more
