"""An indicator that needs another answer: checked, shown, scored, explained, over time and in plans."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.checking import check
from generator.loading import load as load_data
from generator.paging.editions import Requirement, current_of, scored_editions
from generator.paging.indicator_pages import IndicatorBody, indicator_pages
from generator.paging.worked_examples import WorkedExamples
from generator.scorer import Scorer, load
from tests.diagnostics.patching import TOY_POLICY, apply

CHANGE = """
edit questions.yaml
+  - question: school_unit
+    group: person
+    kind: yes_no
+    label: 单位是学校吗？
+    changeable: {when: now, effort: status, step: 换到学校}
edit editions/2022-01-01/indicators/bonus/volunteer.yaml
-sentences:
+only_if: {question: school_unit, is: true}
+sentences:
+  only_if: 单位不是学校，志愿者不积分。
edit editions/2022-01-01/cases/rules.yaml
+
+- case: 在学校做志愿者积 6 分
+  on: 2023-06-15
+  answers: {volunteer: true, school_unit: true}
+  expect: {awards: {volunteer: 6}}
+
+- case: 不在学校的志愿者不积分
+  on: 2023-06-15
+  answers: {volunteer: true, school_unit: false}
+  expect: {awards: {volunteer: 0}}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("only_if") / "toy"
    shutil.copytree(TOY_POLICY, folder)
    apply(CHANGE, folder)
    for file in (folder / "people.yaml", *folder.glob("editions/*/cases/*.yaml")):
        text = file.read_text("utf-8")
        for answer in ("false", "true"):
            said = f"\n    volunteer: {answer}\n"
            text = text.replace(said, f"{said}    school_unit: {answer}\n")
        text = text.replace("{volunteer: true}", "{volunteer: true, school_unit: true}")
        file.write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def scorer(folder: Path) -> Scorer:
    return load(load_data(folder).scoring_text)


def asked(scorer: Scorer, method: str, answers: dict[str, Any], **more: object) -> Any:  # noqa: ANN401
    usual = {
        **load_data(TOY_POLICY).people["nobody"].answers,
        "education": "college",
        "insured_months": 132,
        "tax": 300,
        "share": 100,
    }
    request = {"policy": "toy-town", "on": "2023-06-15", "answers": {**usual, **answers}, **more}
    return json.loads(scorer.reply(method, json.dumps(request)).text)


def award(verdict: Any) -> dict[str, Any]:  # noqa: ANN401
    found: dict[str, Any] = next(
        each for each in verdict["awards"] if each["indicator"] == "volunteer"
    )
    return found


def test_the_data_is_checked_like_any_other(folder: Path, tmp_path: Path) -> None:
    assert check(folder) == ()
    broken = tmp_path / "toy"
    shutil.copytree(folder, broken)
    file = broken / "editions/2022-01-01/indicators/bonus/volunteer.yaml"
    file.write_text(file.read_text("utf-8").replace("school_unit", "education"), "utf-8")
    assert any(found.place.source.name.endswith("volunteer.yaml") for found in check(broken))


@pytest.mark.parametrize(
    ("volunteer", "school", "ends", "missing"),
    [
        (True, True, [6, 6], None),
        (True, False, [0, 0], None),
        (False, True, [0, 0], None),
        (True, None, [0, 6], ["school_unit"]),
        (False, None, [0, 0], None),
        (None, None, [0, 6], ["volunteer", "school_unit"]),
        (None, False, [0, 0], None),
        (None, True, [0, 6], ["volunteer"]),
    ],
)
def test_it_counts_only_with_that_answer(
    scorer: Scorer,
    volunteer: bool | None,
    school: bool | None,
    ends: list[int],
    missing: list[str] | None,
) -> None:
    verdict = asked(scorer, "score_json", {"volunteer": volunteer, "school_unit": school})
    assert award(verdict)["range"] == ends
    assert award(verdict).get("missing") == missing


def test_it_says_why_it_gives_nothing(scorer: Scorer) -> None:
    verdict = asked(scorer, "score_json", {"volunteer": True, "school_unit": False})
    assert award(verdict)["sentence"] == "单位不是学校，志愿者不积分。"
    assert award(verdict)["facts"] == {"school_unit": False}


def test_a_plan_proposes_the_answer_that_is_wanting(scorer: Scorer) -> None:
    lacking = {"volunteer": True, "school_unit": False, "insured_months": 12 * 8, "tax": 300}
    found = asked(scorer, "plans_json", lacking, by="2023-06-15")
    changes = [[each["answer"] for each in plan["changes"]] for plan in found["plans"]]
    assert ["school_unit"] in changes
    for plan in found["plans"]:
        verdict = json.loads(scorer.score_json(json.dumps(plan["request"])))
        assert verdict["score_range"] == plan["range"]


def test_a_timeline_goes_on_with_it(scorer: Scorer) -> None:
    answers = {"volunteer": True, "school_unit": False}
    timeline = asked(scorer, "timeline_json", answers, until="2025-06-15")
    assert "volunteer" not in {
        change["indicator"]
        for event in timeline["events"]
        for change in event["changes"]
        if change["points"]
    }


def test_its_page_names_the_question(folder: Path) -> None:
    policy = load_data(folder)
    editions = scored_editions(policy)
    scorer = load(policy.scoring_text)
    current = current_of(policy, editions)
    examples = WorkedExamples(policy.cases, editions, scorer.score_json, current.text.code)
    pages = indicator_pages(policy, current, editions, examples)
    bodies = [page.body for page in pages if isinstance(page.body, IndicatorBody)]
    body = next(each for each in bodies if each.indicator.code == "volunteer")
    needed = Requirement(code="school_unit", label="单位是学校吗？", wanted=True)
    assert body.indicator.only_if == needed
