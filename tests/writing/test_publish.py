import os
import subprocess
from pathlib import Path

import pytest

from generator.mark import MARK
from generator.writing import publish as publishing
from generator.writing.output import OutputError
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
        if file.is_file() and file.name != MARK
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
        if folder.name == f".dist.building.{os.getpid()}":
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
    left = dist.with_name(f".dist.building.{gone.pid}")
    left.mkdir()
    (left / "index.html").write_bytes(b"half")
    other = dist.with_name(f"dist.{gone.pid}")
    other.mkdir()
    publish(NEW, dist)
    assert not left.exists()
    assert other.exists()


def test_leftovers_beside_a_name_with_signs_of_patterns_are_cleared(tmp_path: Path) -> None:
    gone = subprocess.Popen(["true"])
    gone.wait()
    left = tmp_path / f".site [1]*.building.{gone.pid}"
    left.mkdir()
    publish(NEW, tmp_path / "site [1]*")
    assert not left.exists()


def test_what_is_required_of_the_new_site_fails_before_the_swap(dist: Path) -> None:
    def refuse(fresh: Path) -> None:
        assert content(fresh) == NEW
        raise RuntimeError("not fit")

    with pytest.raises(RuntimeError, match="not fit"):
        publish(NEW, dist, require=refuse)
    assert content(dist) == OLD
    assert [folder.name for folder in dist.parent.iterdir()] == ["dist"]


def test_missing_folders_above_are_made(tmp_path: Path) -> None:
    publish(NEW, tmp_path / "a" / "b" / "dist")
    assert content(tmp_path / "a" / "b" / "dist") == NEW


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "dist" / "empty").mkdir(parents=True)
    publish(NEW, tmp_path / "dist")
    assert content(tmp_path / "dist") == NEW


def test_a_folder_that_no_build_made_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="no list of what a build made there"):
        publish(NEW, tmp_path)
    assert content(tmp_path) == {"mine.txt": b"mine"}


def test_files_that_were_put_into_an_output_are_not_deleted(dist: Path) -> None:
    for name in ("CNAME", "a/b", "c", "d"):
        (dist / name).parent.mkdir(exist_ok=True)
        (dist / name).write_bytes(b"mine")
    with pytest.raises(OutputError, match=r"would delete: CNAME, a/b, c and 1 more\. Move it"):
        publish(NEW, dist)
    assert content(dist) == {**OLD, "CNAME": b"mine", "a/b": b"mine", "c": b"mine", "d": b"mine"}


def test_a_link_that_was_put_into_an_output_is_not_deleted(dist: Path, tmp_path: Path) -> None:
    (dist / "more").symlink_to(tmp_path)
    with pytest.raises(OutputError, match="would delete: more"):
        publish(NEW, dist)


def test_a_link_is_followed_and_stays(dist: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "public"
    link.parent.mkdir()
    link.symlink_to(dist)
    publish(NEW, link)
    assert link.is_symlink()
    assert content(dist) == NEW
    assert [entry.name for entry in link.parent.iterdir()] == ["public"]


def test_a_link_to_what_is_not_there_yet_is_followed_too(tmp_path: Path) -> None:
    (tmp_path / "dist").symlink_to(tmp_path / "served" / "site")
    publish(NEW, tmp_path / "dist")
    assert content(tmp_path / "served" / "site") == NEW


def test_a_link_that_leads_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dist").symlink_to(tmp_path / "dist")
    with pytest.raises(OutputError, match="leads in a circle"):
        publish(NEW, tmp_path / "dist")


def test_a_file_is_not_replaced_by_a_folder(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="is a file, not a folder"):
        publish(NEW, tmp_path / "dist")
    assert (tmp_path / "dist").read_text(encoding="utf-8") == "mine"
