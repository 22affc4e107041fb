"""How many months of insurance there have to be, all else going on as it is."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.plans.words import said
from generator.scoring.codes import QuestionCode
from generator.scoring.figures import ungrouped
from generator.scoring.model import Edition, Indicator
from generator.scoring.verdict import Outcome, score_of
from generator.timeline.course import Course
from generator.timeline.moments import Moment

type Plain = Mapping[str, object]

LONGEST = 12 * 60
"""Months that nobody is insured for."""


def insured_months_of(
    course: Course, moments: Sequence[Moment], passing: Moment | None
) -> Plain | None:
    """Return how many more months there have to be, all else as it is on the first day that passes, else on the last.

    None where no indicator counts all months, or where their number is not known.
    """
    indicator, code = _counting_all(moments[0].stretch.edition)
    if indicator is None:
        return None
    have = course.facts(course.on, course.stretches[0]).months(code)
    if not have.is_exact:
        return None
    if passing is not None:
        needed = _needed(indicator, code, course, passing)
        more = 0 if needed is None else max(0, needed - have.low)
        return {"months": have.low, "more": more, "date": passing.day.isoformat()}
    highest = max(moment.verdict.low for moment in moments)
    because = said("insured_impossible", moments, course, highest=ungrouped(highest))
    document: dict[str, object] = {"months": have.low, "more": None, "because": because}
    needed = None if moments[-1].is_vetoed else _needed(indicator, code, course, moments[-1])
    if needed is None:
        return document
    sentence = said("insured_needs", moments, course, months=needed)
    return {**document, "needs": needed, "needs_more": needed - have.low, "sentence": sentence}


def _counting_all(edition: Edition) -> tuple[Indicator | None, QuestionCode]:
    """Return the indicator that counts every month of the ledger, and the question of that count."""
    for indicator in edition.indicators:
        for code in indicator.reads:
            source = edition.questions[code].from_ledger
            if source is not None and source.window_months is None and source.multiple is None:
                return indicator, code
    return None, ""


def _needed(indicator: Indicator, code: QuestionCode, course: Course, moment: Moment) -> int | None:
    """Return the least months in one stretch with which a moment meets the standard; None if none are enough."""
    edition = moment.stretch.edition
    changed = next((each for each in edition.indicators if each.code == indicator.code), None)
    if changed is None:
        return None
    facts = replace(course.facts(moment.day, moment.stretch), ledger=None)

    def is_enough(months: int) -> bool:
        finding = changed.assess(facts.answering({code: months}))
        at_best = finding._replace(low=finding.high)
        found = {**moment.findings, indicator.code: at_best}
        return score_of(edition, found).outcome is Outcome.MEETS_STANDARD

    needed = bisect_left(range(LONGEST + 1), x=True, key=is_enough)
    return needed if needed <= LONGEST else None
