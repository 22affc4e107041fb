"""The numbers of JSON text, exact, whatever reads the text."""

from decimal import Decimal

LONGEST_NUMBER = 100
OUT_OF_BOUNDS = "1e99"


def decimal_of(text: str) -> Decimal:
    """Return the exact number; what no bound of a request admits stays just as far out on every platform."""
    exponent = text.lower().partition("e")[2]
    if len(exponent) > len("+99") or len(text) > LONGEST_NUMBER:
        return Decimal(OUT_OF_BOUNDS)
    return Decimal(text)


def whole_of(text: str) -> int:
    """Return the whole number; of one too long for Python to read, a part that no bound admits either."""
    return int(text[:LONGEST_NUMBER])
