"""JSON text in and out, as ``generator.scoring.plain`` has it: the same values, the same words, the same refusals."""

import json
from collections import OrderedDict

from generator.lowering.lacking.builtin import Declined
from generator.lowering.lacking.exact import Decimal
from generator.lowering.lacking.json_reader import BrokenError, Pairs, TwiceError, value_of
from generator.scoring.errors import RequestError, shown

LONGEST_REQUEST = 1_000_000
EXACT_DIGITS = 15
MOST_PLACES = 20
DEEPEST = 50


def read_json(text):
    """The value of JSON text; raises RequestError where there is none."""
    if len(text) > LONGEST_REQUEST:
        raise RequestError("", "请求太长：最多 " + str(LONGEST_REQUEST) + " 个字符。")
    data = text.encode()
    if is_too_deep(data):
        raise RequestError("", "这段文字不是可用的 JSON：括号套得太深，最多 " + str(DEEPEST) + " 层。")
    try:
        return value_of(data, unique)
    except TwiceError:
        pass
    except (BrokenError, ValueError, IndexError):
        raise RequestError("", "这段文字不是合法的 JSON，请检查括号、引号和逗号是否成对、齐全。")
    raise twice(data)


def is_too_deep(data):
    """Whether brackets stand in one another too deep, those in texts left out."""
    if data.count(b"[") + data.count(b"{") <= DEEPEST:
        return False
    depth, at, inside = 0, 0, False
    for byte in data:
        if at:
            at = 0
        elif inside:
            if byte == 92:
                at = 1
            elif byte == 34:
                inside = False
        elif byte == 34:
            inside = True
        elif byte == 91 or byte == 123:
            depth += 1
            if depth > DEEPEST:
                return True
        elif byte == 93 or byte == 125:
            depth -= 1
    if inside:
        raise Declined("a text without an end")
    return False


def unique(pairs):
    """The dictionary of an object's pairs."""
    made = OrderedDict(pairs)
    if len(made) < len(pairs):
        raise TwiceError
    return made


def twice(data):
    """The error of text with a key twice, and where."""
    try:
        found = first_twice(value_of(data, Pairs), "")
    except (BrokenError, ValueError, IndexError):
        found = None
    path, name = found or ("", "")
    return RequestError(path, "“" + name + "”写了两次，请只留一次。")


def first_twice(value, path):
    """The path and the name of the first key that stands twice."""
    if isinstance(value, Pairs):
        seen = set()
        for name, item in value.pairs:
            place = path + "." + shown(name) if path else shown(name)
            if name in seen:
                return place, shown(name)
            seen.add(name)
            found = first_twice(item, place)
            if found is not None:
                return found
    elif isinstance(value, list):
        for index, item in enumerate(value):
            found = first_twice(item, path + "[" + str(index) + "]")
            if found is not None:
                return found
    return None


def survives(number):
    """Whether a number comes unchanged through a reader that holds it in binary; long ones are declined."""
    least = number.normalize()
    places = -least.exponent
    if max(len(str(abs(least.number))), places) <= EXACT_DIGITS:
        return True
    if places > MOST_PLACES:
        return False
    raise Declined("a long number")


def write_json(value):
    """Compact JSON text; decimals with all their digits, without idle zeros."""
    if isinstance(value, str):
        return write_text(value)
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join([write_text(key) + ":" + write_json(value[key]) for key in value]) + "}"
    if isinstance(value, Decimal):
        text = value.plain() if value else "0"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return "[" + ",".join([write_json(each) for each in value]) + "]"


def write_text(text):
    """A text in quotes."""
    written = json.dumps(text)
    if "\\u00" not in written:
        return written
    return '"' + "".join([json.dumps(sign)[1:-1] if sign not in SHORT else SHORT[sign] for sign in text]) + '"'


SHORT = {"\b": "\\b", "\f": "\\f"}
