"""A policy without points: what its check says, and that it answers of each condition and never of the whole."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.checking.checklist import check_checklist
from generator.loading.checklist import checklist, read_checklist
from generator.scorer import METHODS, Scorer
from generator.scorer import load as load_scorer
from tests.policies import TOY_CHECKLIST


@pytest.fixture
def scorer() -> Scorer:
    return load_scorer(checklist(read_checklist(TOY_CHECKLIST, "toy")).scoring_text)


def ask(scorer: Scorer, method: str = "score_json", **answers: object) -> dict[str, Any]:
    request = {"policy": "toy-guild", "on": "2023-06-15", "answers": answers}
    answer: dict[str, Any] = json.loads(scorer.answer(method, json.dumps(request)))
    return answer


def test_the_toy_has_no_mistakes() -> None:
    assert check_checklist(TOY_CHECKLIST, "toy") == ()


def test_each_condition_is_answered_for_and_nothing_is_said_of_the_whole(scorer: Scorer) -> None:
    verdict = ask(scorer, member_months=12, rank="master", debts=True)
    stands = {each["condition"]: each["status"] for each in verdict["conditions"]}
    assert stands == {"apprentice": "met", "rank": "met", "no_debts": "not_met", "fee": "unknown"}
    assert verdict["outcome"] == "not_scored"
    assert verdict["sentence"] == "这里不下结论。"
    of_points = ("edition", "standard_score", "score", "score_range", "distance", "open")
    assert {verdict[key] for key in (*of_points, "can_apply")} == {None}
    assert verdict["awards"] == []


@pytest.mark.parametrize("method", sorted(METHODS.keys() - {"score_json", "paste_json"}))
def test_what_only_points_can_answer_is_refused(method: str, scorer: Scorer) -> None:
    assert ask(scorer, method)["error"]["path"] == "policy"


def test_answers_are_read_as_ever(scorer: Scorer) -> None:
    assert ask(scorer, rank="mater")["error"]["path"] == "answers.rank"


@pytest.mark.parametrize(
    ("file", "slip", "code", "message"),
    [
        ("policy.yaml", ("guild-2021", "guild-2022"), "P305", 'no document "guild-2022"'),
        ("conditions.yaml", ("group: more", "group: mor"), "P305", 'no condition group "mor"'),
        ("conditions.yaml", ("question: debts", "question: debt"), "P305", 'no question "debt"'),
        ("conditions.yaml", ("question: debts", "question: rank"), "P317", "of the kind choice"),
        ("conditions.yaml", ("[mate, master]", "[mat]"), "P305", 'rank has no choice "mat"'),
        ("conditions.yaml", ("met: 不欠。, ", ""), "P315", "the sentence met is missing"),
        (
            "conditions.yaml",
            ("{unknown: 去问。}", "{met: 是。, unknown: 去问。}"),
            "P316",
            "never says",
        ),
        ("conditions.yaml", ("months: 12}", "months: 13}"), "P402", "expected to be met"),
        ("cases.yaml", ("rank: none", "rank: nobody"), "P401", "answers.rank"),
        ("cases.yaml", (", fee: unknown", ""), "P403", "no case expects fee to be unknown"),
        ("conditions.yaml", ("says: 累计。", "say: 累计。"), "P201", "say"),
    ],
)
def test_each_slip_is_said(
    tmp_path: Path, file: str, slip: tuple[str, str], code: str, message: str
) -> None:
    folder = shutil.copytree(TOY_CHECKLIST, tmp_path / "toy")
    text = (folder / file).read_text("utf-8")
    assert slip[0] in text
    (folder / file).write_text(text.replace(*slip, 1), "utf-8")
    found = check_checklist(folder, "toy")
    assert any(each.code.id == code and message in each.message for each in found), found
