from decimal import Decimal

import pytest

from generator.rendering.filters import (
    date_in_words,
    duration,
    grouped,
    month_in_words,
    plain_json,
    with_unit,
)


def test_dates_and_months_are_written_in_words() -> None:
    assert date_in_words("2023-01-01") == "2023 年 1 月 1 日"
    assert month_in_words("2026-07") == "2026 年 7 月"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(120, "120"), (8211, "8,211"), (11396, "11,396"), (100000, "10 万"), (Decimal("0.8"), "0.8")],
)
def test_large_figures_are_grouped(value: int | Decimal, shown: str) -> None:
    assert grouped(value) == shown


@pytest.mark.parametrize(
    ("months", "shown"), [(12, "1 年"), (60, "5 年"), (6, "6 个月"), (18, "18 个月")]
)
def test_whole_years_of_months_are_called_years(months: int, shown: str) -> None:
    assert duration(months) == shown


def test_a_unit_stands_apart_from_digits_but_not_from_words() -> None:
    assert with_unit(100000, "元") == "10 万元"
    assert with_unit(10, "人") == "10 人"
    assert with_unit(5, "%") == "5%"


def test_nothing_in_a_data_block_can_end_it() -> None:
    assert plain_json({"a": "</script><!--&"}) == '{"a":"\\u003c/script\\u003e\\u003c!--\\u0026"}'
