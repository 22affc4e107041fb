"""JSON text in and out, the same on every Python: exact decimals, no duplicate keys, no text of Python's own errors."""

import json
from decimal import Decimal
from typing import Any, Never

from generator.scoring.errors import RequestError, shown

LONGEST_REQUEST = 1_000_000
"""Characters; a ledger of a whole life has far fewer."""

EXACT_DIGITS = 15
"""As many significant digits survive the way through a JSON number of any reader unchanged."""


LONGEST_NUMBER = 100
OUT_OF_BOUNDS = "1e99"


def read_json(text: str) -> Any:  # noqa: ANN401 -- JSON is any of its types until its reader has looked
    """Return the JSON value, its broken numbers as ``Decimal``.

    Raises RequestError where the text is not JSON or an object has a key twice.
    """
    if len(text) > LONGEST_REQUEST:
        raise RequestError("", f"请求太长：最多 {LONGEST_REQUEST} 个字符。")
    try:
        return _DECODER.decode(text)
    except (ValueError, ArithmeticError, RecursionError):
        raise RequestError(
            "", "这段文字不是合法的 JSON，请检查括号、引号和逗号是否成对、齐全。"
        ) from None


def write_json(value: object) -> str:
    """Return compact JSON text of plain data; decimals become plain numbers with the digits they have."""
    return _ENCODER.encode(value)


def _read_decimal(text: str) -> Decimal:
    """Return the exact number; what no bound of a request admits stays just as far out on every platform."""
    exponent = text.lower().partition("e")[2]
    if len(exponent) > len("+99") or len(text) > LONGEST_NUMBER:
        return Decimal(OUT_OF_BOUNDS)
    return Decimal(text)


def _number(value: object) -> int | float:
    """Return a number whose shortest text is the decimal's own (it has at most EXACT_DIGITS digits)."""
    if not isinstance(value, Decimal):
        raise TypeError(value)
    return int(value) if value == value.to_integral_value() else float(value)


def _refuse_constant(name: str) -> Never:
    raise ValueError(name)


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    unique = dict(pairs)
    if len(unique) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise RequestError(shown(twice), f"“{shown(twice)}”写了两次，请只留一次。")
    return unique


_DECODER = json.JSONDecoder(
    parse_float=_read_decimal,
    parse_constant=_refuse_constant,
    object_pairs_hook=_without_duplicates,
)
_ENCODER = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_number
)
