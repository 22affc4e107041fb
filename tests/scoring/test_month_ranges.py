"""Ranges of months say what a set of the same months says."""

import random

import pytest

from generator.scoring.month_ranges import MonthRanges, joined


def drawn(seed: int) -> tuple[MonthRanges, set[int]]:
    """Ranges of months, some of which touch, and the same months one by one."""
    dice = random.Random(seed)
    edges = sorted(dice.choices(range(60), k=12))
    ranges = list(zip(edges[::2], edges[1::2], strict=True))
    return joined(ranges), {month for first, end in ranges for month in range(first, end)}


@pytest.mark.parametrize("seed", range(20))
def test_they_count_hold_and_cut_like_a_set(seed: int) -> None:
    months, same = drawn(seed)
    assert list(months) == sorted(same)
    for first in range(-1, 62, 3):
        for end in range(-1, 62):
            inside = {month for month in same if first <= month < end}
            assert months.count(first, end) == len(inside)
            assert list(joined(months.within(first, end))) == sorted(inside)
            outside = set(range(first, end)) - same
            assert list(joined(months.gaps(first, end))) == sorted(outside)
    assert all((month in months) == (month in same) for month in range(-1, 62))


@pytest.mark.parametrize("seed", range(20))
def test_the_last_run_before_a_month_ends_at_a_gap(seed: int) -> None:
    months, same = drawn(seed)
    for end in range(62):
        before = sorted(month for month in same if month < end)
        run = len(before)
        while run and before[-run] != before[-1] - run + 1:
            run -= 1
        assert months.unbroken(end) == run
