"""Mistakes in the guide and the facts of the real policy are found where they stand."""

import shutil
from pathlib import Path

import pytest

from generator.checking.compared import check_compared
from generator.checking.guide import check_guide
from generator.checking.running import runnable
from generator.checking.texts import check_texts
from generator.checking.view import view_of
from generator.diagnostics import Diagnostic
from generator.loading import read_policy_folder
from tests.shipped import SHIPPED_POLICY

CLAIMS, FAQ, PAPERS = "guide/claims.yaml", "guide/faq.yaml", "guide/papers.yaml"
COMPARISON, FORM, FACTS = "guide/comparison.yaml", "guide/self_assessment.yaml", "facts.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "policy"
    shutil.copytree(SHIPPED_POLICY, copy)
    return copy


def found(folder: Path) -> list[Diagnostic]:
    read = read_policy_folder(folder, "p")
    view = view_of(read)
    mistakes = [*read.diagnostics, *check_guide(view), *check_texts(view)]
    run = runnable(view, mistakes)
    return mistakes + (list(check_compared(run, view)) if run and not mistakes else [])


def test_the_guide_has_no_mistakes(folder: Path) -> None:
    assert found(folder) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (CLAIMS, "cases: [拘留一次", "cases: [居留一次", "there is no case"),
        (CLAIMS, "indicators: [age]", "indicators: [aeg]", 'no indicator "aeg"'),
        (
            CLAIMS,
            "group: common\n    says: 违反",
            "group: commom\n    says: 违反",
            'no group "commom"',
        ),
        (CLAIMS, "claim: add_spouses", "claim: four_years", 'claim "four_years" is given twice'),
        (CLAIMS, "verdict: right", "verdict: true", "verdict can't be"),
        (CLAIMS, 'figure("age.rule.bands.1.points")', 'figure("age.rule.cop")', "leads nowhere"),
        (CLAIMS, "document: practice-collected", "document: practise", 'no document "practise"'),
        (
            FAQ,
            "questions: [spouse_local,",
            "questions: [spouse_lokal,",
            'no question "spouse_lokal"',
        ),
        (FAQ, 'fact("decision_days")', 'fact("decision_day")', 'no fact "decision_day"'),
        (FAQ, 'level_at("base_months_1", "2026-06")', 'level_at("base_months_1")', "two arguments"),
        (
            PAPERS,
            "question: education, is_not: none",
            "question: education, is: non",
            'answer "non"',
        ),
        (PAPERS, "question: award, is_not: none", "question: award, at_least: 1", "a number"),
        (PAPERS, "from: spouse", "from: spuose", "from can't be"),
        (COMPARISON, "2015-07-01: {says: 须为政府", "2015-07-02: {says: 须为政府", "2015-07-02"),
        (COMPARISON, "remote_area: lingang", "remote_area: linggang", "the engine refuses"),
        (COMPARISON, "person: triple_base", "person: tripel_base", 'no person "tripel_base"'),
        (FORM, "indicators: [spouse]", "indicators: [spose]", 'no indicator "spose"'),
        (FACTS, "fact: account_days", "fact: account_day", "account_day"),
    ],
)
def test_a_slip_is_found(folder: Path, file: str, old: str, new: str, message: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    mistakes = found(folder)
    assert any(message in str(mistake.message) for mistake in mistakes), mistakes
    assert any(mistake.place.source.name == f"p/{file}" for mistake in mistakes)


def test_a_missing_file_of_the_guide_is_named(folder: Path) -> None:
    (folder / FAQ).unlink()
    assert any("faq.yaml is missing" in mistake.message for mistake in found(folder))


def test_a_policy_without_a_guide_is_sound(folder: Path) -> None:
    shutil.rmtree(folder / "guide")
    assert not [mistake for mistake in found(folder) if "guide" in mistake.place.source.name]
