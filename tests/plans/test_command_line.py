"""``generator timeline`` and ``generator plans``: the functions of the browser, a request a line."""

import json
from io import BytesIO, TextIOWrapper
from typing import Any

import pytest

from generator.cli import main
from generator.scorer import load
from tests.shipped import SHIPPED_POLICY, shipped_policy
from tests.timeline.conftest import Ask


@pytest.mark.parametrize("command", ["timeline", "plans"])
def test_the_command_prints_what_the_browsers_function_returns(
    command: str,
    ask: Ask,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    extra: dict[str, Any] = {"until": "2030-01-01"} if command == "timeline" else {}
    lines = [json.dumps(ask(education="college") | extra), json.dumps({"policy": "x"})]
    given = TextIOWrapper(BytesIO("\n".join(lines).encode()))
    monkeypatch.setattr("sys.stdin", given)
    exit_code = main([command, "--policy-data", str(SHIPPED_POLICY), "--lines", "-"])
    scorer = load(shipped_policy().scoring_text)
    answer = scorer.timeline_json if command == "timeline" else scorer.plans_json
    assert exit_code == 1
    assert capfdbinary.readouterr().out.decode() == "".join(f"{answer(line)}\n" for line in lines)
