"""The ledger's own counting."""

from decimal import Decimal

import pytest

from generator.scoring.ledger import Ledger, Row, counted_at, levels_of, paid_before
from generator.scoring.yardsticks import Average, Period, Yardsticks

YARDSTICKS = Yardsticks(
    reference_level=(Period(first=0, last=99, yuan=Decimal(1000)),),
    statutory_average=(
        Average(first=0, last=199, yuan=Decimal(2000), floor=Decimal(1000), cap=Decimal(6000)),
    ),
    unestablished="reading",
)


def ledger_of(rows: list[Row], reading: str = "last_known") -> Ledger:
    """The ledger of rows, counted at any base and at R itself."""
    levels = levels_of(YARDSTICKS, reading)
    return Ledger(counted=counted_at(paid_before(rows, 500), (None, Decimal(1)), levels))


@pytest.mark.parametrize(
    ("months", "end", "length"),
    [
        ((), 10, 0),
        ((3,), 3, 0),
        ((3,), 4, 1),
        ((1, 2, 3), 4, 3),
        ((1, 3, 4), 5, 2),
        ((1, 2, 3, 4), 3, 2),
        ((1, 2), 50, 2),
    ],
)
def test_the_last_unbroken_run_before_a_month(
    months: tuple[int, ...], end: int, length: int
) -> None:
    ledger = ledger_of([Row(first=m, last=m, base=Decimal(1), counts=True) for m in months])
    assert ledger.unbroken(end) == length


@pytest.mark.parametrize(("reading", "reached"), [("last_known", 1), ("statutory_average", 0)])
def test_a_month_without_a_level_follows_the_reading(reading: str, reached: int) -> None:
    ledger = ledger_of([Row(first=100, last=100, base=Decimal(1000), counts=True)], reading)
    assert ledger.months(Decimal(1), 0, 200) == reached
