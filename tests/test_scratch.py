"""Temporary folders of ours, on a disk without room and after a kill."""

import subprocess
import tempfile
from pathlib import Path

import pytest

from generator.cli import main
from generator.scratch import scratch, sweep_scratch


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's temporary folder, for this test."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_folder_without_room_is_named_with_the_fix_and_is_gone(
    temporary: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.commands.impact.side", full)
    assert main(["impact", "HEAD", "policy_data", "--policy", "shanghai-points"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"generator impact: {temporary}/hujifen-")
    assert said.endswith(": No space left on device; name a folder with more room by TMPDIR\n")
    assert not list(temporary.iterdir())


def test_what_a_killed_process_left_is_swept_and_the_rest_stays(temporary: Path) -> None:
    gone = subprocess.Popen(["true"])
    gone.wait()
    left = temporary / f"hujifen-abc.{gone.pid}"
    left.mkdir()
    (left / "wasm").write_bytes(b"half")
    other = temporary / f"another-{gone.pid}"
    other.mkdir()
    sweep_scratch()
    with scratch() as folder:
        assert set(temporary.iterdir()) == {folder, other}
    assert list(temporary.iterdir()) == [other]
