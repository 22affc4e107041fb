"""Plans as the plain data of the command-line contract."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from generator.plans.changed_request import changed_request, is_confirmed_by_score
from generator.plans.outcome import Outcome, outcome_of
from generator.plans.payments import base_going_on
from generator.plans.points import Points, may_be_vetoed
from generator.plans.reading import PlanRequest, read_plan_request
from generator.plans.search import MOST_CHANGES, plans_of
from generator.plans.steps import Pace, Step, steps_of
from generator.plans.titles import EFFORTS, effort_of, title_of
from generator.plans.words import said
from generator.scoring.changing import Effort
from generator.scoring.codes import QuestionCode
from generator.scoring.dates import write_month
from generator.scoring.memory import Memory
from generator.scoring.model import Policy
from generator.scoring.questions import Changeable
from generator.timeline.assumptions import beyond_edition_from, unverified_from
from generator.timeline.course import Course
from generator.timeline.later_rows import written
from generator.timeline.moments import Moment, moments_of

type Plain = Mapping[str, object]


def plans_document(plain: object, policy: Policy, memory: Memory) -> Plain:
    """Return the minimal plans, the easiest first.

    Beyond the contract: ``met`` where nothing has to change, ``because`` where nothing helps, ``until`` which day was
    looked at, ``open`` which answers are missing, and with each change what it rests on.
    """
    request = read_plan_request(plain, policy)
    course = request.course
    moments = list(moments_of(course, memory))
    outcomes = (
        [] if moments[0].meets_standard else sorted(_outcomes(request, moments, memory), key=_order)
    )
    document: dict[str, object] = {
        "policy": policy.code,
        "on": course.on.isoformat(),
        "until": course.until.isoformat(),
        "standard_score": course.stretches[0].edition.standard_score,
        "met": moments[0].meets_standard,
        "plans": [_plan(outcome, request) for outcome in outcomes],
    }
    open_answers = list(dict.fromkeys(_open(moments)))
    if open_answers:
        document["open"] = open_answers
    if not outcomes and not moments[0].meets_standard:
        document["because"] = said("none", moments, course, most=MOST_CHANGES)
    return {**document, **beyond_of(course)}


def beyond_of(course: Course) -> Mapping[str, str]:
    """Return from when on the last edition or the last known yardstick is taken to go on, as a timeline says it."""
    days = {
        "beyond_edition_from": beyond_edition_from(course),
        "unverified_from": unverified_from(course),
    }
    return {key: day.isoformat() for key, day in days.items() if day is not None}


def _outcomes(request: PlanRequest, moments: Sequence[Moment], memory: Memory) -> Iterator[Outcome]:
    if all(map(may_be_vetoed, moments)):
        return
    steps = steps_of(request)
    points = Points(request.course, moments, memory)
    may_wait = Effort.WAIT not in request.without_efforts
    for plan in plans_of(points, steps, may_wait=may_wait):
        yield outcome_of(plan, request.course, memory)


def _order(outcome: Outcome) -> tuple[int, date, int]:
    """Return what plans are sorted by: the effort of the hardest step, the date, the number of changes."""
    steps = outcome.plan.steps
    return EFFORTS.index(effort_of(steps)), outcome.day, len(steps)


def _open(moments: Sequence[Moment]) -> Iterator[QuestionCode]:
    """Return the questions without an answer that keep what some rule finds open."""
    for moment in moments:
        for finding in moment.findings.values():
            yield from finding.missing


def _plan(outcome: Outcome, request: PlanRequest) -> Plain:
    course, steps = request.course, outcome.plan.steps
    changes = [_change(step, outcome, course) for step in steps]
    if outcome.day != course.on:
        day = outcome.day.isoformat()
        changes.append({"answer": "on", "from": course.on.isoformat(), "to": day})
    by_score = is_confirmed_by_score(outcome, request)
    document: dict[str, object] = {
        "title": title_of(outcome, course),
        "effort": effort_of(steps),
        "changes": changes,
        "date": outcome.day.isoformat(),
        "score": outcome.low if outcome.low == outcome.high else None,
        "range": [outcome.low, outcome.high],
        "confirmed_by": "score" if by_score else "timeline",
        "request": changed_request(outcome, request),
    }
    assumed = list(dict.fromkeys(_assumed(outcome, course)))
    return {**document, "assumptions": assumed} if assumed else document


def _change(step: Step, outcome: Outcome, course: Course) -> Plain:
    about = {
        "indicator": step.indicator.code,
        "certainty": step.indicator.certainty,
        "effort": step.effort,
    }
    if step.pace is not Pace.PAYING:
        return {
            "answer": step.code,
            "from": course.stretches[0].answers.get(step.code),
            "to": outcome.counts.get(step.code, step.to),
            **about,
        }
    assert isinstance(step.to, Decimal)
    before = base_going_on(course)
    return {
        "answer": step.code,
        "from": None if before is None else written(before),
        "to": written(step.to),
        "from_month": write_month(step.since),
        **about,
    }


def _assumed(outcome: Outcome, course: Course) -> Iterator[str]:
    """Return what a plan takes for granted."""
    for step in outcome.plan.steps:
        question = outcome.stretch.edition.questions[step.code]
        source = question.from_ledger
        if question.changeable is Changeable.WITH_TIME and source and source.window_months:
            words = {"window_months": source.window_months}
            yield course.policy.plans.get("window", "").format_map(words)
