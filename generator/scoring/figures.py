"""How figures are written, in sentences and on pages: the one place that says it.

``calculator/figures.js`` writes the same in the cells of the calculator; both are held to ``tests/figures.json``.
"""

from decimal import Decimal

from generator.scoring.findings import Value

LONG_NUMBER = 1_000
"""From here on digits are set in groups of three; a year is no figure."""
MINUS = "\N{MINUS SIGN}"


def shown(value: Value) -> str:
    """Return a value as sentences show it: long numbers in groups, decimals without idle zeros, lists with 、."""
    if isinstance(value, Decimal):
        text = f"{value:,f}" if value >= LONG_NUMBER else f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(value, int):
        return f"{value:,}" if value >= LONG_NUMBER else str(value)
    return "、".join(value) if isinstance(value, tuple) else value


def ungrouped(value: Value) -> str:
    """Return a value as sentences about the score as a whole say it: no groups, decimals without idle zeros."""
    return shown(value).replace(",", "") if isinstance(value, Decimal) else str(value)


def signed(points: int | Decimal) -> str:
    """Return points as they stand by themselves: with a real minus sign."""
    return shown(points).replace("-", MINUS)


def money(yuan: Decimal) -> str:
    """Return an amount of money where it stands as such: 9,116.80, or 11,396 where there are no cents."""
    return f"{yuan:,.0f}" if yuan == yuan.to_integral_value() else f"{yuan:,.2f}"
