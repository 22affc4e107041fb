"""Points: whole numbers or exact decimals such as 0.25, never binary fractions."""

from decimal import Decimal

type Points = int | Decimal


def magnitude(points: Points) -> Points:
    """Return the points without their sign."""
    return max(points, -points)


def units_for(points: Points, each: Points) -> int:
    """Return the least number of units of ``each`` points, which is above 0, that give at least ``points``."""
    units = int(points // each)
    return units if units * each >= points else units + 1
