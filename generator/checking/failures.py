"""Cases that fail, told by what they have in common: the figure that lets them fail, else the rule that they are about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.checking.running import RunnableEdition
from generator.checking.slips import Slip, slip_behind
from generator.checking.trials import Trial
from generator.checking.view import IndicatorView
from generator.diagnostics import Code, Diagnostic, Note
from generator.loading.taken_over import PlacedCase
from generator.policy.cases import Case
from generator.policy.places import Places
from generator.scoring.dates import write_month
from generator.scoring.model import Policy

FEWEST: Final = 2
"""Cases that make a figure a likely cause; one alone may as well be wrong itself."""

MANY: Final = 5
"""More cases than this that disagree about the same thing are reported together, these many by their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A case that fails, and what comes out otherwise, by what it is about."""

    placed: PlacedCase
    trial: Trial
    found: Mapping[str, str]

    @property
    def about(self) -> str:
        """What it says first."""
        return next(iter(self.found))

    @property
    def said(self) -> str:
        """The case with all that comes out otherwise."""
        return f"the case “{self.placed.case.name}” expects {'; '.join(self.found.values())}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """The cases of an edition: those that come true, those that fail, and what else is wrong with any."""

    edition: RunnableEdition
    mistakes: tuple[Diagnostic, ...]
    failures: tuple[Failure, ...]
    sound: tuple[Trial, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong with any of them."""
        return not self.mistakes and not self.failures


def told(tried: Sequence[Tried], places: Places) -> Iterator[Diagnostic]:
    """The failing cases of all editions, each once, and what else is wrong with cases."""
    slips: dict[Slip, list[Failure]] = {}
    for each in tried:
        yield from each.mistakes
        yield from _told(each, slips, places)
    for slip, failures in slips.items():
        yield _slipped(slip, failures, places)


def _told(tried: Tried, slips: dict[Slip, list[Failure]], places: Places) -> Iterator[Diagnostic]:
    """The failing cases of an edition but for those of ``slips``, which gets those that it explains."""
    left = list(tried.failures)
    for slip in [*slips, *_slips(tried)]:
        explained = [each for each in left if slip.explains([each.trial])]
        if slip in slips or len(explained) >= FEWEST:
            slips.setdefault(slip, []).extend(explained)
            left = [each for each in left if each not in explained]
    while left:
        about = left[0].about
        view = tried.edition.view.indicator(about)
        group = [each for each in left if each.about == about]
        yield from _of_one_rule(group, _hint_of_rule(view), places)
        left = [each for each in left if each.about != about]


def _slips(tried: Tried) -> Iterator[Slip]:
    """The figures of those rules that failing cases are about, each with which all of them would come true."""
    abouts = dict.fromkeys(each.about for each in tried.failures)
    for about in abouts:
        view = tried.edition.view.indicator(about)
        failing = [each.trial for each in tried.failures if each.about == about]
        slip = None if view is None else slip_behind(view, failing, tried.sound)
        if slip is not None:
            yield slip


def _slipped(slip: Slip, failures: Sequence[Failure], places: Places) -> Diagnostic:
    at = {places.of_key(each.placed.case.text, "expect"): each for each in failures}
    first = list(at)[:MANY]
    return Diagnostic(
        code=Code.FAILED_CASE,
        place=slip.figure.place,
        message=f"{slip.figure.key} is {slip.figure.value}: with {slip.instead} these cases would come true",
        notes=tuple(Note(place=place, text=at[place].said) for place in first),
        also=tuple(list(at)[MANY:]),
        hint="check the clause: either this figure or the expectations are wrong",
    )


def _of_one_rule(group: Sequence[Failure], hint: str, places: Places) -> Iterator[Diagnostic]:
    if len(group) <= MANY:
        for each in group:
            of_months = _hint_of_open_months(each.placed.case, each.trial.request.policy)
            yield _failure(each, of_months or hint, places)
        return
    first, *others = group
    also = tuple(places.of_key(other.placed.case.text, "expect") for other in others)
    told_first = _failure(first, hint, places)
    message = f"{told_first.message}; {len(also)} more cases disagree about it"
    yield replace(told_first, message=message, also=also)


def _failure(failure: Failure, hint: str, places: Places) -> Diagnostic:
    return Diagnostic(
        code=Code.FAILED_CASE,
        place=places.of_key(failure.placed.case.text, "expect"),
        message=failure.said,
        hint=hint,
    )


def _hint_of_rule(indicator: IndicatorView | None) -> str:
    """Where the rule stands whose points the cases disagree about; empty where it isn't about an indicator."""
    if indicator is None:
        return ""
    file = indicator.place.source.name
    return f"check the clause: either the rule in {file}, a figure that it reads or the expectation is wrong"


def _hint_of_open_months(case: Case, policy: Policy) -> str:
    """For a case that reads months without a reference level in another way; empty for others."""
    yardsticks = policy.yardsticks
    answers = case.request["answers"]
    readings = answers.get("readings") if isinstance(answers, Mapping) else None
    if not isinstance(readings, Mapping) or yardsticks.unestablished not in readings:
        return ""
    last = write_month(yardsticks.reference_level[-1].last)
    return f"the reference level is known to {last}: let its months come after that, or correct it"
