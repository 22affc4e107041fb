"""An edition whose law names no last day: it holds until another one follows, and pages and answers say so."""

import json
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from generator.checking import check, load_checked
from generator.diagnostics import Code
from generator.loading import load
from generator.loading.model import PolicyText
from generator.scorer import Scorer
from tests.checking.changing_over import texts_of, words
from tests.diagnostics.patching import TOY_POLICY, apply, changed_policy

WITHOUT_END = """\
edit editions/2022-01-01/edition.yaml
-in_force: {from: 2022-01-01, to: 2025-12-31}
+in_force: {from: 2022-01-01}
edit pages/steps.md
-办法施行到 {{ edition.in_force.to }}，那时的基准是 {{ reference_level("2022-06") }} 元。
+{{ edition.in_force.says }}，那时的基准是 {{ reference_level("2022-06") }} 元。
"""
DOCUMENT = """\
edit sources.yaml
-  in_force: {from: 2022-01-01, to: 2025-12-31}
+  in_force: {from: 2022-01-01}
"""
FOLLOWING = Path(__file__).parent / "announced_edition"
FOLLOWS_WITHOUT_END = """\
edit editions/2026-01-01/edition.yaml
-in_force: {from: 2026-01-01, to: 2029-12-31}
+in_force: {from: 2026-01-01}
edit sources.yaml
-  in_force: {from: 2026-01-01, to: 2029-12-31}
+  in_force: {from: 2026-01-01}
"""
READ = ("index.html", "score.html", "editions.html", "steps.html", "editions/2022-01-01/score.html")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(copytree(TOY_POLICY, tmp_path_factory.mktemp("endless") / "toy"))
    apply(WITHOUT_END + DOCUMENT, folder)
    return folder


@pytest.fixture(scope="module")
def policy(folder: Path) -> PolicyText:
    return load_checked(folder)


@pytest.fixture(scope="module")
def scorer(policy: PolicyText) -> Scorer:
    return Scorer(policy.scoring)


def asked(policy: PolicyText, on: str, **more: object) -> str:
    answers = dict(policy.people["nobody"].answers)
    return json.dumps({"policy": policy.code, "on": on, "answers": answers, **more})


def test_it_scores_on_any_later_day(policy: PolicyText, scorer: Scorer) -> None:
    verdict = json.loads(scorer.score_json(asked(policy, "2126-01-01")))
    assert verdict["edition"] == "2022-01-01"
    refusal = json.loads(scorer.score_json(asked(policy, "2019-01-01")))["error"]["message"]
    assert "2022-01-01 起" in refusal


def test_looking_ahead_no_day_lies_beyond_it(policy: PolicyText, scorer: Scorer) -> None:
    timeline = json.loads(scorer.timeline_json(asked(policy, "2025-06-30", until="2060-06-30")))
    assert "beyond_edition_from" not in timeline
    plans = json.loads(scorer.plans_json(asked(policy, "2025-06-30")))
    assert plans["until"] == "2065-06-30"
    assert "beyond_edition_from" not in plans


def test_one_can_look_ahead_from_every_day_that_can_be_asked_about(
    policy: PolicyText, scorer: Scorer
) -> None:
    assert "error" not in json.loads(scorer.plans_json(asked(policy, "9900-12-31")))
    later = asked(policy, "9900-12-31", until="9940-12-31")
    assert "error" not in json.loads(scorer.timeline_json(later))
    refusal = json.loads(scorer.reply("plans_json", asked(policy, "9901-01-01")).text)["error"]
    assert refusal["path"] == "on"


def test_pages_name_no_last_day_and_warn_of_none(policy: PolicyText) -> None:
    pages = texts_of(policy, READ)
    assert set(pages) == set(READ)
    for html in pages.values():
        assert "没有定终止的日子" in words(html)
        assert "9999" not in html
        assert "到期" not in words(html)
    assert "2022 年 1 月 1 日起申请的" in words(pages["editions/2022-01-01/score.html"])
    assert "这份办法没有写终止的日子，那时" in words(pages["steps.html"])


def test_an_edition_that_follows_asks_for_an_end(folder: Path, tmp_path: Path) -> None:
    copy = Path(copytree(folder, tmp_path / "toy"))
    copytree(copy / "editions/2022-01-01", copy / "editions/2026-01-01")
    apply(
        "edit editions/2026-01-01/edition.yaml\n"
        "-edition: 2022-01-01\n+edition: 2026-01-01\n"
        "-in_force: {from: 2022-01-01}\n+in_force: {from: 2026-01-01}\n",
        copy,
    )
    (found,) = [each for each in check(copy, shown="toy") if each.code is Code.EDITIONS_OVERLAP]
    assert found.notes[0].text == "2022-01-01 begins here and has no last day"


CASE = """\
edit editions/2022-01-01/cases/rules.yaml
+
+- case: 最后一天还是 12 分
+  day: last
+  answers: {birth_date: -40y+1d}
+  expect: {awards: {age: 12}}
"""


def test_no_case_asks_on_the_last_day_that_it_has_not(folder: Path, tmp_path: Path) -> None:
    copy = Path(copytree(folder, tmp_path / "toy"))
    apply(CASE, copy)
    (found,) = check(copy, shown="toy")
    assert found.code is Code.WRONG_EDITION
    assert found.message == "the edition 2022-01-01 has no last day"


def test_one_that_follows_does_not_take_over_cases_of_a_last_day(tmp_path: Path) -> None:
    folder = changed_policy(FOLLOWING, tmp_path)
    apply(CASE, folder)
    asked_in = [case.edition for case in load(folder).cases if case.name == "最后一天还是 12 分"]
    assert asked_in == ["2022-01-01", "2026-01-01"]
    apply(FOLLOWS_WITHOUT_END, folder)
    asked_in = [case.edition for case in load(folder).cases if case.name == "最后一天还是 12 分"]
    assert asked_in == ["2022-01-01"]


def test_its_document_must_name_none_either(tmp_path: Path) -> None:
    folder = Path(copytree(TOY_POLICY, tmp_path / "toy"))
    apply(WITHOUT_END, folder)
    (found,) = [each for each in check(folder, shown="toy") if each.code is Code.DISAGREES]
    assert found.message == "the edition is in force to no day, its document to 2025-12-31"


def test_no_warning_comes_of_its_end(folder: Path) -> None:
    found = check(folder, shown="toy", on=date(2090, 1, 1))
    assert "the edition" not in " ".join(each.message for each in found)
