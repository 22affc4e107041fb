"""A few slips in policy folders, and every one that found a fault once; ``make fuzz-data`` tries them by the thousand."""

import pytest

from tests.fuzz.data import kept_seeds, try_seed


@pytest.mark.parametrize("seed", [*kept_seeds(), *range(8)])
def test_the_check_answers_every_tree_with_words(seed: int) -> None:
    tried = try_seed(seed)
    assert not tried.fault, f"{tried.what}\n{tried.fault}"
