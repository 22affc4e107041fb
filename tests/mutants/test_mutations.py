"""The mistakes that the mutator makes, and that what it makes can be compiled."""

import ast

import pytest

from tests.mutants.mutations import mutants_of, mutated

SOURCE = '''
"""A module."""

from one import other

MOST: int = 3


def passes(score: int, extra: list[int]) -> bool:
    """Whether it is enough."""
    if extra:
        extra.append(1)
    assert score > 0
    if score >= MOST and any(extra):
        return True
    return not any(n > m for n, m in zip(extra, extra, strict=True) if n)
'''

DOUBTS = "(n > m for n, m in zip(extra, extra, strict=True) if n)"

NAMES = [
    "module: 3 → 4",
    "passes: if extra: → if not extra:",
    "passes: extra.append(1) → pass",
    "passes: 1 → 2",
    "passes: score >= MOST and any(extra) → score >= MOST or any(extra)",
    "passes: score >= MOST → score > MOST",
    "passes: any(extra) → all(extra)",
    "passes: True → False",
    f"passes: not any({DOUBTS}) → any({DOUBTS})",
    f"passes: any({DOUBTS}) → all({DOUBTS})",
    "passes: n > m → n >= m",
    "passes: for (n, m) if n → for (n, m)",
]


def test_each_mistake_is_made_once_and_annotations_and_assertions_are_left_alone() -> None:
    assert [mutant.name for mutant in mutants_of("module.py", SOURCE)] == NAMES


@pytest.mark.parametrize("place", range(len(NAMES)))
def test_a_mutant_differs_in_one_place(place: int) -> None:
    mutant = list(mutants_of("module.py", SOURCE))[place]
    lines = ast.unparse(ast.parse(SOURCE)).splitlines()
    changed = ast.unparse(mutated(SOURCE, mutant)).splitlines()
    assert sum(old != new for old, new in zip(lines, changed, strict=True)) == 1
