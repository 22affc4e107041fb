"""What is certain already, and what the answers that are still missing can bring: records told apart.

The range of a score is exact and therefore wide: a veto that nobody has ruled out pulls it to 0, and counts that the
law leaves open reach far. A person wants to know what is sure, how much more can come, and what to answer next.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from generator.scoring.codes import IndicatorCode, QuestionCode, Section
from generator.scoring.facts import Answer, Facts
from generator.scoring.findings import Finding, Status
from generator.scoring.model import Indicator
from generator.scoring.notices import months_of_life
from generator.scoring.points import Points
from generator.scoring.verdict import Verdict, score_of

RECORDS = (Section.DEDUCTION, Section.VETO)
NO_RECORDS = Finding(Status.NOT_MET, 0, 0, "", {}, {})


class Outstanding(NamedTuple):
    """Points that are certain, how many more can come at most, and from which questions.

    Unanswered records count as none here. ``questions`` stand in the order in which most people can answer them, each
    with the points that an indicator waits for it with; those of an indicator that gives way to another one whatever
    they are answered are left out.
    """

    certain: Points
    at_most_more: Points
    questions: Mapping[QuestionCode, Points]
    may_deduct: tuple[QuestionCode, ...]
    may_veto: tuple[QuestionCode, ...]


def outstanding(verdict: Verdict, facts: Facts) -> Outstanding:
    """Return what a verdict waits for; counts that are missing are bounded by the life so far."""
    if verdict.low == verdict.high and not any(each.finding.missing for each in verdict.awards):
        return Outstanding(verdict.low, 0, {}, (), ())
    findings: dict[IndicatorCode, Finding] = {}
    missing: dict[Section, dict[QuestionCode, Points]] = {}
    for award in verdict.awards:
        indicator, finding = award.indicator, award.finding
        if finding.missing and award.winner is None:
            waited = missing.setdefault(indicator.section, {})
            codes, finding = finding.missing, _expected(indicator, finding, facts)
            worth = finding.high - finding.low
            for code in codes:
                if worth >= waited.get(code, 0):
                    waited[code] = worth
        findings[indicator.code] = finding
    _, low, high = score_of(verdict.edition, findings)
    wanted = missing.get(Section.BASE, {}) | missing.get(Section.BONUS, {})
    in_order = [code for code in verdict.edition.by_ease if wanted.get(code)]
    return Outstanding(
        certain=low,
        at_most_more=high - low,
        questions={code: wanted[code] for code in in_order},
        may_deduct=tuple(missing.get(Section.DEDUCTION, ())),
        may_veto=tuple(missing.get(Section.VETO, ())),
    )


def _expected(indicator: Indicator, finding: Finding, facts: Facts) -> Finding:
    """Return a finding that waits for answers as it counts here: no records, no more months than a life has."""
    if indicator.section in RECORDS:
        return NO_RECORDS
    high = _bounded_high(indicator, finding, facts)
    return finding if high == finding.high else finding._replace(high=high)


def _bounded_high(indicator: Indicator, finding: Finding, facts: Facts) -> Points:
    """Return the most points that the rule can find where nobody has more months than years of life allow."""
    bounds: dict[QuestionCode, Answer] = {}
    for code in finding.missing:
        life = facts.questions[code].within_life
        most = None if life is None else months_of_life(life, facts.answers, facts)
        if most is not None:
            bounds[code] = min(most, facts.months(code).high)
    if not bounds:
        return finding.high
    return max(
        finding.low, indicator.assess(replace(facts, answers={**facts.answers, **bounds})).high
    )
