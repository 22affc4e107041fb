"""The policy's words for timelines and plans: with what they offer in braces and nothing else."""

from pathlib import Path
from shutil import copytree

import pytest

from generator import paths
from generator.checking import check
from generator.checking.policy_sentences import POLICY_SAID
from generator.loading.policy_file import PLAN_SENTENCES, TIMELINE_ASSUMPTIONS, TIMELINE_CAUSES


def test_every_sentence_that_a_policy_may_have_is_known_to_the_check() -> None:
    assert {place: tuple(said) for place, said in POLICY_SAID.items()} == {
        ("timeline", "because"): TIMELINE_CAUSES,
        ("timeline", "assumptions"): TIMELINE_ASSUMPTIONS,
        ("plans",): PLAN_SENTENCES,
    }


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("满 {years} 周岁", "满 {year} 周岁"), ("最多改变 {most} 项", "最多改变 {moist} 项")],
)
def test_a_word_that_is_not_offered_is_reported(right: str, wrong: str, tmp_path: Path) -> None:
    folder = tmp_path / "policy"
    copytree(paths.POLICY_DATA, folder)
    file = folder / "policy.yaml"
    text = file.read_text("utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong), "utf-8")
    found = [each.message for each in check(folder)]
    assert [message for message in found if "can't fill in" in message]
