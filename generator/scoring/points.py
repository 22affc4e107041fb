"""Points: whole numbers or exact decimals such as 0.25, never binary fractions."""

from decimal import Decimal

type Points = int | Decimal


def magnitude(points: Points) -> Points:
    """Return the points without their sign."""
    return max(points, -points)
