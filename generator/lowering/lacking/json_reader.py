"""A strict reader of JSON: numbers stay exact, and objects are made of all their pairs."""

from generator.lowering.lacking.builtin import Declined
from generator.lowering.lacking.exact import Decimal

LONGEST_NUMBER = 100
MOST_DIGITS = 4300
OUT_OF_BOUNDS = "1e99"
QUOTE = 34
BACKSLASH = 92
COMMA = 44
COLON = 58
ESCAPES = {34: '"', 92: "\\", 47: "/", 98: "\b", 102: "\f", 110: "\n", 114: "\r", 116: "\t"}
WORDS = {116: (b"true", True), 102: (b"false", False), 110: (b"null", None)}


class BrokenError(Exception):
    """Text that is no JSON."""


class TwiceError(Exception):
    """An object has a key twice."""


class Pairs:
    """An object with all its keys, those that stand twice too."""

    def __init__(self, pairs):
        self.pairs = pairs


def value_of(data, made):
    """The value of JSON in UTF-8; ``made`` makes an object of its pairs."""
    value, at = read(data, skip(data, 0), made)
    if skip(data, at) != len(data):
        raise BrokenError
    return value


def skip(data, at):
    end = len(data)
    while at < end and data[at] in b" \t\n\r":
        at += 1
    return at


def read(data, at, made):
    """The value that begins at a place, and the place after it."""
    sign = data[at]
    if sign == QUOTE:
        return read_text(data, at + 1)
    if sign == 123:
        return read_object(data, skip(data, at + 1), made)
    if sign == 91:
        return read_list(data, skip(data, at + 1), made)
    if sign in WORDS:
        word, value = WORDS[sign]
        if data[at : at + len(word)] != word:
            raise BrokenError
        return value, at + len(word)
    return read_number(data, at)


def read_object(data, at, made):
    pairs = []
    if data[at] == 125:
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
        if data[at] == 125:
            return made(pairs), at + 1
        if data[at] != COMMA:
            raise BrokenError
        at = skip(data, at + 1)


def read_list(data, at, made):
    found = []
    if data[at] == 93:
        return found, at + 1
    while True:
        value, at = read(data, at, made)
        found.append(value)
        at = skip(data, at)
        if data[at] == 93:
            return found, at + 1
        if data[at] != COMMA:
            raise BrokenError
        at = skip(data, at + 1)


def read_text(data, at):
    end = data.find(b'"', at)
    if end < 0:
        raise BrokenError
    part = data[at:end]
    if b"\\" in part:
        return read_escaped(data, at)
    refuse_control(part)
    return part.decode(), end + 1


def refuse_control(part):
    if part and min(part) < 32:
        raise BrokenError


def read_escaped(data, at):
    pieces = []
    while True:
        start = at
        while data[at] != QUOTE and data[at] != BACKSLASH:
            at += 1
        refuse_control(data[start:at])
        pieces.append(data[start:at].decode())
        if data[at] == QUOTE:
            return "".join(pieces), at + 1
        sign = data[at + 1]
        if sign == 117:
            code, at = read_code(data, at + 2)
            if 0xD800 <= code < 0xDC00 and data[at : at + 2] == b"\\u":
                low, after = read_code(data, at + 2)
                if 0xDC00 <= low < 0xE000:
                    code, at = 0x10000 + ((code - 0xD800) << 10) + low - 0xDC00, after
            if 0xD800 <= code < 0xE000:
                raise Declined("half a sign")
            pieces.append(chr(code))
        elif sign in ESCAPES:
            pieces.append(ESCAPES[sign])
            at += 2
        else:
            raise BrokenError


def read_code(data, at):
    digits = data[at : at + 4]
    if len(digits) < 4 or any([each not in b"0123456789abcdefABCDEF" for each in digits]):
        raise BrokenError
    return int(digits.decode(), 16), at + 4


def read_number(data, at):
    start = at
    if data[at] == 45:
        at += 1
    first, at = at, digits_end(data, at)
    if at == first:
        raise BrokenError
    if data[first] == 48:
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
    if at - first > MOST_DIGITS:
        raise BrokenError
    return int(text), at


def digits_end(data, at):
    end = len(data)
    while at < end and 48 <= data[at] <= 57:
        at += 1
    return at


def decimal_of(text):
    """The exact number; what no bound of a request admits stays just as far out."""
    exponent = text.lower().partition("e")[2]
    if len(exponent) > 3 or len(text) > LONGEST_NUMBER:
        return Decimal(OUT_OF_BOUNDS)
    return Decimal(text)
