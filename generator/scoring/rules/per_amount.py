"""Rule kind ``per_amount``: points for each full unit of an amount, by one's own share."""

from decimal import ROUND_FLOOR, Context, Decimal

from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Value, open_between, settled
from generator.scoring.rule_kinds import PerAmountRule
from generator.scoring.span import Span, exactly

EXACT = Context(prec=64)
"""Wide enough for the product of any two numbers that a request may hold."""

PERCENT = 100

FINEST = Decimal("0.000001")
"""Of a yuan, as the counted part of an amount is shown; rounded down, so that it never shows a unit too many."""


def assess_per_amount(rule: PerAmountRule, facts: Facts) -> Finding:
    """Return the points of all full units up to the cap; the share scales the amount where the rule says so."""
    amount = facts.amount(rule.amount)
    scaled = rule.share_applies is None or facts.readings[rule.share_applies] == "scaled"
    share = facts.amount(rule.share) if scaled else exactly(Decimal(PERCENT))
    counted = Span(_share_of(amount.low, share.low), _share_of(amount.high, share.high))
    low, high = _points(rule, counted.low), _points(rule, counted.high)
    figures: dict[str, Value] = {"rate": rule.points, "per": rule.per, "cap": rule.cap}
    known: dict[str, Value] = {}
    if amount.is_exact:
        known["amount"] = amount.low
    if share.is_exact:
        known["share"] = share.low
    if low != high:
        codes = (rule.amount, rule.share) if scaled else (rule.amount,)
        return open_between(low, high, missing=facts.missing(*codes), facts=known, figures=figures)
    if counted.is_exact:
        known |= {"counted": _shown(counted.low), "units": _units(rule, counted.low)}
    return settled(low, facts=known, figures=figures)


def _share_of(amount: Decimal, share: Decimal) -> Decimal:
    return EXACT.divide(EXACT.multiply(amount, share), Decimal(PERCENT))


def _shown(counted: Decimal) -> Decimal:
    finer = int(counted.as_tuple().exponent) < int(FINEST.as_tuple().exponent)
    return counted.quantize(FINEST, rounding=ROUND_FLOOR, context=EXACT) if finer else counted


def _units(rule: PerAmountRule, counted: Decimal) -> int:
    return int(EXACT.divide_int(counted, Decimal(rule.per)))


def _points(rule: PerAmountRule, counted: Decimal) -> int:
    return min(rule.cap, rule.points * _units(rule, counted))
