"""What is certain already, and what the answers that are still missing can bring: records told apart.

The range of a score is exact and therefore wide: a veto that nobody has ruled out pulls it to 0, and counts that the
law leaves open reach far. A person wants to know what is sure, how much more can come, and what to answer next.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.scoring.codes import IndicatorCode, QuestionCode, Section
from generator.scoring.facts import Answer, Facts
from generator.scoring.findings import Finding, Status
from generator.scoring.model import Indicator
from generator.scoring.notices import months_of_life
from generator.scoring.points import Points
from generator.scoring.verdict import Verdict, score_of

NOTHING: tuple[Points, Points] = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outstanding:
    """Points that are certain, how many more can come at most, and from which questions.

    Unanswered records count as none here. ``questions`` stand in the order in which most people can answer them, each
    with the points that an indicator waits for it with.
    """

    certain: Points
    at_most_more: Points = 0
    questions: Mapping[QuestionCode, Points] = field(default_factory=dict)
    may_deduct: tuple[QuestionCode, ...] = ()
    may_veto: tuple[QuestionCode, ...] = ()


def outstanding(verdict: Verdict, facts: Facts) -> Outstanding:
    """Return what a verdict waits for; counts that are missing are bounded by the life so far."""
    if verdict.low == verdict.high and not any(award.finding.missing for award in verdict.awards):
        return Outstanding(certain=verdict.low)
    findings: dict[IndicatorCode, Finding] = {}
    missing: dict[Section, dict[QuestionCode, Points]] = {section: {} for section in Section}
    for award in verdict.awards:
        section, finding = award.indicator.section, award.finding
        if finding.missing and section in {Section.DEDUCTION, Section.VETO}:
            low, high = NOTHING
            finding = finding._replace(low=low, high=high, status=Status.NOT_MET)
        elif finding.missing:
            finding = finding._replace(high=_bounded_high(award.indicator, finding, facts))
        findings[award.indicator.code] = finding
        for code in finding.missing:
            worth = max(finding.high - finding.low, missing[section].get(code, 0))
            missing[section][code] = worth
    _, low, high = score_of(verdict.edition, findings)
    wanted = missing[Section.BASE] | missing[Section.BONUS]
    in_order = [code for code in verdict.edition.by_ease if wanted.get(code)]
    return Outstanding(
        certain=low,
        at_most_more=high - low,
        questions={code: wanted[code] for code in in_order},
        may_deduct=tuple(missing[Section.DEDUCTION]),
        may_veto=tuple(missing[Section.VETO]),
    )


def _bounded_high(indicator: Indicator, finding: Finding, facts: Facts) -> Points:
    """Return the most points that the rule can find where nobody has more months than years of life allow."""
    bounds: dict[QuestionCode, Answer] = {}
    for code in finding.missing:
        most = months_of_life(facts.question(code), facts.answers, facts)
        if most is not None:
            bounds[code] = min(most, facts.months(code).high)
    if not bounds:
        return finding.high
    return max(
        finding.low, indicator.assess(replace(facts, answers={**facts.answers, **bounds})).high
    )
