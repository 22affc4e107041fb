"""A rule kind is one module and one component: added to a copy of the project, it goes all the way."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator import paths
from tests.diagnostics.patching import TOY_POLICY, apply

ADDED = Path(__file__).parent / "added_kind"
KINDS = "generator/scoring/rules/kinds.py"
MODULE = "generator/scoring/rules/membership.py"


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """The finished command in the copy, which is what Python finds first."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the kind's module, its line in the closed list, and its component."""
    folder = tmp_path_factory.mktemp("project")
    without_bytecode = shutil.ignore_patterns("__pycache__")
    shutil.copytree(paths.PACKAGE, folder / "generator", ignore=without_bytecode)
    shutil.copytree(paths.SITE_TEMPLATES, folder / "site_templates")
    (folder / "node_modules").symlink_to(paths.NODE_MODULES)
    shutil.copy(ADDED / "membership.py", folder / MODULE)
    shutil.copytree(ADDED / "rule_membership", folder / "site_templates/components/rule_membership")
    kinds = (folder / KINDS).read_text("utf-8")
    kinds = kinds.replace(
        "from generator.scoring.rules.months_in_window",
        "from generator.scoring.rules.membership import MembershipRule\n"
        "from generator.scoring.rules.months_in_window",
    )
    kinds = re.sub(r"(    VetoRule,\n)", r"    MembershipRule,\n\1", kinds)
    (folder / KINDS).write_text(kinds, "utf-8")
    shutil.copytree(TOY_POLICY, folder / "toy")
    shutil.copytree(ADDED / "policy", folder / "toy", dirs_exist_ok=True)
    apply((ADDED / "change.txt").read_text("utf-8"), folder / "toy")
    return folder


@pytest.fixture(scope="module")
def said(copy: Path) -> dict[str, Any]:
    done = _run(copy, str(ADDED / "say.py"), "toy")
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_its_data_is_checked_like_any_other(copy: Path) -> None:
    fine = _run(copy, "-m", "generator", "check", "--policy-data", "toy")
    assert fine.returncode == 0, fine.stdout + fine.stderr


def test_a_mistake_in_its_data_is_named_at_its_place(copy: Path, tmp_path: Path) -> None:
    broken = tmp_path / "toy"
    shutil.copytree(copy / "toy", broken)
    file = broken / "editions/2022-01-01/indicators/bonus/club.yaml"
    file.write_text(file.read_text("utf-8").replace("since: joined", "since: club_member"), "utf-8")
    found = _run(copy, "-m", "generator", "check", "--policy-data", str(broken))
    assert "club.yaml:8:10: error P317" in found.stderr + found.stdout


def test_its_component_says_it_on_pages(said: dict[str, Any]) -> None:
    table, rate, summary = said["page"].split("|")
    assert "满3年" in table
    assert rate.strip() == "选“是”且满3年：10分"
    assert summary.strip() == "10分"


def test_it_scores(said: dict[str, Any]) -> None:
    awards = {award["indicator"]: award for award in said["score"]["awards"]}
    assert awards["club"]["points"] == 10
    assert awards["club"]["sentence"] == "您入社满 3 年，积 10 分。"


def test_a_timeline_knows_the_day_on_which_it_changes_and_why(said: dict[str, Any]) -> None:
    changes = {
        (event["date"], change["points"], change["because"])
        for event in said["timeline"]["events"]
        for change in event["changes"]
        if change["indicator"] == "club"
    }
    assert ("2024-01-01", 10, "入社满 3 年") in changes


def test_a_plan_proposes_its_answer(said: dict[str, Any]) -> None:
    plans = said["plans"]["plans"]
    assert ["club_member"] in [[change["answer"] for change in plan["changes"]] for plan in plans]


@pytest.mark.slow
def test_mypy_refuses_a_kind_that_forgets_a_member(copy: Path, tmp_path: Path) -> None:
    shutil.copytree(copy / "generator", tmp_path / "generator")
    module = tmp_path / MODULE
    text = module.read_text("utf-8")
    start = text.index("    def days_of_change")
    end = text.index("    def cause")
    module.write_text(text[:start] + text[end:], "utf-8")
    found = _run(
        tmp_path,
        *("-m", "mypy", "--strict", "--namespace-packages", "--explicit-package-bases"),
        *("--cache-dir", str(tmp_path / "cache"), KINDS),
    )
    assert found.returncode == 1
    assert 'incompatible type "type[MembershipRule]"; expected "type[Rule]"' in found.stdout
