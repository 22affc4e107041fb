"""What is certain already, and what the answers that are still missing can bring: records told apart.

The range of a score is exact and therefore wide: a veto that nobody has ruled out pulls it to 0, and counts that the
law leaves open reach far. A person wants to know what is sure, how much more can come, and what to answer next.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.scoring.codes import IndicatorCode, QuestionCode, Section
from generator.scoring.facts import Answer, Facts
from generator.scoring.findings import Finding, Status
from generator.scoring.model import Block, Edition, Indicator
from generator.scoring.notices import months_of_life
from generator.scoring.points import Points
from generator.scoring.verdict import Share, Sums, added, score_of_sums, sums_of

RECORDS = (Section.DEDUCTION, Section.VETO)
NO_RECORDS = Finding(Status.NOT_MET, 0, 0, "", {}, {})

type Find = Callable[[Indicator, Facts], Finding]
"""Says what an indicator's rule finds in facts, which it may know already."""


class Outstanding(NamedTuple):
    """Points that are certain, how many more can come at most, and from which questions.

    Unanswered records count as none here. ``questions`` stand in the order in which most people can answer them, each
    with the most points that one indicator waits for it with; those of an indicator that gives way to another one whatever
    they are answered are left out.
    """

    certain: Points
    at_most_more: Points
    questions: Mapping[QuestionCode, Points]
    may_deduct: tuple[QuestionCode, ...]
    may_veto: tuple[QuestionCode, ...]


type Waited = tuple[Section, QuestionCode, Points]
"""A question with the points that an indicator of the section waits for it with."""


class Bounded(NamedTuple):
    """Indicators of a block for whose counts the life so far has an end, so that these are not everybody's."""

    block: Block
    findings: Mapping[IndicatorCode, Finding]
    """Those of the whole block, as they count here, the life left out."""
    indicators: tuple[Indicator, ...]


class Waits(NamedTuple):
    """What a block that waits for answers comes to where they count as they do here, and what it waits for.

    What ``bounded`` waits for is not among ``questions``; where there is any, the life so far decides the sums, too.
    """

    sums: Sums
    questions: tuple[Waited, ...]
    bounded: Bounded | None


def waits_of(block: Block, share: Share, facts: Facts) -> Waits | None:
    """Return what a block waits for; None where it waits for nothing."""
    if not [award for award in share.awards if award.finding.missing]:
        return None
    findings: dict[IndicatorCode, Finding] = {}
    questions: list[Waited] = []
    bounded: list[Indicator] = []
    for award in share.awards:
        indicator, finding = award.indicator, award.finding
        codes = finding.missing
        if codes and award.winner is None:
            if indicator.section in RECORDS:
                finding = NO_RECORDS
            if any(facts.questions[code].within_life for code in finding.missing):
                bounded.append(indicator)
            else:
                questions += _waited(indicator, codes, finding)
        findings[indicator.code] = finding
    if not questions and not bounded:
        return None
    of_life = Bounded(block, findings, tuple(bounded)) if bounded else None
    return Waits(sums_of(block, findings), tuple(questions), of_life)


def _waited(indicator: Indicator, codes: Iterable[QuestionCode], finding: Finding) -> list[Waited]:
    worth = finding.high - finding.low
    return [(indicator.section, code, worth) for code in codes]


def _within_life(bounded: Bounded, facts: Facts, find: Find) -> tuple[Sums, list[Waited]]:
    """Return what a block comes to, and what its bounded indicators wait for, where a life has no more months."""
    findings, questions = dict(bounded.findings), []
    for indicator in bounded.indicators:
        finding = findings[indicator.code]
        codes = finding.missing
        high = _bounded_high(indicator, finding, facts, find)
        if high != finding.high:
            finding = findings[indicator.code] = finding._replace(high=high)
        questions += _waited(indicator, codes, finding)
    return sums_of(bounded.block, findings), questions


def outstanding(
    edition: Edition,
    sums: Iterable[Sums],
    waits: Sequence[Waits | None],
    facts: Facts,
    find: Find,
) -> Outstanding:
    """Return what an edition's blocks wait for, of what each comes to and waits for by itself.

    Counts that are missing are bounded by the life so far.
    """
    counted = list(sums)
    wanted: dict[QuestionCode, Points] = {}
    records: dict[Section, dict[QuestionCode, None]] = {section: {} for section in RECORDS}
    for place, known in enumerate(waits):
        if known is None:
            continue
        counted[place], questions, bounded = known
        if bounded is not None:
            counted[place], of_life = _within_life(bounded, facts, find)
            questions = (*questions, *of_life)
        for section, code, worth in questions:
            if section in records:
                records[section][code] = None
            else:
                wanted[code] = max(worth, wanted.get(code, worth))
    _, low, high = score_of_sums(edition, added(counted))
    return Outstanding(
        low,
        high - low,
        {code: wanted[code] for code in edition.by_ease if wanted.get(code)},
        tuple(records[Section.DEDUCTION]),
        tuple(records[Section.VETO]),
    )


def _bounded_high(indicator: Indicator, finding: Finding, facts: Facts, find: Find) -> Points:
    """Return the most points that the rule can find where nobody has more months than years of life allow."""
    bounds: dict[QuestionCode, Answer] = {}
    for code in finding.missing:
        life = facts.questions[code].within_life
        most = None if life is None else months_of_life(life, facts.answers, facts)
        if most is not None:
            bounds[code] = min(most, facts.months(code).high)
    if not bounds:
        return finding.high
    return max(finding.low, find(indicator, facts.answering(bounds)).high)
