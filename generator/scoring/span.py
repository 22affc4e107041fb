"""A number known exactly or only between two ends, both included."""

from dataclasses import dataclass
from decimal import Decimal

type Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Span[N: Number]:
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
