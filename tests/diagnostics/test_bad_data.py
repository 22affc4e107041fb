"""Each kind of mistake, made once in the toy policy or in the templates, gives just the text that its fixture expects.

``UPDATE_EXPECTED=1`` writes the texts anew: read the difference before you commit it.
"""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator import paths
from generator.checking import check
from generator.diagnostics import Code, render_all
from generator.rehearsal.rehearsing import check_and_rehearse
from generator.standing import BuildOptions
from tests.diagnostics.patching import TEMPLATES, TOY_GUIDE, TOY_POLICY, changed_policy

BAD = Path(__file__).parent / "bad"
FIXTURES = sorted(BAD.iterdir())


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_broken_data_gets_exactly_the_expected_messages(fixture: Path, tmp_path: Path) -> None:
    on = fixture / "on.txt"
    day = date.fromisoformat(on.read_text("utf-8").strip()) if on.exists() else None
    policy, templates = changed_policy(fixture, tmp_path), tmp_path / TEMPLATES
    options = BuildOptions(
        policy_data=policy,
        shown="toy",
        templates=templates if templates.exists() else paths.SITE_TEMPLATES,
        cache=paths.CACHE,
    )
    found = check_and_rehearse(options, day)
    text = render_all(found)
    expected = fixture / "expected.txt"
    if os.environ.get("UPDATE_EXPECTED"):
        expected.write_text(text, "utf-8")
    assert text == expected.read_text("utf-8")
    if fixture.name.startswith("P"):
        assert {each.code.id for each in found} == {fixture.name[:4]}


def test_the_toy_policy_itself_has_no_mistakes() -> None:
    assert render_all(check(TOY_POLICY)) == ""


def test_the_toy_policy_with_a_guide_has_no_mistakes(tmp_path: Path) -> None:
    policy = shutil.copytree(TOY_POLICY, tmp_path / "toy")
    shutil.copytree(TOY_GUIDE, policy / "guide")
    assert render_all(check(policy)) == ""


def test_an_indicator_that_needs_no_paper_is_not_asked_for_one_and_no_figure_changes(
    tmp_path: Path,
) -> None:
    policy = shutil.copytree(TOY_POLICY, tmp_path / "toy")
    shutil.copytree(TOY_GUIDE, policy / "guide")
    papers = policy / "guide" / "papers.yaml"
    papers.write_text(papers.read_text("utf-8").replace("hill, ", ""), "utf-8")
    (hill,) = policy.rglob("hill.yaml")
    hill.write_text(hill.read_text("utf-8") + "needs_paper: false\n", "utf-8")
    assert render_all(check(policy)) == ""


def test_every_kind_of_mistake_has_a_fixture() -> None:
    proven = {fixture.name[:4] for fixture in FIXTURES}
    assert {code.id for code in Code} - proven == set()


def test_ids_are_unique_and_rise() -> None:
    ids = [code.id for code in Code]
    assert ids == sorted(set(ids))
