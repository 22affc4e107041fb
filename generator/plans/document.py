"""Plans as the plain data of the command-line contract."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.plans.changed import changed_request
from generator.plans.levers import Lever, Value, change_month
from generator.plans.reading import Wish, read_wish
from generator.plans.search import MOST_CHANGES, Plan, plans_of
from generator.scoring.dates import in_words, write_month
from generator.scoring.model import Policy
from generator.scoring.questions import Changeable
from generator.timeline.complete import refuse_open
from generator.timeline.course import Course, Stretch
from generator.timeline.later_rows import written
from generator.timeline.moments import moments_of

type Plain = Mapping[str, object]


def plans_document(plain: object, policy: Policy) -> Plain:
    """Return the minimal plans; raises RequestError also where the score stays open.

    Beyond the contract: ``met`` where nothing has to change, ``because`` where nothing helps, ``until`` which
    day was looked at, and with each change what it rests on.
    """
    wish = read_wish(plain, policy)
    course = wish.course
    moments = list(moments_of(course))
    refuse_open(moments)
    document: dict[str, object] = {
        "policy": policy.code,
        "on": course.on.isoformat(),
        "until": course.until.isoformat(),
        "standard_score": course.stretches[0].edition.standard_score,
        "met": moments[0].meets_standard,
    }
    if moments[0].meets_standard:
        return {**document, "plans": []}
    found = sorted(plans_of(course, moments, wish.excluded), key=_order)
    document["plans"] = [_plan(plan, wish) for plan in found]
    if not found:
        key = "vetoed" if all(moment.is_vetoed for moment in moments) else "none"
        document["because"] = _said(policy, key, course)
    if wish.by is not None and wish.by > course.until:
        document["beyond_edition"] = _said(policy, "beyond_edition", course)
    return document


def _order(plan: Plan) -> tuple[int, str]:
    return len(plan.changes) + plan.waits, plan.day.isoformat()


def _said(policy: Policy, key: str, course: Course) -> str:
    standard = course.stretches[-1].edition.standard_score
    return policy.plans.get(key, "").format_map(
        {
            "until": in_words(course.until),
            "standard_score": standard,
            "most": MOST_CHANGES,
        }
    )


def _plan(plan: Plan, wish: Wish) -> Plain:
    course = wish.course
    stretch = next(each for each in reversed(course.stretches) if each.first <= plan.day)
    changes = [_change(lever, value, course) for lever, value in plan.changes]
    if plan.waits:
        changes.append({"answer": "on", "from": course.on.isoformat(), "to": plan.day.isoformat()})
    document: dict[str, object] = {
        "changes": changes,
        "date": plan.day.isoformat(),
        "score": plan.score,
        "request": changed_request(course, wish.plain, plan.day, plan.changes),
    }
    assumed = list(dict.fromkeys(_assumed(plan, course, stretch)))
    if assumed:
        document["assumptions"] = assumed
    return document


def _change(lever: Lever, value: Value, course: Course) -> Plain:
    about = {"indicator": lever.indicator.code, "certainty": lever.indicator.certainty}
    if not isinstance(value.to, Decimal):
        return {
            "answer": lever.code,
            "from": course.stretches[0].answers.get(lever.code),
            "to": value.to,
            **about,
        }
    base = None if course.ledger is None else course.ledger.base
    return {
        "answer": lever.code,
        "from": None if base is None else written(base),
        "to": written(value.to),
        "from_month": write_month(change_month(course)),
        **about,
    }


def _assumed(plan: Plan, course: Course, stretch: Stretch) -> Iterator[str]:
    """Return what the plan takes for granted."""
    texts = course.policy.plans
    for lever, _ in plan.changes:
        question = stretch.edition.questions[lever.code]
        source = question.from_ledger
        if question.changeable is Changeable.WITH_TIME and source and source.window_months:
            yield texts.get("window", "").format_map({"window_months": source.window_months})
