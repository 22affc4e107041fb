"""Read the ranges of a contribution ledger into single months."""

from collections.abc import Iterator
from typing import Any

from generator.scoring.answers import read_amount, read_list, read_object, read_yes_no, shown_value
from generator.scoring.codes import Month
from generator.scoring.dates import parse_month, write_month
from generator.scoring.errors import RequestError
from generator.scoring.ledger import Contribution

KEYS = ("from", "to", "base", "counts")
FIRST_MONTH = 1980 * 12
LAST_MONTH = 2101 * 12 - 1


def read_contributions(value: Any, path: str) -> tuple[Contribution, ...]:  # noqa: ANN401 -- JSON value
    """Return the months of all ranges, sorted.

    Raises RequestError at the range that is wrong, or that overlaps an earlier one.
    """
    months: dict[Month, Contribution] = {}
    for i, entry in enumerate(read_list(value, path)):
        for contribution in _months(entry, f"{path}[{i}]"):
            if contribution.month in months:
                raise RequestError(
                    f"{path}[{i}]",
                    f"{write_month(contribution.month)} 在前面已经写过，请让各段月份互不重叠。",
                )
            months[contribution.month] = contribution
    return tuple(months[month] for month in sorted(months))


def _months(value: Any, path: str) -> Iterator[Contribution]:  # noqa: ANN401 -- JSON value
    entry = {key: part for key, part in read_object(value, path, KEYS).items() if part is not None}
    for key in ("from", "to", "base"):
        if key not in entry:
            raise RequestError(f"{path}.{key}", f"缺少“{key}”，请补上。")
    first, last = _month(entry["from"], f"{path}.from"), _month(entry["to"], f"{path}.to")
    if first > last:
        raise RequestError(
            f"{path}.to",
            f"结束月份 {write_month(last)} 早于开始月份 {write_month(first)}，请调换或改正。",
        )
    base = read_amount(entry["base"], f"{path}.base")
    counts = read_yes_no(entry.get("counts", True), f"{path}.counts")
    for month in range(first, last + 1):
        yield Contribution(month=month, base=base, counts=counts)


def _month(value: Any, path: str) -> Month:  # noqa: ANN401 -- JSON value
    month = parse_month(value) if isinstance(value, str) else None
    if month is None or not FIRST_MONTH <= month <= LAST_MONTH:
        raise RequestError(
            path, f"{shown_value(value)}不是可用的月份，请写成 2023-07 这样的“年-月”。"
        )
    return month
