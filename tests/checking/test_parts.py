"""Parts between two marks are those that a pattern finds, in a time that grows with the text alone."""

import random
import re
import shutil
import time
from pathlib import Path
from typing import Final

import pytest

from generator.checking import check
from generator.checking.parts import blanked, parts
from generator.diagnostics import render_all
from tests.diagnostics.patching import TOY_POLICY

TEXT: Final = "editions/2022-01-01/texts/age.md"
MARKS: Final = {"{{": "}}", "“": "”", "{%": "%}", "](": ")"}
OTHERS: Final = r"`[^`\n]*`|\{[a-z]*\}"
PATTERN: Final = re.compile(rf"{OTHERS}|\{{\{{.*?\}}\}}|“.*?”|\{{%.*?%\}}|\]\(.*?\)", re.DOTALL)
SECONDS: Final = 3
"""Of the processor for the whole check of a small policy; it takes a tenth, and minutes where each mark is looked for anew."""


def test_parts_are_those_that_a_pattern_finds() -> None:
    randomness = random.Random(3)
    signs = ("{", "}", "{{", "}}", "%", "“", "”", "`", "](", ")", "a", "\n")
    for _ in range(3000):
        text = "".join(randomness.choices(signs, k=randomness.randint(0, 14)))
        expected = [found.span() for found in PATTERN.finditer(text)]
        assert [*parts(text, MARKS, OTHERS)] == expected, text


def test_what_is_blanked_leaves_all_else_in_its_place() -> None:
    text = "一 “二\n三” 四"
    assert blanked(text, parts(text, MARKS)) == "一 ··\n·· 四"


@pytest.mark.parametrize(
    "sign", ["{", "“", "《", "{{ ", "{% ", "{# ", "](", "[", "![", "[a", "\n{% ", "{{x}} "]
)
def test_a_text_of_opening_marks_alone_is_checked_at_once(sign: str, tmp_path: Path) -> None:
    policy = shutil.copytree(TOY_POLICY, tmp_path / "toy")
    with (policy / TEXT).open("a", encoding="utf-8") as file:
        file.write("\n" + sign * (100_000 // len(sign)) + "\n")
    began = time.process_time()
    check(policy)
    assert time.process_time() - began < SECONDS


def test_brackets_without_end_are_refused_where_there_are_too_many(tmp_path: Path) -> None:
    policy = shutil.copytree(TOY_POLICY, tmp_path / "toy")
    with (policy / TEXT).open("a", encoding="utf-8") as file:
        file.write("\n" + "[" * 101 + "\n")
    assert "age.md:7:101: error P111: more than 100 brackets" in render_all(check(policy))
