"""A folder of several policies on the command line: each request is answered by the policy that it names."""

import json
from pathlib import Path

import pytest

from generator.cli import main
from tests.cli.running import generator, request
from tests.policies import policies


@pytest.fixture
def towns(tmp_path: Path) -> list[str]:
    """The arguments that name two policies, neither of them at the root."""
    return ["--policy-data", str(policies(tmp_path, "hill-town", "lake-town"))]


def test_requests_are_answered_by_the_policy_that_they_name(towns: list[str]) -> None:
    asked = [{**request(volunteer=True), "policy": code} for code in ("lake-town", "hill-town")]
    lines = "\n".join(json.dumps(each) for each in asked).encode()
    done = generator("score", "-", "--lines", *towns, given=lines)
    verdicts = [json.loads(line) for line in done.stdout.splitlines()]
    assert [verdict["policy"] for verdict in verdicts] == ["lake-town", "hill-town"]
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("lake-tow", "最接近的是“lake-town”，可选：hill-town、lake-town"),
        (3, "可选：hill-town、lake-town"),
    ],
)
def test_a_request_of_a_policy_that_is_not_there_is_told_which_are(
    towns: list[str], named: object, message: str
) -> None:
    asked = json.dumps({**request(), "policy": named}).encode()
    done = generator("timeline", "-", *towns, given=asked)
    error = json.loads(done.stdout)["error"]
    assert (done.returncode, error["path"]) == (1, "policy")
    assert message in error["message"]


def test_with_one_policy_asked_for_requests_of_others_are_refused(towns: list[str]) -> None:
    asked = json.dumps({**request(), "policy": "hill-town"}).encode()
    done = generator("score", "-", "--policy", "lake-town", *towns, given=asked)
    assert json.loads(done.stdout)["error"]["path"] == "policy"
    assert generator("score", "-", "--policy", "hill-town", *towns, given=asked).returncode == 0


def test_what_is_no_request_is_refused_as_ever(towns: list[str]) -> None:
    done = generator("score", "-", "--lines", *towns, given=b'{\n[]\n{"on": "2023-01-01"}\n')
    refused = [json.loads(line)["error"]["path"] for line in done.stdout.splitlines()]
    assert (done.returncode, refused) == (1, ["", "", "policy"])


def test_all_policies_are_checked(
    tmp_path: Path, towns: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for code in ("hill-town", "lake-town"):
        (tmp_path / code / "readings.yaml").unlink()
    assert main(["check", *towns]) == 1
    shown = capsys.readouterr().out
    assert f"{tmp_path}/hill-town/readings.yaml:1:1: error P101" in shown
    assert f"{tmp_path}/lake-town/readings.yaml:1:1: error P101" in shown
    assert main(["check", "--policy", "lake-town", *towns]) == 1
    assert "hill-town" not in capsys.readouterr().out


def test_a_command_about_one_policy_asks_which(
    towns: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    new = ["edition", "new", "2026-01-01", "--based-on", "2022-01-01"]
    assert main([*new, *towns]) == 1
    told = "say which policy: --policy is one of hill-town, lake-town"
    assert told in capsys.readouterr().err
    assert main([*new, *towns, "--policy", "sea-town"]) == 1
    assert "there is no policy sea-town" in capsys.readouterr().err


def test_without_a_word_it_is_about_the_one_at_the_root(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = policies(tmp_path, "hill-town", "lake-town", at_root="lake-town")
    assert main(["bless", "--policy-data", str(folder)]) == 0
    assert "every case comes true" in capsys.readouterr().out


def test_two_policies_must_not_have_one_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = policies(tmp_path, "hill-town", "lake-town")
    file = folder / "lake-town" / "policy.yaml"
    file.write_text(file.read_text("utf-8").replace("lake-town", "hill-town", 1), "utf-8")
    assert main(["check", "--policy-data", str(folder)]) == 1
    assert "P304: two policies are called hill-town" in capsys.readouterr().out


def test_two_policies_must_not_both_be_at_the_root(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = policies(tmp_path, "hill-town", "lake-town", at_root="hill-town")
    with (folder / "lake-town" / "policy.yaml").open("a", encoding="utf-8") as file:
        file.write("at_root: true\n")
    assert main(["check", "--policy-data", str(folder)]) == 1
    assert "P321: only one policy can be at_root" in capsys.readouterr().out
