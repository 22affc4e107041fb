"""What a plain scalar means, on our own terms and not on those of a YAML version.

Digits are a whole number, digits with a point an exact decimal, ``true`` and ``false`` what they say,
``null`` nothing; everything else, dates too, is text.
"""

import re
from decimal import Decimal

from generator.reading.nodes import Scalar

type Value = str | int | Decimal | bool | None

LONGEST_NUMBER = 15
"""Digits that a number may have; a longer one stays text, so that no figure is out of reason."""

_WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_WORDS = {"true": True, "false": False, "null": None}
_AMBIGUOUS = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false", "null", "~"})


def value_of(scalar: Scalar) -> Value:
    """The value that the scalar stands for."""
    if not scalar.plain:
        return scalar.text
    if scalar.text in _WORDS:
        return _WORDS[scalar.text]
    if len(scalar.text) > LONGEST_NUMBER:
        return scalar.text
    if _WHOLE.fullmatch(scalar.text):
        return int(scalar.text)
    if _DECIMAL.fullmatch(scalar.text):
        return Decimal(scalar.text)
    return scalar.text


def is_ambiguous(text: str) -> bool:
    """Whether YAML versions disagree on what the plain word is: ``yes``, ``Off``, ``True``, ``~`` and the like."""
    return text not in _WORDS and text.casefold() in _AMBIGUOUS
