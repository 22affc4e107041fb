"""The policy's words for timelines and plans: with what they offer in braces and nothing else."""

from pathlib import Path
from shutil import copytree

import pytest

from generator.checking import check
from tests.shipped import SHIPPED_POLICY


@pytest.mark.parametrize("word", ["{years}", "{most}"])
def test_a_word_that_is_not_offered_is_reported(word: str, tmp_path: Path) -> None:
    folder = tmp_path / "policy"
    copytree(SHIPPED_POLICY, folder)
    file = folder / "policy.yaml"
    text = file.read_text("utf-8")
    assert word in text
    file.write_text(text.replace(word, "{nobodys_word}", 1), "utf-8")
    found = [each.message for each in check(folder)]
    assert [message for message in found if "can't fill in" in message]
