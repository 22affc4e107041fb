"""Figures that prose asks for by reference: of an indicator's file, of the yardsticks, of the edition."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.loading.model import PolicyText
from generator.policy.dates import month_index
from generator.policy.editions import EditionText
from generator.policy.facts import Fact
from generator.policy.indicators import IndicatorText
from generator.policy.value_paths import is_figure, step_into, steps_of
from generator.policy.yardsticks import LAST, YardstickPeriod, period_of
from generator.scoring.dates import write_month
from generator.scoring.figures import money
from generator.scoring.model import Edition
from generator.scoring.questions import FromLedger

if TYPE_CHECKING:
    from generator.policy.plain import Plain


class UnknownFigureError(Exception):
    """Prose asks for a figure that the data does not have."""


def figure(indicators: Mapping[str, IndicatorText], path: str) -> str:
    """``age.rule.cap`` → ``30``; list entries by position (``[0]``) or by their choice or question.

    Raises UnknownFigureError with the first step that leads nowhere.
    """
    code, *steps = steps_of(path)
    indicator = indicators.get(code)
    if indicator is None:
        raise UnknownFigureError(f"figure {path!r}: the edition has no indicator {code}")
    value: Plain = {"rule": dict(indicator.rule)}
    for step in steps:
        value = step_into(value, step)
        if value is None:
            raise UnknownFigureError(f"figure {path!r}: there is no {step!r}")
    if not is_figure(value):
        raise UnknownFigureError(f"figure {path!r} is not a single figure")
    return str(value)


def yuan_of(periods: Sequence[YardstickPeriod], month: str) -> str:
    """The yardstick of a month, or of the ``last`` that is established; raises UnknownFigureError where none is."""
    if month == LAST:
        return str(periods[-1].yuan)
    period = period_of(periods, month)
    if period is None:
        raise UnknownFigureError(f"no yardstick is established for {month}")
    return str(period.yuan)


def open_from(periods: Sequence[YardstickPeriod]) -> str:
    """The first month whose yardstick is not established: the one after the last period."""
    return write_month(month_index(periods[-1].to) + 1)


def fact(policy: PolicyText, edition: EditionText, code: str) -> Fact:
    """The fact of that code, as it is under the edition on the day that pages speak of; raises UnknownFigureError."""
    if code not in policy.facts:
        raise UnknownFigureError(f"there is no fact {code}")
    day = max(policy.as_of, edition.in_force_from)
    return policy.facts[code].on(min(day, edition.in_force_to or day))


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
    return money(int(yuan) * Decimal(multiple_of_it))


def _from_ledger(edition: Edition, question: str) -> FromLedger:
    found = edition.questions.get(question)
    if found is None or found.from_ledger is None:
        raise UnknownFigureError(f"{question} is no question that a ledger can answer")
    return found.from_ledger
