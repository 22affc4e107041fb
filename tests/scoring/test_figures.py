"""Figures are written as ``tests/figures.json`` has them; tests/scripts/figures.test.js holds the scripts to the same."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from generator.rendering.filters import date_in_words
from generator.scoring.dates import in_words
from generator.scoring.figures import money, shown, signed

TABLE: Final[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "figures.json").read_text("utf-8")
)


@pytest.mark.parametrize(("figure", "text"), TABLE["figures"])
def test_a_figure_is_written_in_groups_and_without_idle_zeros(figure: str, text: str) -> None:
    assert shown(Decimal(figure)) == text
    if figure.isdecimal():
        assert shown(int(figure)) == text


@pytest.mark.parametrize(("points", "text"), TABLE["points"])
def test_points_have_a_real_minus_sign(points: int, text: str) -> None:
    assert signed(points) == text


@pytest.mark.parametrize(("day", "text"), TABLE["days"])
def test_a_day_is_written_in_words(day: str, text: str) -> None:
    assert in_words(date.fromisoformat(day)) == date_in_words(day) == text


@pytest.mark.parametrize(
    ("yuan", "text"),
    [
        ("999", "999"),
        ("1000", "1,000"),
        ("11396.00", "11,396"),
        ("9116.8", "9,116.80"),
        ("0.01", "0.01"),
    ],
)
def test_money_has_two_digits_of_cents_or_none(yuan: str, text: str) -> None:
    assert money(Decimal(yuan)) == text


def test_several_values_stand_with_a_mark_between_them() -> None:
    assert shown(("甲", "乙")) == "甲、乙"
    assert shown("甲") == "甲"
