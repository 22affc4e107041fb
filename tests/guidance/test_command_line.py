"""``generator outlook``, ``papers``, ``compare`` and ``calendar``: the scorer's answers on the command line."""

import json
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.answer import METHODS
from generator.loading import load_scoring_text
from generator.scorer import load as load_scorer
from tests.shipped import SHIPPED_POLICY

DATA = ["--policy-data", str(SHIPPED_POLICY)]
REQUEST = {
    "policy": "shanghai-points",
    "on": "2026-06-30",
    "answers": {"birth_date": "1985-02-28", "education": "college", "insured_months": 100},
}


@pytest.fixture
def request_file(tmp_path: Path) -> Path:
    file = tmp_path / "request.json"
    file.write_text(json.dumps(REQUEST), "utf-8")
    return file


@pytest.mark.parametrize("command", ["outlook", "papers", "compare"])
def test_a_command_gives_what_the_browser_is_told(
    command: str, request_file: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main([command, *DATA, str(request_file)]) == 0
    scorer = load_scorer(load_scoring_text(SHIPPED_POLICY))
    expected = scorer.reply(METHODS[command], json.dumps(REQUEST)).text
    assert capsysbinary.readouterr().out.decode() == f"{expected}\n"


def test_a_calendar_is_written_as_a_file(
    request_file: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["calendar", *DATA, str(request_file)]) == 0
    written = capsysbinary.readouterr().out
    assert written.startswith(b"BEGIN:VCALENDAR\r\n")
    assert written.endswith(b"END:VCALENDAR\r\n")


def test_a_request_that_gives_no_calendar_is_answered_with_its_mistake(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "request.json"
    file.write_text(json.dumps(REQUEST | {"years": 0}), "utf-8")
    assert main(["calendar", *DATA, str(file)]) == 1
    assert json.loads(capsysbinary.readouterr().out)["error"]["path"] == "years"
