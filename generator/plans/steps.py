"""The steps that a plan can take: each changes one answer, at once or from now on month by month."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from generator.plans.payments import bases_to_choose, first_month_to_choose, paid_from
from generator.plans.reading import PlanRequest
from generator.scoring.changing import Effort
from generator.scoring.codes import Month, QuestionCode
from generator.scoring.dates import month_of
from generator.scoring.facts import Answer
from generator.scoring.model import Edition, Indicator
from generator.scoring.questions import Changeable
from generator.timeline.course import Course, Stretch
from generator.timeline.days import ahead_of
from generator.timeline.going_ledger import GoingLedger


class Pace(Enum):
    """How a step takes effect."""

    AT_ONCE = auto()
    """The answer is another one from the first day on."""
    MONTHLY = auto()
    """A count goes up by one with each month that passes."""
    PAYING = auto()
    """The ledger goes on at another base."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Step:
    """A change of one answer. Each is equal to itself only.

    Of two steps of the same answer and road the one of lower ``rank`` asks less of a person.
    """

    code: QuestionCode
    pace: Pace
    to: Answer | None
    """The new answer; the base of a ledger; None for a count that grows."""
    effort: Effort
    road: str
    rank: Decimal
    since: Month
    """The first month in which a count grows or a base is paid."""
    ledger: GoingLedger | None = None
    """The ledger with the base that is paid."""
    says: str
    """The deed, with words in braces."""
    indicator: Indicator
    """The one for whose points it is taken first of all."""

    def asks_less(self, other: "Step") -> bool:
        """Tell whether this is the smaller one of two steps of the same answer."""
        same = self.code == other.code and self.road == other.road
        return same and self.rank < other.rank


def steps_of(request: PlanRequest) -> tuple[Step, ...]:
    """Return all steps that somebody may take but for those struck out, in the order of the form, smaller ones first."""
    course = request.course
    since = first_month_to_choose(course)
    paid = {base: paid_from(course, base, since) for base in bases_to_choose(course, since)}
    found: dict[tuple[QuestionCode, object], Step] = {}
    for stretch in course.stretches:
        struck = _struck(stretch.edition, request)
        payments = _payments(course, stretch.edition, since, paid)
        for step in (*_steps(course, stretch), *payments):
            if step.code not in struck and step.effort not in request.without_efforts:
                found.setdefault((step.code, step.to), step)
    asked = tuple(course.policy.changes)
    return tuple(sorted(found.values(), key=lambda step: (asked.index(step.code), step.rank)))


def _struck(edition: Edition, request: PlanRequest) -> set[QuestionCode]:
    """Return the questions of the indicators that are struck out, and the ledger with that of the base."""
    excluded = request.without_indicators
    base = _indicator_of_base(edition)
    struck = {code for each in edition.indicators if each.code in excluded for code in each.reads}
    if base is not None and base.code in excluded:
        struck |= set(edition.ledgers)
    return struck


def _steps(course: Course, stretch: Stretch) -> Iterator[Step]:
    edition, changes = stretch.edition, course.policy.changes
    ahead = ahead_of(course, stretch)
    for indicator in edition.indicators:
        for code in indicator.reads:
            question, change = edition.questions[code], changes.get(code)
            if change is None or code not in stretch.answers:
                continue
            if question.changeable is Changeable.NOW:
                for to, rank in indicator.better_answers(code, ahead):
                    own = change.choices.get(to) if isinstance(to, str) else None
                    yield Step(
                        code=code,
                        pace=Pace.AT_ONCE,
                        to=to,
                        effort=change.effort if own is None else own.effort,
                        road="" if own is None else own.road,
                        rank=Decimal(rank),
                        since=month_of(course.on),
                        says=change.step if own is None else own.step,
                        indicator=indicator,
                    )
            elif code not in stretch.growing:
                yield Step(
                    code=code,
                    pace=Pace.MONTHLY,
                    to=None,
                    effort=change.effort,
                    road="",
                    rank=Decimal(0),
                    since=course.grows_from(code, stretch),
                    says=change.step,
                    indicator=indicator,
                )


def _payments(
    course: Course, edition: Edition, since: Month, paid: Mapping[Decimal, GoingLedger]
) -> Iterator[Step]:
    indicator = _indicator_of_base(edition)
    for code in edition.ledgers:
        change = course.policy.changes.get(code)
        if change is not None and indicator is not None:
            for base, ledger in paid.items():
                yield Step(
                    code=code,
                    pace=Pace.PAYING,
                    to=base,
                    effort=change.effort,
                    road="",
                    rank=base,
                    since=since,
                    ledger=ledger,
                    says=change.step,
                    indicator=indicator,
                )


def _indicator_of_base(edition: Edition) -> Indicator | None:
    """Return the indicator that nothing but the bases of contributions decides."""
    for indicator in edition.indicators:
        sources = [edition.questions[code].from_ledger for code in indicator.reads]
        if all(each is not None and each.multiple is not None for each in sources):
            return indicator
    return None
