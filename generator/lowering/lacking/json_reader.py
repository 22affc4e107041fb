"""A strict reader of JSON, as ``generator.scoring.json_reader`` is: numbers stay exact, objects are made of all their pairs.

MicroPython's own takes what is no JSON, makes binary numbers, and drops keys that stand twice.
"""

import json
from collections.abc import Callable
from typing import Any

from generator.lowering.lacking.builtin import Declined
from generator.lowering.lacking.exact import Decimal
from generator.scoring.json_numbers import decimal_of, whole_of

QUOTE = 0x22
BACKSLASH = 0x5C
COMMA = 0x2C
COLON = 0x3A
MINUS = 0x2D
ZERO = 0x30
NINE = 0x39
LETTER_U = 0x75
OPEN_LIST = 0x5B
CLOSE_LIST = 0x5D
OPEN_OBJECT = 0x7B
CLOSE_OBJECT = 0x7D
BLANKS = b" \t\n\r"
HEX_DIGITS = b"0123456789abcdefABCDEF"
ESCAPES = {
    0x22: '"',
    0x5C: "\\",
    0x2F: "/",
    0x62: "\b",
    0x66: "\f",
    0x6E: "\n",
    0x72: "\r",
    0x74: "\t",
}
SHORT = {"\b": "\\b", "\f": "\\f"}
WORDS = {0x74: (b"true", True), 0x66: (b"false", False), 0x6E: (b"null", None)}

type Made = Callable[[list[tuple[str, Any]]], object]
"""Makes an object of its pairs."""


class NotJsonError(Exception):
    """Text that is not JSON."""


class BrokenError(Exception):
    """A place that is not JSON."""


def reader(made: Made) -> Callable[[str], Any]:
    """What reads JSON text; it raises NotJsonError, and what ``made`` raises of an object."""
    return lambda text: value_of(text.encode(), made)


def value_of(data: bytes, made: Made) -> object:
    """The value of JSON in UTF-8."""
    try:
        value, at = read(data, skip(data, 0), made)
        end = skip(data, at)
    except (BrokenError, ValueError, IndexError):
        raise NotJsonError from None
    if end != len(data):
        raise NotJsonError
    return value


def is_deeper(text: str, depth: int) -> bool:
    """Whether brackets stand in one another deeper than that, those in texts left out."""
    if text.count("[") + text.count("{") <= depth:
        return False
    here = 0
    is_escaped = is_text = False
    for byte in text.encode():
        if is_escaped:
            is_escaped = False
        elif is_text:
            is_escaped = byte == BACKSLASH
            is_text = byte != QUOTE
        elif byte == QUOTE:
            is_text = True
        elif byte in {OPEN_LIST, OPEN_OBJECT}:
            here += 1
            if here > depth:
                return True
        elif byte in {CLOSE_LIST, CLOSE_OBJECT}:
            here -= 1
    if is_text:
        raise Declined("a text without an end")
    return False


def is_held_in_binary(_number: Decimal) -> bool:
    """Only the engine of record can say it: MicroPython writes binary numbers otherwise."""
    raise Declined("a long number")


def quoted(text: str) -> str:
    """A text in quotes."""
    written = json.dumps(text)
    if "\\u00" not in written:
        return written
    signs = [SHORT.get(sign) or json.dumps(sign)[1:-1] for sign in text]
    return f'"{"".join(signs)}"'


def skip(data: bytes, at: int) -> int:
    """The place of the next sign that is not blank."""
    end = len(data)
    while at < end and data[at] in BLANKS:
        at += 1
    return at


def read(data: bytes, at: int, made: Made) -> tuple[object, int]:
    """The value that begins at a place, and the place after it."""
    sign = data[at]
    if sign == QUOTE:
        return read_text(data, at + 1)
    if sign == OPEN_OBJECT:
        return read_object(data, skip(data, at + 1), made)
    if sign == OPEN_LIST:
        return read_list(data, skip(data, at + 1), made)
    if sign in WORDS:
        word, value = WORDS[sign]
        if data[at : at + len(word)] != word:
            raise BrokenError
        return value, at + len(word)
    return read_number(data, at)


