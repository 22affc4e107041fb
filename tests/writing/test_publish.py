import os
import subprocess
from pathlib import Path

import pytest

from generator.writing import publish as publishing
from generator.writing.publish import publish

OLD = {"index.html": b"old", "gone.html": b"old"}
NEW = {"index.html": b"new", "indicators/age.html": b"new"}


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    publish(OLD, folder)
    return folder


def content(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_the_new_site_takes_the_place_of_the_old(dist: Path) -> None:
    publish(NEW, dist)
    assert content(dist) == NEW
    assert [folder.name for folder in dist.parent.iterdir()] == ["dist"]


def test_without_an_exchange_two_renames_do(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "_exchange", lambda *_: False)
    publish(NEW, dist)
    assert content(dist) == NEW
    assert [folder.name for folder in dist.parent.iterdir()] == ["dist"]


@pytest.mark.parametrize("failure", [OSError("disk full"), KeyboardInterrupt()])
def test_a_failure_while_writing_leaves_the_old_site(
    dist: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    written = Path.write_bytes
    calls = 0

    def fail_later(file: Path, data: bytes) -> int:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise failure
        return written(file, data)

    monkeypatch.setattr(Path, "write_bytes", fail_later)
    with pytest.raises(type(failure)):
        publish(NEW, dist)
    assert content(dist) == OLD
    assert [folder.name for folder in dist.parent.iterdir()] == ["dist"]


def test_a_failure_in_the_swap_puts_the_old_site_back(
    dist: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    renamed = Path.rename

    def fail_for_fresh(folder: Path, target: Path) -> Path:
        if folder.name == f"dist.{os.getpid()}":
            raise OSError("not now")
        return renamed(folder, target)

    monkeypatch.setattr(publishing, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", fail_for_fresh)
    with pytest.raises(OSError, match="not now"):
        publish(NEW, dist)
    assert content(dist) == OLD


def test_what_a_killed_build_left_is_cleared_by_the_next(dist: Path) -> None:
    gone = subprocess.Popen(["true"])
    gone.wait()
    left = dist.with_name(f"dist.{gone.pid}")
    left.mkdir()
    (left / "index.html").write_bytes(b"half")
    other = dist.with_name("dist.notes")
    other.mkdir()
    publish(NEW, dist)
    assert not left.exists()
    assert other.exists()
