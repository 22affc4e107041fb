"""Cases that fail because of one figure: with which other value of it would all of them come true?"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from generator.checking.changes import Figure, rule_figures, with_figure
from generator.checking.trials import Trial
from generator.checking.view import IndicatorView
from generator.loading.expectations import differences
from generator.policy.marked import marked
from generator.reading.nodes import follow
from generator.scoring.codec import write_rule
from generator.scoring.codes import IndicatorCode
from generator.scoring.model import Indicator
from generator.scoring.records import read_record
from generator.scoring.rules.declared import Adjoining
from generator.scoring.rules.kinds import KINDS

_SCALES: Final = (12, 10, 100)
"""Years said in months, a nought too many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A figure of an indicator's rule, and the value with which cases come true that fail."""

    indicator: IndicatorCode
    figure: Figure
    instead: int | Decimal

    def explains(self, trials: Collection[Trial]) -> bool:
        """Whether all these cases, which are of one edition, come true with it."""
        indicator = _indicator(self.indicator, trials)
        if indicator is None:
            return False
        plain = with_figure(write_rule(indicator.rule), self.figure, self.instead)
        assert isinstance(plain, dict)
        changed = replace(indicator, rule=read_record(KINDS[indicator.rule.kind], plain))
        return all(_comes_true(trial, changed) for trial in trials)


def slip_behind(
    view: IndicatorView, failing: Sequence[Trial], sound: Sequence[Trial]
) -> Slip | None:
    """The one figure of the indicator that lets the failing cases come true, and the sound ones go on doing so."""
    indicator = _indicator(view.code, failing)
    if indicator is None:
        return None
    adjoining = [each.field for each in marked(indicator.rule, Adjoining)]
    found = [
        slip
        for figure in rule_figures(follow(view.node, "rule"), (), adjoining)
        if (slip := _slip(indicator.code, figure, [*failing, *sound])) is not None
    ]
    return found[0] if len(found) == 1 else None


def _slip(code: IndicatorCode, figure: Figure, trials: Collection[Trial]) -> Slip | None:
    slips = (Slip(indicator=code, figure=figure, instead=value) for value in likely(figure.value))
    return next((each for each in slips if each.explains(trials)), None)


def likely(value: int | Decimal) -> Iterator[int | Decimal]:
    """What may have been meant: the next ones, another unit, a digit less or more or another one, two that changed places."""
    text = str(value)
    near = [value + 1, value - 1, *(value * scale for scale in _SCALES)]
    near += [value // scale for scale in _SCALES if value % scale == 0]
    said = [text[:at] + text[at + 1 :] for at in range(len(text))]
    said += [text[:at] + text[at : at + 2][::-1] + text[at + 2 :] for at in range(len(text) - 1)]
    said += [
        text[:at] + digit + text[at + width :]
        for at in range(len(text) + 1)
        for digit in "0123456789"
        for width in (1, 0)
    ]
    near += [type(value)(each) for each in said if each.replace(".", "", 1).isdecimal()]
    return (each for each in dict.fromkeys(near) if each > 0 and each != value)


def _indicator(code: str, trials: Collection[Trial]) -> Indicator | None:
    of_edition = next(iter(trials)).request.edition.indicators
    return next((each for each in of_edition if each.code == code), None)


def _comes_true(trial: Trial, changed: Indicator) -> bool:
    try:
        finding = changed.assess(trial.facts)
    except (ValueError, OverflowError):
        return False  # such as so many years that no calendar goes back to
    return not differences(trial.case, trial.verdict((changed.code, finding)))