def read_object(data: bytes, at: int, made: Made) -> tuple[object, int]:
    pairs: list[tuple[str, object]] = []
    if data[at] == CLOSE_OBJECT:
        return made(pairs), at + 1
    while True:
        if data[at] != QUOTE:
            raise BrokenError
        key, at = read_text(data, at + 1)
        at = skip(data, at)
        if data[at] != COLON:
            raise BrokenError
        value, at = read(data, skip(data, at + 1), made)
        pairs.append((key, value))
        at = skip(data, at)
        if data[at] == CLOSE_OBJECT:
            return made(pairs), at + 1
        if data[at] != COMMA:
            raise BrokenError
        at = skip(data, at + 1)


def read_list(data: bytes, at: int, made: Made) -> tuple[object, int]:
    found: list[object] = []
    if data[at] == CLOSE_LIST:
        return found, at + 1
    while True:
        value, at = read(data, at, made)
        found.append(value)
        at = skip(data, at)
        if data[at] == CLOSE_LIST:
            return found, at + 1
        if data[at] != COMMA:
            raise BrokenError
        at = skip(data, at + 1)


def read_text(data: bytes, at: int) -> tuple[str, int]:
    """The text whose first sign is at a place, and the place after its closing quote."""
    end = data.find(b'"', at)
    if end < 0:
        raise BrokenError
    part = data[at:end]
    if b"\\" in part:
        return read_escaped(data, at)
    refuse_control(part)
    return part.decode(), end + 1


def read_escaped(data: bytes, at: int) -> tuple[str, int]:
    pieces: list[str] = []
    while True:
        start = at
        while data[at] not in {QUOTE, BACKSLASH}:
            at += 1
        refuse_control(data[start:at])
        pieces.append(data[start:at].decode())
        if data[at] == QUOTE:
            return "".join(pieces), at + 1
        sign, at = data[at + 1], at + 2
        if sign == LETTER_U:
            code, at = read_sign(data, at)
            pieces.append(chr(code))
        elif sign in ESCAPES:
            pieces.append(ESCAPES[sign])
        else:
            raise BrokenError


def refuse_control(part: bytes) -> None:
    """Refuse signs that JSON has only escaped."""
    if part and min(part) < 32:
        raise BrokenError


def read_sign(data: bytes, at: int) -> tuple[int, int]:
    """The sign of the four digits at a place, or of two times four; half of one has no place in UTF-8."""
    code, at = read_code(data, at)
    if 0xD800 <= code < 0xDC00 and data[at : at + 2] == b"\\u":
        low, after = read_code(data, at + 2)
        if 0xDC00 <= low < 0xE000:
            return 0x10000 + ((code - 0xD800) << 10) + low - 0xDC00, after
    if 0xD800 <= code < 0xE000:
        raise Declined("half a sign")
    return code, at


def read_code(data: bytes, at: int) -> tuple[int, int]:
    digits = data[at : at + 4]
    if len(digits) < 4 or any(each not in HEX_DIGITS for each in digits):
        raise BrokenError
    return int(digits.decode(), 16), at + 4


def read_number(data: bytes, at: int) -> tuple[object, int]:
    start = at
    if data[at] == MINUS:
        at += 1
    first, at = at, digits_end(data, at)
    if at == first:
        raise BrokenError
    if data[first] == ZERO:
        at = first + 1
    whole = at
    if data[at : at + 1] == b"." and digits_end(data, at + 1) > at + 1:
        at = digits_end(data, at + 1)
    if data[at : at + 1] in (b"e", b"E"):
        power = at + 2 if data[at + 1 : at + 2] in (b"+", b"-") else at + 1
        if digits_end(data, power) > power:
            at = digits_end(data, power)
    text = data[start:at].decode()
    if at > whole:
        return decimal_of(text), at
    return whole_of(text), at


def digits_end(data: bytes, at: int) -> int:
    """The place after the digits that begin at one."""
    end = len(data)
    while at < end and ZERO <= data[at] <= NINE:
        at += 1
    return at
