"""What Python's own ``json`` does for reading and writing JSON; the first gear has another module in its place."""

import json
import re
from collections.abc import Callable
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any, Final, Never

from generator.scoring.json_numbers import decimal_of, whole_of

type Made = Callable[[list[tuple[str, Any]]], object]
"""Makes an object of its pairs."""

_STRING: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_BRACKETS: Final = re.compile(r"[\[\]{}]")

quoted: Final = encode_basestring
"""Writes a text in quotes."""


class NotJsonError(Exception):
    """Text that is not JSON."""


def reader(made: Made) -> Callable[[str], Any]:
    """Return what reads JSON text; it raises NotJsonError, and what ``made`` raises of an object."""
    decoder = json.JSONDecoder(
        parse_float=decimal_of,
        parse_int=whole_of,
        parse_constant=_refuse_constant,
        object_pairs_hook=made,
    )

    def read(text: str) -> Any:  # noqa: ANN401 -- JSON is any of its types until its reader has looked
        try:
            return decoder.decode(text)
        except (ValueError, ArithmeticError, RecursionError):
            raise NotJsonError from None

    return read


def is_deeper(text: str, depth: int) -> bool:
    """Tell whether brackets stand in one another deeper than that, those in texts left out."""
    if text.count("[") + text.count("{") <= depth:
        return False
    here = 0
    for sign in _BRACKETS.findall(_STRING.sub("", text)):
        here += 1 if sign in "[{" else -1
        if here > depth:
            return True
    return False


def is_held_in_binary(number: Decimal) -> bool:
    """Tell whether a number is what a reader that holds numbers in binary writes for one of its own."""
    return Decimal(repr(float(number))) == number


def _refuse_constant(name: str) -> Never:
    raise ValueError(name)
