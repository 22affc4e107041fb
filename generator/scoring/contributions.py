"""Read the rows of a contribution ledger: ranges of months, perhaps one that is still being paid."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from generator.scoring.answers import read_amount, read_list, read_object, read_yes_no, shown_value
from generator.scoring.codes import Month
from generator.scoring.dates import parse_month, write_month
from generator.scoring.errors import RequestError
from generator.scoring.ledger import Row

KEYS = ("from", "to", "ongoing", "base", "counts")
FIRST_MONTH = 1980 * 12
LAST_MONTH = 2101 * 12 - 1


def read_rows(value: Any, path: str) -> tuple[Row, ...]:  # noqa: ANN401 -- JSON value
    """Return the rows in the order in which they were given.

    Raises RequestError at a row that is wrong, overlaps an earlier one, or begins after one that is still being paid.
    """
    rows = tuple(
        [_row(entry, f"{path}[{place}]") for place, entry in enumerate(read_list(value, path))]
    )
    _refuse_after_ongoing(rows, path)
    _refuse_overlap(rows, path)
    return rows


def _row(value: Any, path: str) -> Row:  # noqa: ANN401 -- JSON value
    entry = {key: part for key, part in read_object(value, path, KEYS).items() if part is not None}
    for key in ("from", "base"):
        if key not in entry:
            raise RequestError(f"{path}.{key}", f"缺少“{key}”，请补上。")
    first = _month(entry["from"], f"{path}.from")
    last = _last(entry, path)
    if last is not None and first > last:
        raise RequestError(
            f"{path}.to",
            f"结束月份 {write_month(last)} 早于开始月份 {write_month(first)}，请调换或改正。",
        )
    base = read_amount(entry["base"], f"{path}.base")
    if not base:
        raise RequestError(
            f"{path}.base",
            "基数不能是 0。没有缴费的月份不用写：把前后缴了费的月份分成两段，中间空着就好。",
        )
    counts = read_yes_no(entry.get("counts", True), f"{path}.counts")
    return Row(first=first, last=last, base=base, counts=counts)


def _last(entry: Mapping[str, Any], path: str) -> Month | None:
    """Return the last month of a row; None where it is still being paid."""
    ongoing = read_yes_no(entry.get("ongoing", False), f"{path}.ongoing")
    if ongoing and "to" in entry:
        raise RequestError(
            f"{path}.ongoing",
            "“to”和“ongoing”只能写一个：现在还在缴就删去“to”，已经停了就删去“ongoing”。",
        )
    if not ongoing and "to" not in entry:
        raise RequestError(
            f"{path}.to", "缺少结束月份“to”，请补上；现在还在缴的，改写“ongoing”: true。"
        )
    return None if ongoing else _month(entry["to"], f"{path}.to")


def _refuse_after_ongoing(rows: Sequence[Row], path: str) -> None:
    ongoing = [place for place, row in enumerate(rows) if row.last is None]
    if len(ongoing) > 1:
        raise RequestError(
            f"{path}[{ongoing[1]}].ongoing",
            "现在还在缴的最多只有一段，前面已经有了；请给已经结束的一段补上结束月份“to”。",
        )
    for last in (rows[place] for place in ongoing):
        for place, row in enumerate(rows):
            if row.first > last.first:
                raise RequestError(
                    f"{path}[{place}].from",
                    f"这一段从 {write_month(row.first)} 开始，晚于从 {write_month(last.first)} 起一直在缴的一段；"
                    "一直在缴的应当是最后一段，请给它补上结束月份“to”。",
                )


def _refuse_overlap(rows: Sequence[Row], path: str) -> None:
    in_order = sorted(range(len(rows)), key=lambda place: rows[place].first)
    for one, other in pairwise(in_order):
        if rows[other].first <= _end(rows[one]):
            raise RequestError(
                f"{path}[{max(one, other)}]",
                f"{write_month(rows[other].first)} 在前面已经写过，请让各段月份互不重叠。",
            )


def _end(row: Row) -> Month:
    return LAST_MONTH if row.last is None else row.last


def _month(value: Any, path: str) -> Month:  # noqa: ANN401 -- JSON value
    month = parse_month(value) if isinstance(value, str) else None
    if month is None or not FIRST_MONTH <= month <= LAST_MONTH:
        raise RequestError(
            path, f"{shown_value(value)}不是可用的月份，请写成 2023-07 这样的“年-月”。"
        )
    return month
