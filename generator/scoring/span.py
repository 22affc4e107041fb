"""A number known exactly or only between two ends, both included."""

from decimal import Decimal
from typing import NamedTuple

type Number = int | Decimal


class Span[N: Number](NamedTuple):
    """From ``low`` to ``high``; exact where they are equal."""

    low: N
    high: N

    @property
    def is_exact(self) -> bool:
        """Tell whether both ends are the same."""
        return self.low == self.high


def exactly[N: Number](number: N) -> Span[N]:
    """Return the span of one known number."""
    return Span(number, number)
