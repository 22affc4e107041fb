"""The command line of ``generator``: what each command says and its exit codes."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from generator import cli
from generator.cli import main
from generator.commands import check as check_command
from generator.mark import MARK
from generator.standing import BuildOptions
from generator.writing.publish import publish
from tests.cli.running import TOY_POLICY, generator, request

TOY = ["--policy-data", str(TOY_POLICY)]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The toy policy with two mistakes in two files."""
    policy = shutil.copytree(TOY_POLICY, tmp_path / "toy")
    (policy / "glossary.yaml").write_text("- code: points\n  term: 1\n  meaning: x\n", "utf-8")
    (policy / "readings.yaml").unlink()
    return policy


def test_a_sound_policy_is_said_to_be_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *TOY]) == 0
    assert capsys.readouterr().out.endswith("toy_policy: no mistakes\n")


def test_mistakes_are_all_shown_and_counted(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--policy-data", str(broken)]) == 1
    shown = capsys.readouterr().out
    assert f"{broken}/glossary.yaml:2:9: error P203: term must be text" in shown
    assert f"{broken}/readings.yaml:1:1: error P101: the file readings.yaml is missing" in shown
    assert shown.endswith("\n2 errors\n")


def test_files_are_named_from_the_working_directory(
    broken: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(broken.parent)
    main(["check", "--policy-data", str(broken)])
    assert capsys.readouterr().out.startswith("toy/glossary.yaml:2:9: ")


def test_what_lapses_is_only_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--on", "2026-01-10", *TOY]) == 0
    assert "warning P601" in capsys.readouterr().out


def test_strict_a_warning_fails_and_programs_get_json(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["check", "--on", "2026-01-10", "--strict", "--format", "json", *TOY]
    assert main(arguments) == 1
    (first, *_) = json.loads(capsys.readouterr().out)["diagnostics"]
    assert (first["code"], first["severity"]) == ("P601", "warning")
    assert first["file"].endswith("edition.yaml")
    assert first["line"] > 1
    assert first["message"]
    assert main(["check", "--format", "json", *TOY]) == 0
    assert json.loads(capsys.readouterr().out) == {"diagnostics": []}


def test_the_folder_may_be_named_before_the_command() -> None:
    assert main([*TOY, "check"]) == 0


def test_a_folder_with_one_policy_stands_for_it(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--policy-data", str(broken.parent)]) == 1
    assert f"{broken}/glossary.yaml:2:9: error P203" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [[], ["chek"], ["check", "--on", "2026-02-30"], ["score"], ["score", "-", "--line-by-line"]],
)
def test_a_wrong_command_line_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    assert exit_.value.code == 2


def test_help_names_every_command() -> None:
    done = generator("--help")
    assert done.returncode == 0
    for command in (b"check", b"build", b"serve", b"score"):
        assert command in done.stdout


def test_a_build_with_mistakes_leaves_dist_as_it_was(
    broken: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dist = tmp_path / "dist"
    publish({"index.html": b"old"}, dist)
    assert main(["build", "--policy-data", str(broken), "--dist", str(dist)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "error P203" in captured.err
    assert captured.err.endswith("\n2 errors in the policy data\n")
    assert {file.name for file in dist.iterdir()} == {"index.html", MARK}
    assert (dist / "index.html").read_text("utf-8") == "old"


def test_a_build_that_fails_for_another_reason_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> object:
        raise OSError("no space left")

    monkeypatch.setattr("generator.building.build.build", fail)
    assert main(["build", *TOY, "--dist", str(tmp_path / "dist")]) == 1
    assert capsys.readouterr().err == "generator build: no space left\n"


def test_a_full_disk_is_one_line_that_names_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    def publishing(options: BuildOptions, *_: object) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(Path, "write_bytes", full)
            publish({"index.html": b"new"}, options.dist)

    monkeypatch.setattr("generator.building.build.build", publishing)
    assert main(["build", *TOY, "--dist", str(tmp_path / "dist")]) == 1
    fresh = tmp_path / f".dist.building.{os.getpid()}"
    said = capsys.readouterr().err
    assert re.fullmatch(f"generator build: {fresh}/.+: No space left on device\n", said)
    assert not fresh.exists()


def test_serving_what_was_not_built_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--dist", str(tmp_path / "dist")]) == 1
    assert capsys.readouterr().err.endswith("is not there; `generator build` makes it\n")


def test_a_file_in_place_of_a_site_is_said_to_be_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "dist").touch()
    assert main(["serve", "--dist", str(tmp_path / "dist")]) == 1
    assert capsys.readouterr().err.endswith("is a file: name the folder of a site\n")


def test_a_port_that_cannot_be_had_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--dist", str(tmp_path), "--port", "99999"]) == 1
    assert capsys.readouterr().err.startswith("generator serve: can't listen on 127.0.0.1:99999")


def test_a_bug_is_shown_with_its_traceback_and_exits_with_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> object:
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(check_command, "found_in", fail)
    assert main(["check", *TOY]) == 3
    shown = capsys.readouterr().err
    assert "ZeroDivisionError: ours" in shown
    assert shown.endswith("This is a bug in generator, not in your data or request.\n")


def test_an_interrupt_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run", interrupt)
    assert main(["check"]) == 130


def test_a_timeline_is_answered_like_a_score(tmp_path: Path) -> None:
    asked = {**request(volunteer=True), "until": "2023-12-31"}
    done = generator("timeline", "-", *TOY, given=json.dumps(asked).encode())
    assert done.returncode == 0
    low, high = json.loads(done.stdout)["events"][0]["range"]
    assert low < high
    refused = {**asked, "until": "2022-12-31"}
    done = generator("timeline", "-", *TOY, given=json.dumps(refused).encode())
    assert done.returncode == 1
    assert json.loads(done.stdout)["error"]["path"] == "until"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.org",
        "ftp://example.org",
        "https://a.org/?b",
        "https://a b.org",
        'https://a.org/"',
    ],
)
def test_what_is_no_address_of_a_site_is_a_wrong_command_line(address: str) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["build", "--base-url", address])
    assert exit_.value.code == 2


def test_plans_are_answered_like_a_score() -> None:
    done = generator("plans", "-", *TOY, given=b"{}")
    assert (done.returncode, done.stdout[:10]) == (1, b'{"error":{')
