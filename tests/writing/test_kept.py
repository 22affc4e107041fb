import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.kept import kept, key_of, sweep_cache

PIECE = b"slow to make" * 100
KEY = key_of("all that it is made from")


def flipped(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def emptied(_: bytes) -> bytes:
    return b""


def cut_inside_its_seal(content: bytes) -> bytes:
    return content[:5]


def without_its_seal(_: bytes) -> bytes:
    return PIECE


DAMAGE = (flipped, cut, emptied, cut_inside_its_seal, without_its_seal)


def never() -> bytes:
    raise AssertionError("it was kept")


def test_what_was_made_once_is_not_made_again(tmp_path: Path) -> None:
    assert kept(tmp_path, "part", KEY, lambda: PIECE) == PIECE
    assert kept(tmp_path, "part", KEY, never) == PIECE


def test_nothing_is_a_piece_too(tmp_path: Path) -> None:
    assert kept(tmp_path, "part", KEY, lambda: b"") == b""
    assert kept(tmp_path, "part", KEY, never) == b""


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_piece_is_made_anew_and_kept_again(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    kept(tmp_path, "part", KEY, lambda: PIECE)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert kept(tmp_path, "part", KEY, lambda: PIECE) == PIECE
    assert kept(tmp_path, "part", KEY, never) == PIECE


def test_a_piece_under_another_s_name_is_not_taken(tmp_path: Path) -> None:
    kept(tmp_path, "part", KEY, lambda: PIECE)
    kept(tmp_path, "part", key_of("something else"), lambda: b"else")
    one, other = tmp_path.iterdir()
    one.write_bytes(other.read_bytes())
    other.write_bytes(one.read_bytes())
    assert kept(tmp_path, "part", KEY, lambda: PIECE) == PIECE


def test_a_folder_in_a_piece_s_place_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / f"{KEY[:32]}-part").mkdir()
    assert kept(tmp_path, "part", KEY, lambda: PIECE) == PIECE


def test_after_a_sweep_a_piece_in_whose_place_a_folder_stood_is_kept_again(tmp_path: Path) -> None:
    (tmp_path / "engine" / f"{KEY[:32]}-part" / "odd").mkdir(parents=True)
    sweep_cache(tmp_path)
    kept(tmp_path / "engine", "part", KEY, lambda: PIECE)
    assert kept(tmp_path / "engine", "part", KEY, never) == PIECE


def test_where_the_folder_can_t_be_written_nothing_is_kept(tmp_path: Path) -> None:
    occupied = tmp_path / "cache"
    occupied.write_text("a file, so that nothing can be put below it", encoding="utf-8")
    assert kept(occupied / "engine", "part", KEY, lambda: PIECE) == PIECE


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    assert kept(tmp_path, "part", KEY, lambda: PIECE) == PIECE
    assert not list(tmp_path.iterdir())


def test_what_a_killed_build_left_is_swept_and_the_rest_stays(tmp_path: Path) -> None:
    kept(tmp_path / "engine", "part.gz", KEY, lambda: PIECE)
    gone = subprocess.Popen(["true"])
    gone.wait()
    half = tmp_path / "engine" / f"{KEY[:32]}-part.gz.{gone.pid}"
    half.write_bytes(b"half")
    sweep_cache(tmp_path)
    assert not half.exists()
    assert kept(tmp_path / "engine", "part.gz", KEY, never) == PIECE


def test_where_too_much_has_gathered_all_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        kept(tmp_path / "engine", name, KEY, lambda: PIECE)
    sweep_cache(tmp_path)
    assert len(list((tmp_path / "engine").iterdir())) == 2
    monkeypatch.setattr("generator.kept.MOST", 1)
    sweep_cache(tmp_path)
    assert not list((tmp_path / "engine").iterdir())


def test_what_others_keep_in_the_folder_is_not_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = subprocess.Popen(["true"])
    gone.wait()
    monkeypatch.setattr("generator.kept.MOST", 1)
    mine = [
        tmp_path / "mypy" / f"3.{gone.pid}",
        tmp_path / "photos" / "a",
        tmp_path / "photos" / "b",
    ]
    for file in mine:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"mine")
    sweep_cache(tmp_path)
    assert all(file.read_bytes() == b"mine" for file in mine)


@pytest.mark.parametrize(
    ("one", "other"), [(("ab", "c"), ("a", "bc")), ((["a", "b"],), (["ab"],)), (("",), ())]
)
def test_no_two_lists_of_inputs_have_one_key(one: tuple[str], other: tuple[str]) -> None:
    assert key_of(*one) != key_of(*other)


def test_a_name_that_is_no_utf_8_is_an_input_as_any_other() -> None:
    assert key_of(os.fsdecode(b"\xb9\xab")) != key_of(os.fsdecode(b"\xb9\xac"))
