"""JSON text in and out, as ``generator.scoring.plain`` has it: the same values, the same words, the same refusals."""

import json
from collections import OrderedDict
from typing import Any

from generator.lowering.lacking.builtin import Declined
from generator.lowering.lacking.exact import Decimal
from generator.lowering.lacking.json_reader import (
    BACKSLASH,
    CLOSE_LIST,
    CLOSE_OBJECT,
    OPEN_LIST,
    OPEN_OBJECT,
    QUOTE,
    BrokenError,
    Pairs,
    value_of,
)
from generator.scoring.errors import RequestError, shown

LONGEST_REQUEST = 1_000_000
EXACT_DIGITS = 15
MOST_PLACES = 20
DEEPEST = 50
SHORT = {"\b": "\\b", "\f": "\\f"}


class TwiceError(Exception):
    """An object has a key twice."""


def read_json(text: str) -> object:
    """The value of JSON text; raises RequestError where there is none."""
    if len(text) > LONGEST_REQUEST:
        raise RequestError("", f"请求太长：最多 {LONGEST_REQUEST} 个字符。")
    data = text.encode()
    if is_too_deep(data):
        raise RequestError("", f"这段文字不是可用的 JSON：括号套得太深，最多 {DEEPEST} 层。")
    try:
        return value_of(data, unique)
    except TwiceError:
        raise twice(data) from None
    except (BrokenError, ValueError, IndexError):
        raise RequestError(
            "", "这段文字不是合法的 JSON，请检查括号、引号和逗号是否成对、齐全。"
        ) from None


def is_too_deep(data: bytes) -> bool:
    """Whether brackets stand in one another too deep, those in texts left out."""
    if data.count(b"[") + data.count(b"{") <= DEEPEST:
        return False
    depth = 0
    is_escaped = is_text = False
    for byte in data:
        if is_escaped:
            is_escaped = False
        elif is_text:
            is_escaped = byte == BACKSLASH
            is_text = byte != QUOTE
        elif byte == QUOTE:
            is_text = True
        elif byte in {OPEN_LIST, OPEN_OBJECT}:
            depth += 1
            if depth > DEEPEST:
                return True
        elif byte in {CLOSE_LIST, CLOSE_OBJECT}:
            depth -= 1
    if is_text:
        raise Declined("a text without an end")
    return False


def unique(pairs: list[tuple[str, Any]]) -> OrderedDict[str, Any]:
    """The dictionary of an object's pairs."""
    made = OrderedDict(pairs)
    if len(made) < len(pairs):
        raise TwiceError
    return made


def twice(data: bytes) -> RequestError:
    """The error of text with a key twice, and where."""
    try:
        found = first_twice(value_of(data, Pairs), "")
    except (BrokenError, ValueError, IndexError):
        found = None
    path, name = found or ("", "")
    return RequestError(path, f"“{name}”写了两次，请只留一次。")


def first_twice(value: object, path: str) -> tuple[str, str] | None:
    """The path and the name of the first key that stands twice."""
    if isinstance(value, Pairs):
        seen: set[str] = set()
        for name, item in value.pairs:
            place = f"{path}.{shown(name)}" if path else shown(name)
            if name in seen:
                return place, shown(name)
            seen.add(name)
            found = first_twice(item, place)
            if found is not None:
                return found
    elif isinstance(value, list):
        for index, item in enumerate(value):
            found = first_twice(item, f"{path}[{index}]")
            if found is not None:
                return found
    return None


def survives(number: Decimal) -> bool:
    """Whether a number comes unchanged through a reader that holds it in binary; long ones are declined."""
    least = number.normalize()
    places = -least.exponent
    if max(len(str(abs(least.number))), places) <= EXACT_DIGITS:
        return True
    if places > MOST_PLACES:
        return False
    raise Declined("a long number")


def write_json(value: object) -> str:
    """Compact JSON text; decimals with all their digits, without idle zeros."""
    if isinstance(value, str):
        return write_text(value)
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dict):
        entries = [f"{write_text(key)}:{write_json(each)}" for key, each in value.items()]
        return f"{{{','.join(entries)}}}"
    if isinstance(value, Decimal):
        text = value.plain() if value else "0"
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(value, tuple | list):
        return f"[{','.join([write_json(each) for each in value])}]"
    raise Declined("a value of another kind")


def write_text(text: str) -> str:
    """A text in quotes."""
    written = json.dumps(text)
    if "\\u00" not in written:
        return written
    signs = [SHORT.get(sign) or json.dumps(sign)[1:-1] for sign in text]
    return f'"{"".join(signs)}"'
