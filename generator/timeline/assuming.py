"""What a timeline assumes of the months to come: at which base they are paid, from when on, or not at all."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.scoring.answers import read_amount, read_object, shown_value
from generator.scoring.codes import Month
from generator.scoring.dates import month_of, parse_month, write_month
from generator.scoring.errors import RequestError
from generator.scoring.request import Request

KEYS = ("base", "from")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """The base that is assumed (None: that of the row which is still being paid), and the month in which it begins.

    ``stops``: nothing is paid any more. ``start`` is None where paying does not pause.
    """

    base: Decimal | None = None
    stops: bool = False
    start: Month | None = None

    @property
    def is_paid(self) -> bool:
        """Tell whether the request says in so many words that something is paid."""
        return self.base is not None or self.start is not None


def read_assumed(plain: Any, request: Request) -> Assumed:  # noqa: ANN401 -- JSON value
    """Return what is assumed; raises RequestError at the key of ``assume`` that is wrong."""
    if plain is None:
        return Assumed()
    given = read_object(plain, "assume", KEYS)
    base = None if given.get("base") is None else read_amount(given["base"], "assume.base")
    stops = "base" in given and base is None
    start = None if given.get("from") is None else _read_start(given["from"], request)
    if base is not None and not base:
        raise RequestError(
            "assume.base",
            "基数不能是 0。要看停缴以后会怎样，请改选“停缴”，或者写明停到哪个月再缴。",
        )
    if stops and start is not None:
        raise RequestError(
            "assume.from",
            "“base”是 null，说的是以后都不缴，就没有再缴的月份；请删去“from”或写上基数。",
        )
    if start is not None and base is None and request.rows is not None and request.ongoing is None:
        raise RequestError("assume.base", "缴费记录里没有还在缴的一段，请写明再缴时的基数。")
    return Assumed(base=base, stops=stops, start=start)


def _read_start(value: Any, request: Request) -> Month:  # noqa: ANN401 -- JSON value
    month = parse_month(value) if isinstance(value, str) else None
    if month is None:
        raise RequestError(
            "assume.from", f"{shown_value(value)}不是可用的月份，请写成 2027-03 这样的“年-月”。"
        )
    now = month_of(request.on)
    if month < now:
        raise RequestError(
            "assume.from",
            f"{write_month(month)} 早于计算日所在的月份，请写 {write_month(now)} 或以后的月份；以前缴的请写进缴费记录。",
        )
    return month
