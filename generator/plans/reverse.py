"""The reverse questions: to pass by a day, which base from which month on, and how many more insured months?"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.plans.document import beyond_of
from generator.plans.insured_months import insured_months_of
from generator.plans.outcome import outcome_of
from generator.plans.payments import months_paid, paid_from
from generator.plans.points import Points
from generator.plans.reading import PlanRequest, read_plan_request
from generator.plans.search import Plan
from generator.plans.steps import Pace, Step, steps_of
from generator.plans.titles import highest_level
from generator.plans.words import said
from generator.scoring.codes import Month
from generator.scoring.dates import month_of, write_month
from generator.scoring.memory import Memory
from generator.scoring.model import Policy
from generator.scoring.questions import FromLedger
from generator.timeline.course import Course
from generator.timeline.later_rows import written
from generator.timeline.moments import Moment, moments_of

type Plain = Mapping[str, object]


def reverse_of(plain: object, policy: Policy, memory: Memory) -> Plain:
    """Return both answers, each exact or with the reason why it is not possible.

    ``first_date`` is the day on which waiting alone is enough; then no other base is needed. Without ``by`` the last
    day of the last edition is meant.
    """
    request = read_plan_request(plain, policy)
    course = request.course
    moments = list(moments_of(course, memory))
    passing = next((moment for moment in moments if moment.meets_standard), None)
    document: dict[str, object] = {
        "policy": policy.code,
        "on": course.on.isoformat(),
        "by": course.until.isoformat(),
        "until": course.until.isoformat(),
        "standard_score": moments[-1].stretch.edition.standard_score,
        "first_date": None if passing is None else passing.day.isoformat(),
        "base": {"needed": False, "options": []},
    }
    if passing is None:
        options = list(_options(request, moments, memory))
        because = {} if options else {"because": said("base_impossible", moments, course)}
        document["base"] = {"needed": True, "options": options, **because}
    insured = insured_months_of(course, moments, passing)
    if insured is not None:
        document["insured_months"] = insured
    return {**document, **beyond_of(course)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Payment:
    """A step that pays, and the base in yuan that it takes in the months to come."""

    step: Step
    base: Decimal
    assumed: FromLedger | None
    """The count that has to be taken on trust where there is no ledger."""


def _options(request: PlanRequest, moments: Sequence[Moment], memory: Memory) -> Iterator[Plain]:
    """Return the bases from the least on, each with the latest month to begin in; a higher one only if it is later."""
    if all(moment.is_vetoed for moment in moments):
        return
    course = request.course
    steps = steps_of(request)
    points = Points(course, moments, memory)
    latest: Month | None = None
    for payment in sorted(_payments(steps, course), key=lambda payment: payment.base):
        step = _latest(payment.step, points, course)
        if step is not None and (latest is None or step.since > latest):
            latest = step.since
            yield _option(replace(payment, step=step), points, course, memory)


def _payments(steps: Sequence[Step], course: Course) -> Iterator[_Payment]:
    questions = course.stretches[-1].edition.questions
    for step in steps:
        source = questions[step.code].from_ledger if step.code in questions else None
        if step.pace is Pace.PAYING:
            assert isinstance(step.to, Decimal)
            yield _Payment(step=step, base=step.to, assumed=None)
        elif step.pace is Pace.MONTHLY and source is not None and source.multiple is not None:
            level = highest_level(course, step.since, month_of(course.until))
            yield _Payment(step=step, base=source.multiple * level, assumed=source)


def _latest(step: Step, points: Points, course: Course) -> Step | None:
    """Return the step begun as late as possible, so that a month later is too late; None if it is never enough."""
    months = range(step.since, month_of(course.until))

    def is_too_late(month: Month) -> bool:
        return points.first_passing((_begun(step, month, course),)) is None

    place = bisect_left(months, x=True, key=is_too_late)
    return _begun(step, months[place - 1], course) if place else None


def _begun(step: Step, since: Month, course: Course) -> Step:
    """Return the step begun in another month."""
    if step.pace is not Pace.PAYING:
        return replace(step, since=since)
    assert isinstance(step.to, Decimal)
    return replace(step, since=since, ledger=paid_from(course, step.to, since))


def _option(payment: _Payment, points: Points, course: Course, memory: Memory) -> Plain:
    step = payment.step
    place = points.first_passing((step,))
    assert place is not None
    outcome = outcome_of(Plan(steps=(step,), day=points.days[place]), course, memory)
    months = months_paid(course, step.since, month_of(outcome.day))
    entry: dict[str, object] = {
        "base": written(payment.base),
        "from_month": write_month(step.since),
        "months": months,
        "date": outcome.day.isoformat(),
        "score": outcome.low,
    }
    if payment.assumed is not None:
        words = {"window_months": payment.assumed.window_months}
        entry["assumptions"] = [course.policy.plans.get("window", "").format_map(words)]
    return entry
