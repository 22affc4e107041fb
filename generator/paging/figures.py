"""Figures that prose asks for by reference: of an indicator's file, of the yardsticks, of the edition."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.policy.facts import Fact
from generator.policy.indicators import IndicatorText
from generator.policy.plain import Plain
from generator.policy.yardsticks import YardstickPeriod
from generator.scoring.model import Edition
from generator.scoring.questions import FromLedger

_STEP = re.compile(r"[^.\[\]]+")


class UnknownFigureError(Exception):
    """Prose asks for a figure that the data does not have."""


def figure(indicators: Mapping[str, IndicatorText], path: str) -> str:
    """``age.rule.cap`` → ``30``; list entries by position (``[0]``) or by their choice, question or months.

    Raises UnknownFigureError with the first step that leads nowhere.
    """
    code, *steps = _STEP.findall(path)
    indicator = indicators.get(code)
    if indicator is None:
        raise UnknownFigureError(f"figure {path!r}: the edition has no indicator {code}")
    value: Plain = {"rule": dict(indicator.rule)}
    for step in steps:
        value = _step(value, step, path)
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise UnknownFigureError(f"figure {path!r} is not a single figure")
    return str(value)


def yuan_of(periods: Sequence[YardstickPeriod], month: str) -> str:
    """The yardstick of a month; raises UnknownFigureError where it is not established."""
    for period in periods:
        if period.from_ <= month <= period.to:
            return str(period.yuan)
    raise UnknownFigureError(f"no yardstick is established for {month}")


def fact(facts: Mapping[str, Fact], code: str) -> Fact:
    """The fact of that code; raises UnknownFigureError."""
    if code not in facts:
        raise UnknownFigureError(f"there is no fact {code}")
    return facts[code]


def multiple(edition: Edition, question: str) -> str:
    """The multiple of the reference level that a question of months asks about."""
    found = _from_ledger(edition, question).multiple
    if found is None:
        raise UnknownFigureError(f"the question {question} asks about no multiple")
    return str(found)


def window(edition: Edition, question: str) -> str:
    """How many months back a question of months looks."""
    found = _from_ledger(edition, question).window_months
    if found is None:
        raise UnknownFigureError(f"the question {question} looks back without end")
    return str(found)


def times(yuan: str, multiple_of_it: str) -> str:
    """A yardstick times a multiple, to the cent where there are cents: ``9,116.80``."""
    product = int(yuan) * Decimal(multiple_of_it)
    return f"{product:,.0f}" if product == product.to_integral_value() else f"{product:,.2f}"


def _from_ledger(edition: Edition, question: str) -> FromLedger:
    found = edition.questions.get(question)
    if found is None or found.from_ledger is None:
        raise UnknownFigureError(f"{question} is no question that a ledger can answer")
    return found.from_ledger


def _step(value: Plain, step: str, path: str) -> Plain:
    if isinstance(value, Mapping) and step in value:
        return value[step]
    if isinstance(value, list):
        if step.isdecimal() and int(step) < len(value):
            return value[int(step)]
        for entry in value:
            if isinstance(entry, Mapping) and step in (entry.get("choice"), entry.get("question")):
                return entry
    raise UnknownFigureError(f"figure {path!r}: there is no {step!r}")
