"""The reverse questions: to pass by a day, which base from which month, and how many more insured months?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.plans.bases import bases_of
from generator.plans.reading import read_wish
from generator.scoring.codes import QuestionCode
from generator.scoring.dates import in_words
from generator.scoring.errors import RequestError
from generator.scoring.model import Edition, Indicator, Policy
from generator.scoring.verdict import score_range
from generator.timeline.complete import refuse_open
from generator.timeline.course import Course
from generator.timeline.moments import Moment, moments_of

type Plain = Mapping[str, object]

MOST_MONTHS = 12_000
"""More months than any standard asks for: where so many don't reach it, no number does."""


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
    insured = _insured_in(moments[0].stretch.edition)
    if insured is not None:
        document["insured_months"] = _insured(insured, course, moments, passing)
    if wish.by > course.until:
        document["beyond_edition"] = _said(course, moments, "beyond_edition")
    return document


def _said(course: Course, moments: list[Moment], key: str, **words: object) -> str:
    if all(moment.is_vetoed for moment in moments) and key != "beyond_edition":
        key = "vetoed"
    always = {
        "until": in_words(course.until),
        "standard_score": moments[-1].stretch.edition.standard_score,
    }
    return course.policy.plans.get(key, "").format_map(always | words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Insured:
    """An indicator that counts all months of the ledger, and its question."""

    indicator: Indicator
    question: QuestionCode


def _insured_in(edition: Edition) -> _Insured | None:
    for indicator in edition.indicators:
        for code in indicator.reads:
            source = edition.questions[code].from_ledger
            if source is not None and source.window_months is None:
                return _Insured(indicator=indicator, question=code)
    return None


def _insured(
    insured: _Insured, course: Course, moments: list[Moment], passing: Moment | None
) -> Plain:
    """Return how many more months there have to be, all else as it will be on the first day that passes."""
    have = course.facts(course.on, course.stretches[0]).months(insured.question).low
    if passing is not None:
        needed = _needed(insured, course, passing)
        assert needed is not None
        return {"months": have, "more": max(0, needed - have), "date": passing.day.isoformat()}
    scores = [moment.ends[0] for moment in moments]
    because = _said(course, moments, "insured_impossible", highest=max(scores))
    document: dict[str, object] = {"months": have, "more": None, "because": because}
    needed = None if moments[-1].is_vetoed else _needed(insured, course, moments[-1])
    if needed is not None:
        document |= {"needs": needed, "needs_more": needed - have}
        document["sentence"] = _said(course, moments, "insured_needs", months=needed)
    return document


def _needed(insured: _Insured, course: Course, moment: Moment) -> int | None:
    """Return the least months of insurance with which the moment meets the standard; None where no number does."""
    edition, rule = moment.stretch.edition, insured.indicator.rule
    facts = course.facts(moment.day, moment.stretch)
    for months in sorted({0, *rule.better_counts(insured.question, 0, MOST_MONTHS)}):
        answers = {**facts.answers, insured.question: months}
        finding = rule.assess(replace(facts, answers=answers, ledger=None))
        best = finding._replace(low=finding.high)
        low, _ = score_range(edition, {**moment.findings, insured.indicator.code: best})
        if low >= edition.standard_score:
            return months
    return None
