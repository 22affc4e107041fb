"""The contribution years that look-back windows reach into: what a monthly base comes to in each of them.

A contribution year begins with the month in which the newest bounds of contributions begin (July).
"""

from collections.abc import Iterator, Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

from generator.scoring.answers import read_amount, read_date, read_object
from generator.scoring.codes import Month
from generator.scoring.dates import month_of, write_month
from generator.scoring.errors import RequestError
from generator.scoring.ledger import first_unestablished, reference_level
from generator.scoring.model import Policy
from generator.scoring.request import edition_on
from generator.scoring.yardsticks import Average, Yardsticks

KEYS = ("policy", "on", "bases")
MONTHS_OF_A_YEAR = 12
HUNDREDTH = Decimal("0.01")

type Plain = Mapping[str, object]


def years_of(plain: Any, policy: Policy) -> Plain:  # noqa: ANN401 -- JSON value
    """Return the contribution years back from ``on``, the latest first, up to the longest window's first month.

    ``bases`` are yuan a month by the first month of a year (``{"2025-07": "14000"}``); where a year has one, it says
    how many times R that is, which tier it reaches, and whether it lies ``outside`` the bounds of contributions.
    Raises RequestError at ``on`` or at the base that is wrong, and where the policy looks at no contributions.
    """
    if not policy.yardsticks.statutory_average:
        raise RequestError("policy", "这一项不看缴费基数，没有缴费年度可列。")
    given = read_object(plain, "", KEYS)
    on = read_date(given.get("on"), "on")
    edition = edition_on(on, policy)
    bases = given.get("bases") or {}
    if not isinstance(bases, dict):
        raise RequestError("bases", "这里应当写各缴费年度的基数，例如 {“2025-07”: “12000”}。")
    sources = [each.from_ledger for each in edition.questions.values() if each.from_ledger]
    multiples = sorted({source.multiple for source in sources if source.multiple is not None})
    window = max((source.window_months or 0 for source in sources), default=0)
    now = month_of(on)
    return {
        "on": on.isoformat(),
        "years": [
            _year(first, bases.get(write_month(first)), multiples, policy.yardsticks)
            for first in _starts(now, window, policy.yardsticks)
        ],
    }


def _starts(now: Month, window: int, yardsticks: Yardsticks) -> Iterator[Month]:
    """Yield the first months of the years that the window and the month of today lie in, the latest first."""
    turn = yardsticks.statutory_average[-1].first
    first = now - (now - turn) % MONTHS_OF_A_YEAR
    while first + MONTHS_OF_A_YEAR > now - window:
        yield first
        first -= MONTHS_OF_A_YEAR


def _year(first: Month, base: object, multiples: list[Decimal], yardsticks: Yardsticks) -> Plain:
    last = first + MONTHS_OF_A_YEAR - 1
    level = reference_level(last, yardsticks, "")
    bounds = _bounds(last, yardsticks)
    year: dict[str, object] = {
        "from": write_month(first),
        "to": write_month(last),
        "level": level,
        "verified": last < first_unestablished(yardsticks),
        "floor": None if bounds is None else bounds.floor,
        "cap": None if bounds is None else bounds.cap,
        "tiers": [
            {"multiple": str(multiple), "base": str(multiple * level)} for multiple in multiples
        ],
    }
    if base is not None:
        amount = read_amount(base, f"bases.{write_month(first)}")
        reached = [multiple for multiple in multiples if amount >= multiple * level]
        year |= {
            "base": str(amount),
            "times": str(_times(amount, level, multiples)),
            "tier": str(reached[-1]) if reached else None,
            "outside": _outside(amount, bounds),
        }
    return year


def _times(amount: Decimal, level: Decimal, multiples: list[Decimal]) -> Decimal:
    """Return how many times the level an amount is, rounded, but never up to a tier that it doesn't reach."""
    exact = amount / level
    rounded = exact.quantize(HUNDREDTH, ROUND_HALF_UP)
    is_misleading = any(exact < multiple <= rounded for multiple in multiples)
    return exact.quantize(HUNDREDTH, ROUND_DOWN) if is_misleading else rounded


def _bounds(month: Month, yardsticks: Yardsticks) -> Average | None:
    return next(
        (each for each in yardsticks.statutory_average if each.first <= month <= each.last), None
    )


def _outside(base: Decimal, bounds: Average | None) -> str | None:
    if bounds is not None and base < bounds.floor:
        return "below"
    if bounds is not None and base > bounds.cap:
        return "above"
    return None
