"""Expectations are rewritten where they stand, and never without being told to."""

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.diagnostics.patching import TOY_POLICY

RULES = "editions/2022-01-01/cases/rules.yaml"
AGE = "editions/2022-01-01/indicators/base/age.yaml"
SENTENCE = "38 周岁封顶 14 分"


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """The toy policy with a lower cap of the points for age, and a comment among its cases."""
    folder = shutil.copytree(TOY_POLICY, tmp_path / "toy")
    file = folder / AGE
    file.write_text(file.read_text("utf-8").replace("cap: 14", "cap: 13"), encoding="utf-8")
    cases = folder / RULES
    cases.write_text(f"# said by hand\n{cases.read_text('utf-8')}", encoding="utf-8")
    return folder


def test_without_being_told_nothing_is_written(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (policy / RULES).read_text("utf-8")
    assert main(["bless", "--policy-data", str(policy)]) == 1
    told = capsys.readouterr().out
    assert f"“{SENTENCE}”\n  score: 14 → 13\n  its sentence says 14: read it\n" in told.replace(
        "  awards.age: 14 → 13\n  its sentence says 14: read it\n", ""
    )
    assert "nothing is written" in told
    assert (policy / RULES).read_text("utf-8") == before


def test_a_named_case_is_rewritten_alone_and_comments_stay(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (policy / RULES).read_text("utf-8")
    assert main(["bless", SENTENCE, "--policy-data", str(policy)]) == 0
    assert "1 of 1 cases rewritten" in capsys.readouterr().out
    old, new = "expect: {score: 14, awards: {age: 14}}", "expect: {score: 13, awards: {age: 13}}"
    assert (policy / RULES).read_text("utf-8") == before.replace(old, new, 1)


def test_all_of_them_with_yes_and_then_there_is_nothing_left(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["bless", "--yes", "--policy-data", str(policy)])
    capsys.readouterr()
    assert main(["bless", "--policy-data", str(policy)]) == 0
    assert capsys.readouterr().out == "every case comes true: nothing to rewrite\n"


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_leaves_the_cases_as_they_were_and_is_told_in_a_line(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (policy / RULES).read_text("utf-8")
    assert main(["bless", "--yes", "--policy-data", str(policy)]) == 1
    told = capsys.readouterr().err
    assert told == f"generator bless: can't write {policy / RULES}: No space left on device\n"
    assert (policy / RULES).read_text("utf-8") == before
    assert not list(policy.rglob("*.yaml.*"))


def test_a_case_that_comes_true_has_nothing_to_bless(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bless", "40 周岁生日当天积 5 分", "--policy-data", str(policy)]) == 1
    assert "no case that fails is named" in capsys.readouterr().err
