"""JSON text in and out, the same on every Python: exact decimals, no duplicate keys, no text of Python's own errors."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from generator.scoring.errors import RequestError, shown
from generator.scoring.json_reader import (
    NotJsonError,
    is_deeper,
    is_held_in_binary,
    quoted,
    reader,
)

LONGEST_REQUEST = 1_000_000
"""Characters; a ledger of a whole life has far fewer."""

EXACT_DIGITS = 15
"""As many significant digits survive the way through a JSON number of any reader unchanged."""

MOST_PLACES = 20
"""After the point; a mean such as 0.012345678901234568 needs eighteen."""

DEEPEST = 50
"""Brackets in one another, which any reader of the same text is sure to follow; a request needs five."""


class _TwiceError(Exception):
    """An object has a key twice."""


class _Pairs:
    """An object with all its keys, those that stand twice too."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        self.pairs = pairs


def read_json(text: str) -> Any:  # noqa: ANN401 -- JSON is any of its types until its reader has looked
    """Return the JSON value, its broken numbers as ``Decimal``.

    Raises RequestError where the text is not JSON or an object has a key twice.
    """
    if len(text) > LONGEST_REQUEST:
        raise RequestError("", f"请求太长：最多 {LONGEST_REQUEST} 个字符。")
    if is_deeper(text, DEEPEST):
        raise RequestError("", f"这段文字不是可用的 JSON：括号套得太深，最多 {DEEPEST} 层。")
    try:
        return _read(text)
    except _TwiceError:
        raise _twice(text) from None
    except NotJsonError:
        raise RequestError(
            "", "这段文字不是合法的 JSON，请检查括号、引号和逗号是否成对、齐全。"
        ) from None


def survives(number: Decimal) -> bool:
    """Tell whether a number comes unchanged through a reader that holds it in binary.

    It does where it has few digits, and where it is what such a reader writes for one of its own, like a mean.
    """
    parts = number.normalize().as_tuple()
    places = -int(parts.exponent)
    if max(len(parts.digits), places) <= EXACT_DIGITS:
        return True
    return places <= MOST_PLACES and is_held_in_binary(number)


class Written(str):
    """JSON text that stands for its value: what an answer holds many times is written once."""

    __slots__ = ()


def write_json(value: object) -> str:
    """Return compact JSON text of plain data; decimals are written with all their digits, without idle zeros."""
    return _WRITERS.get(type(value), _write_derived)(value)


def _write_object(value: Mapping[str, Any]) -> str:
    entries = [
        f"{quoted(key)}:{_WRITERS.get(type(each), _write_derived)(each)}"
        for key, each in value.items()
    ]
    return f"{{{','.join(entries)}}}"


def _write_list(value: Iterable[Any]) -> str:
    entries = [_WRITERS.get(type(each), _write_derived)(each) for each in value]
    return f"[{','.join(entries)}]"


def _write_bool(value: object) -> str:
    return "true" if value else "false"


def _write_none(_value: object) -> str:
    return "null"


def _digits(number: Decimal) -> str:
    """Return a number as JSON has it: never by way of a binary one, which has no 0.1."""
    text = f"{number:f}" if number else "0"
    return text.rstrip("0").rstrip(".") if "." in text else text


_WRITERS: Final[Mapping[type, Callable[[Any], str]]] = {
    str: quoted,
    int: str,
    bool: _write_bool,
    type(None): _write_none,
    Decimal: _digits,
    Written: str,
    dict: _write_object,
    list: _write_list,
    tuple: _write_list,
}
"""What writes values of just these types: by far the most."""


def _write_derived(value: object) -> str:
    """Return the text of a value of a type that is made of one of these, such as a named tuple."""
    for kind in (str, dict, tuple):
        if isinstance(value, kind):
            return _WRITERS[kind](value)
    raise TypeError(value)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object of its pairs; raises _TwiceError."""
    unique = dict(pairs)
    if len(unique) < len(pairs):
        raise _TwiceError
    return unique


def _twice(text: str) -> RequestError:
    """Return the error of text with a key twice, and where; while objects are built that is not known yet."""
    try:
        path, name = _first_twice(_read_pairs(text), "") or ("", "")
    except NotJsonError:
        path, name = "", ""
    return RequestError(path, f"“{name}”写了两次，请只留一次。")


def _first_twice(value: object, path: str) -> tuple[str, str] | None:
    """Return the path and the name of the first key that stands twice in a value."""
    seen: set[str] = set()
    if isinstance(value, _Pairs):
        for name, item in value.pairs:
            place = f"{path}.{shown(name)}" if path else shown(name)
            if name in seen:
                return place, shown(name)
            seen.add(name)
            found = _first_twice(item, place)
            if found is not None:
                return found
    elif isinstance(value, list):
        for index, item in enumerate(value):
            found = _first_twice(item, f"{path}[{index}]")
            if found is not None:
                return found
    return None


_read = reader(_unique)
_read_pairs = reader(_Pairs)
