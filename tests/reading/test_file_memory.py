import shutil
from dataclasses import replace
from pathlib import Path

from generator.checking import check_folder
from generator.loading import policy_text, read_policy_folder
from generator.loading.file_memory import FileMemory

TOY = Path(__file__).parent.parent / "toy_policy"


def test_what_is_remembered_is_what_would_be_read(tmp_path: Path) -> None:
    data, memory = shutil.copytree(TOY, tmp_path / "data"), FileMemory()
    once = policy_text(read_policy_folder(data, memory=memory))
    again = read_policy_folder(data, memory=memory)
    fresh = policy_text(read_policy_folder(data))
    for each in (once, policy_text(again)):
        # Rules are told apart by identity: what they say is in the text that engines are made of.
        assert replace(each, scoring=fresh.scoring, indicators=fresh.indicators) == fresh
    assert check_folder(again) == ()


def test_a_file_that_says_something_new_is_read_anew_and_so_are_its_mistakes(
    tmp_path: Path,
) -> None:
    data, memory = shutil.copytree(TOY, tmp_path / "data"), FileMemory()
    read_policy_folder(data, memory=memory)
    file = data / "policy.yaml"
    sound = file.read_text(encoding="utf-8")
    file.write_text(sound.replace("title:", "titel:", 1), encoding="utf-8")
    found = read_policy_folder(data, memory=memory).diagnostics
    assert found
    assert found == read_policy_folder(data, memory=memory).diagnostics
    assert found == read_policy_folder(data).diagnostics
    file.write_text(sound, encoding="utf-8")
    assert read_policy_folder(data, memory=memory).diagnostics == ()
