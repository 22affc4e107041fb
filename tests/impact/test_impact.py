"""What a change of the data does, on the toy policy with a figure changed."""

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.cli import main
from generator.impact.asking import Answering, everyone
from generator.impact.drawing import drawn_people
from generator.loading import load
from generator.scorer import Scorer
from tests.checking.test_announced_edition import WRITTEN
from tests.checking.test_based_on import DOCUMENT, EDITION
from tests.diagnostics.patching import TOY_GUIDE, TOY_POLICY, changed_policy

AGE = "editions/2022-01-01/indicators/base/age.yaml"

type Change = Callable[[str], str]


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    """The toy policy with a guide, and the same with a lower cap of the points for age."""
    old = shutil.copytree(TOY_POLICY, tmp_path / "old")
    shutil.copytree(TOY_GUIDE, old / "guide")
    new = shutil.copytree(old, tmp_path / "new")
    file = new / AGE
    file.write_text(file.read_text("utf-8").replace("cap: 14", "cap: 13"), encoding="utf-8")
    return old, new


def test_nothing_moves_between_the_same(
    sides: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["impact", str(sides[0]), str(sides[0]), "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["asked"]["drawn"] == 2000
    assert (document["moved"], document["pages"]) == ([], [])


def test_who_moves_and_what_pages_say_is_told(
    sides: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = map(str, sides)
    assert main(["impact", old, new, "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    case = next(each for each in document["moved"] if each["name"] == "38 周岁封顶 14 分")
    assert case["changes"]["score"] == ["14", "13"]
    assert any(each["kind"] == "drawn" for each in document["moved"])
    age = next(each for each in document["pages"] if each["address"] == "indicators/age.html")
    assert any("封顶 14 分" in line for line in age["removed"])
    assert any("封顶 13 分" in line for line in age["added"])
    main(["impact", old, new, "--format", "markdown"])
    told = capsys.readouterr().out
    assert "| 38 周岁封顶 14 分 | 2023-06-15 | score | 14 | 13 |" in told
    assert "<details>" in told


def test_an_announced_edition_is_told_by_who_moves_on_its_first_day(
    sides: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = sides[0], shutil.copytree(sides[0], sides[0].parent / "announced")
    sources = new / "sources.yaml"
    sources.write_text(sources.read_text("utf-8") + DOCUMENT, encoding="utf-8")
    edition = new / "editions" / "2026-01-01" / "edition.yaml"
    edition.parent.mkdir()
    figures = "figures: [{figure: volunteer.rule.points, now: 30}]\n"
    edition.write_text(EDITION + figures, encoding="utf-8")
    assert main(["impact", str(old), str(new), "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert not [each for each in document["moved"] if "outcome" in each["changes"]]
    assert document["alone"]["drawn"] > 500
    (turn,) = document["turns"]
    assert turn["on"] == "2026-01-01"
    volunteers = {each["name"] for each in turn["moved"] if each["answers"]["volunteer"]}
    assert len(volunteers) > 50
    main(["impact", str(old), str(new)])
    told = capsys.readouterr().out
    assert "from 2026-01-01 on, 2026 年版: " in told
    assert "Who moves on 2026-01-01:" in told


def test_nobody_moves_because_one_side_alone_asks_what_they_have_nothing_of(tmp_path: Path) -> None:
    new = changed_policy(WRITTEN, tmp_path)
    for file, was, now in (
        ("editions/2026-01-01/edition.yaml", "added:", "removed: [volunteer]\nadded:"),
        ("questions.yaml", "question: volunteer\n", "question: volunteer\n    nothing: false\n"),
    ):
        text = (new / file).read_text("utf-8")
        (new / file).write_text(text.replace(was, now), "utf-8")
    old = shutil.copytree(new, tmp_path / "old")
    shutil.rmtree(old / "editions" / "2026-01-01")
    edition = old / "editions" / "2022-01-01" / "edition.yaml"
    edition.write_text(edition.read_text("utf-8").replace("to: 2025-", "to: 2029-"), "utf-8")
    sides = load(old), load(new)
    before, after = (Answering(side) for side in sides)
    asked = [each for each in everyone(*sides, date(2026, 1, 1)) if each.on >= date(2026, 1, 1)]
    (donor,) = [each for each in asked if each.name == "献血三次"]
    said = before.answered(donor, after), after.answered(donor, before)
    assert [each.score for each in said] == ["0", "15"]
    assert before.answered(donor).score == "0 to 6"


def test_a_side_may_be_a_commit(
    sides: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", "-C", str(repository), *who, *arguments], check=True)

    repository = tmp_path / "repository"
    policy = shutil.copytree(sides[0], repository / "policy_data" / "toy")
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "first")
    shutil.copy(sides[1] / AGE, policy / AGE)
    at = ["--policy-data", str(policy)]
    assert main(["impact", "HEAD", str(repository), *at]) == 0
    assert "cases: 0 of" not in capsys.readouterr().out
    assert main(["impact", "nowhere", str(repository), *at]) == 1
    assert "nowhere is neither a folder nor a commit" in capsys.readouterr().err


def test_drawn_people_are_the_same_at_every_run_and_the_engine_takes_them() -> None:
    policy = load(TOY_POLICY)
    first = policy.scoring.editions[-1].first
    drawn = list(drawn_people(policy, first, 200))
    assert drawn == list(drawn_people(policy, first, 200))
    scorer = Scorer(policy.scoring)
    for _, on, answers in drawn:
        request = {"policy": policy.code, "on": on.isoformat(), "answers": answers}
        assert "error" not in json.loads(scorer.score_json(json.dumps(request))), request
    assert len({str(answers["education"]) for _, _, answers in drawn}) > 1
