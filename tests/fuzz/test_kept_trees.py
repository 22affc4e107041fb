"""A few slips in policy folders, and every one that found a fault once; ``make fuzz-data`` tries them by the thousand."""

import random
from pathlib import Path

import pytest

from tests.checking.mutating import slip
from tests.fuzz.data import kept_seeds, try_seed


@pytest.mark.parametrize("seed", [*kept_seeds(), *range(8)])
def test_the_check_answers_every_tree_with_words(seed: int) -> None:
    tried = try_seed(seed)
    assert not tried.fault, f"{tried.what}\n{tried.fault}"


def test_a_slip_is_never_in_the_lines_of_a_picture(tmp_path: Path) -> None:
    picture = tmp_path / "share.png"
    for seed in range(50):
        picture.write_bytes(b"\x89PNG")
        (tmp_path / "facts.yaml").write_text("points: 5\n", "utf-8")
        slip(tmp_path, random.Random(seed))
        assert not picture.exists() or picture.read_bytes() == b"\x89PNG"
