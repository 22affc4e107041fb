"""The reverse questions: to pass by a day, which base from which month, and how many more insured months?"""

from collections.abc import Mapping

from generator.plans.bases import bases_of
from generator.plans.reading import read_wish
from generator.scoring.errors import RequestError
from generator.scoring.model import Indicator, Policy
from generator.scoring.rule_kinds import AccruedMonthsRule
from generator.timeline.complete import refuse_open
from generator.timeline.course import Course
from generator.timeline.moments import Moment, moments_of

type Plain = Mapping[str, object]


def reverse_of(plain: object, policy: Policy) -> Plain:
    """Return both answers, each exact or with the reason why it is not possible; ``by`` is needed.

    ``first_date`` is the day on which waiting alone is enough; then no other base is needed.
    """
    wish = read_wish(plain, policy)
    course = wish.course
    if wish.by is None:
        raise RequestError("by", "缺少“by”，请写上最晚哪一天要达标。")
    moments = list(moments_of(course))
    refuse_open(moments)
    passing = next((moment for moment in moments if moment.meets_standard), None)
    options = [] if passing is not None else bases_of(course, moments)
    document: dict[str, object] = {
        "policy": policy.code,
        "on": course.on.isoformat(),
        "by": wish.by.isoformat(),
        "until": course.until.isoformat(),
        "standard_score": moments[-1].stretch.edition.standard_score,
        "first_date": None if passing is None else passing.day.isoformat(),
        "base": {"needed": passing is None, "options": options},
    }
    if passing is None and not options:
        because = _said(course, moments, "base_impossible")
        document["base"] = {"needed": True, "options": [], "because": because}
    insured = _insured_indicator(moments[0])
    if insured is not None:
        document["insured_months"] = _insured(insured, course, moments, passing)
    if wish.by > course.until:
        document["beyond_edition"] = _said(course, moments, "beyond_edition")
    return document


def _said(course: Course, moments: list[Moment], key: str, **words: object) -> str:
    if all(moment.is_vetoed for moment in moments) and key != "beyond_edition":
        key = "vetoed"
    always = {
        "until": course.until.isoformat(),
        "standard_score": moments[-1].stretch.edition.standard_score,
    }
    return course.policy.plans.get(key, "").format_map(always | words)


def _insured_indicator(moment: Moment) -> Indicator | None:
    """Return the indicator that counts all months of the ledger."""
    edition = moment.stretch.edition
    for indicator in edition.indicators:
        rule = indicator.rule
        if isinstance(rule, AccruedMonthsRule) and edition.questions[rule.question].from_ledger:
            return indicator
    return None


def _insured(
    indicator: Indicator, course: Course, moments: list[Moment], passing: Moment | None
) -> Plain:
    """Return how many more months there have to be, all else as it will be on the first day that passes."""
    facts = course.facts(course.on, course.stretches[0])
    rule = indicator.rule
    assert isinstance(rule, AccruedMonthsRule)
    have = facts.months(rule.question).low
    if passing is not None:
        more = max(0, _needed(indicator, passing) - have)
        return {"months": have, "more": more, "date": passing.day.isoformat()}
    scores = [moment.ends[0] for moment in moments]
    because = _said(course, moments, "insured_impossible", highest=max(scores))
    document: dict[str, object] = {"months": have, "more": None, "because": because}
    if not moments[-1].is_vetoed:
        needed = _needed(indicator, moments[-1])
        document |= {"needs": needed, "needs_more": needed - have}
        document["sentence"] = _said(course, moments, "insured_needs", months=needed)
    return document


def _needed(indicator: Indicator, moment: Moment) -> int:
    """Return the least months of insurance with which the moment meets the standard."""
    rule, edition = indicator.rule, moment.stretch.edition
    assert isinstance(rule, AccruedMonthsRule)
    others = sum(
        max(moment.findings[code].low for code in group.members) for group in edition.exclusive
    )
    grouped = {code for group in edition.exclusive for code in group.members}
    others += sum(
        finding.low
        for code, finding in moment.findings.items()
        if code not in grouped and code != indicator.code
    )
    units = -(-max(0, edition.standard_score - others) // rule.points)
    return units * rule.per_months
