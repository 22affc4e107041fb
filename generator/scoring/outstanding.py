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
    with the points that an indicator waits for it with; those of an indicator that gives way to another one whatever
    they are answered are left out.
    """

    certain: Points
    at_most_more: Points
    questions: Mapping[QuestionCode, Points]
    may_deduct: tuple[QuestionCode, ...]
    may_veto: tuple[QuestionCode, ...]


class Waits(NamedTuple):
    """What a block that waits for answers comes to where they count as they do here, and what it waits for."""

    sums: Sums
    questions: tuple[tuple[Section, QuestionCode, Points], ...]
    """Each with the points that an indicator of the section waits for it with."""
    bounded: Share | None
    """The block's share where the life so far bounds them, so that they are not everybody's of the same findings."""


def waits_of(block: Block, share: Share, facts: Facts, find: Find) -> Waits | None:
    """Return what a block waits for; None where it waits for nothing."""
    if not [True for award in share.awards if award.finding.missing]:
        return None
    findings: dict[IndicatorCode, Finding] = {}
    questions: list[tuple[Section, QuestionCode, Points]] = []
    is_bounded = False
    for award in share.awards:
        indicator, finding = award.indicator, award.finding
        codes = finding.missing
        if codes and award.winner is None:
            finding = _expected(indicator, finding, facts, find)
            worth = finding.high - finding.low
            questions += [(indicator.section, code, worth) for code in codes]
            is_bounded = is_bounded or (
                indicator.section not in RECORDS
                and any(facts.questions[code].within_life for code in codes)
            )
        findings[indicator.code] = finding
    if not questions:
        return None
    return Waits(sums_of(block, findings), tuple(questions), share if is_bounded else None)


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
    missing: dict[Section, dict[QuestionCode, Points]] = {
        Section.BASE: {},
        Section.BONUS: {},
        Section.DEDUCTION: {},
        Section.VETO: {},
    }
    for place, known in enumerate(waits):
        if known is None:
            continue
        bounded = known.bounded
        now = None if bounded is None else waits_of(edition.blocks[place], bounded, facts, find)
        counted[place], questions, _ = now or known
        for section, code, worth in questions:
            waited = missing[section]
            if worth >= waited.get(code, 0):
                waited[code] = worth
    _, low, high = score_of_sums(edition, added(counted))
    wanted = missing[Section.BASE] | missing[Section.BONUS]
    return Outstanding(
        certain=low,
        at_most_more=high - low,
        questions={code: wanted[code] for code in edition.by_ease if wanted.get(code)},
        may_deduct=tuple(missing[Section.DEDUCTION]),
        may_veto=tuple(missing[Section.VETO]),
    )


def _expected(indicator: Indicator, finding: Finding, facts: Facts, find: Find) -> Finding:
    """Return a finding that waits for answers as it counts here: no records, no more months than a life has."""
    if indicator.section in RECORDS:
        return NO_RECORDS
    high = _bounded_high(indicator, finding, facts, find)
    return finding if high == finding.high else finding._replace(high=high)


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
