"""The verdict: what each indicator awards, settled where only one of several counts, and the score."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.scoring.codes import IndicatorCode, Section
from generator.scoring.findings import Finding, Status
from generator.scoring.model import Block, Capped, Edition, Exclusive, Indicator
from generator.scoring.points import Points
from generator.scoring.request import Request


class Outcome(StrEnum):
    """How the score stands to the standard score."""

    MEETS_STANDARD = "meets_standard"
    BELOW_STANDARD = "below_standard"
    VETOED = "vetoed"
    UNDECIDED = "undecided"
    NOT_SCORED = "not_scored"
    """The edition gives no points; it has conditions alone."""


WITHOUT_SCORE = (Outcome.VETOED, Outcome.NOT_SCORED)


class Award(NamedTuple):
    """What an indicator contributes: ``points`` known so far, at least ``low``, at most ``high``.

    ``would_be`` are the points that gave way to ``winner``, or in part to the others of a group that is ``capped``.
    """

    indicator: Indicator
    finding: Finding
    status: Status
    points: Points
    low: Points
    high: Points
    would_be: Points = 0
    winner: Indicator | None = None
    exclusive: Exclusive | None = None
    capped: Capped | None = None


class Score(NamedTuple):
    """How a score stands, and what it can be at least and at most."""

    outcome: Outcome
    low: Points
    high: Points

    @property
    def points(self) -> Points | None:
        """Return the score; None where it is open or the application is vetoed."""
        known = self.low == self.high and self.outcome not in WITHOUT_SCORE
        return self.low if known else None


type Sums = tuple[Points, Points, bool, bool]
"""What indicators come to together: at least, at most, whether one vetoes, whether one may veto."""


class Share(NamedTuple):
    """What a block contributes."""

    awards: tuple[Award, ...]
    sums: Sums


class Verdict(NamedTuple):
    """The score on a day, from ``low`` to ``high`` while answers are missing."""

    edition: Edition
    on: date
    outcome: Outcome
    low: Points
    high: Points
    score: Points | None
    """None where it is open or the application is vetoed."""
    awards: tuple[Award, ...]


def judge(request: Request) -> Verdict:
    """Return the verdict of a request."""
    edition, facts = request.edition, request.facts()
    findings = {indicator.code: indicator.assess(facts) for indicator in edition.indicators}
    return verdict_of(edition, facts.on, findings)


def verdict_of(edition: Edition, on: date, findings: Mapping[IndicatorCode, Finding]) -> Verdict:
    """Return the verdict of what all rules of an edition found on a day."""
    return summed(edition, on, [share_of(block, findings) for block in edition.blocks])


def summed(edition: Edition, on: date, shares: Sequence[Share]) -> Verdict:
    """Return the verdict that the shares of an edition's blocks add up to."""
    score = score_of_sums(edition, added([share.sums for share in shares]))
    return Verdict(
        edition=edition,
        on=on,
        outcome=score.outcome,
        low=score.low,
        high=score.high,
        score=score.points,
        awards=tuple([award for share in shares for award in share.awards]),
    )


def added(parts: Iterable[Sums]) -> Sums:
    """Return what the parts of an edition come to together."""
    low: Points = 0
    high: Points = 0
    vetoed = may_be_vetoed = False
    for part_low, part_high, vetoes, may_veto in parts:
        low += part_low
        high += part_high
        vetoed |= vetoes
        may_be_vetoed |= may_veto
    return low, high, vetoed, may_be_vetoed


def score_of(edition: Edition, findings: Mapping[IndicatorCode, Finding]) -> Score:
    """Return the score that ``verdict_of`` has, without any award."""
    return score_of_sums(edition, sums_of(edition, findings))


def share_of(block: Block, findings: Mapping[IndicatorCode, Finding]) -> Share:
    """Return what a block contributes; only the findings of its own indicators are looked at."""
    if len(block.indicators) == 1:
        return share_alone(block.indicators[0], findings[block.indicators[0].code])
    awards = {each.code: award_of(each, block, findings) for each in block.indicators}
    for group in block.capped:
        awards |= _within_cap(group, [awards[code] for code in group.members])
    return Share(tuple(awards.values()), sums_of(block, findings))


def _within_cap(group: Capped, awards: Sequence[Award]) -> Iterator[tuple[IndicatorCode, Award]]:
    """Yield the awards of a capped group's members, each with what those before it leave to it."""
    points: Points = 0
    low: Points = 0
    high: Points = 0
    for award in awards:
        left = award._replace(
            points=min(award.points, group.cap - points),
            low=min(award.low, max(0, group.cap - high)),
            high=min(award.high, max(0, group.cap - low)),
        )
        if left != award:
            status = Status.NOT_COUNTED if left.high == 0 else award.status
            left = left._replace(status=status, would_be=award.high, capped=group)
        yield award.indicator.code, left
        points += left.points
        low += award.low
        high += award.high


def share_alone(indicator: Indicator, finding: Finding) -> Share:
    """Return what an indicator contributes that nothing contends with."""
    awards = (_uncontested(indicator, finding, finding.low),)
    if indicator.section is Section.VETO:
        status = finding.status
        return Share(awards, (0, 0, status is Status.VETOED, status is Status.UNANSWERED))
    return Share(awards, (finding.low, finding.high, False, False))


def score_of_sums(edition: Edition, sums: Sums) -> Score:
    """Return the score of an edition's sums: never below 0, and 0 where a veto decides or may decide."""
    if not edition.indicators:
        return Score(Outcome.NOT_SCORED, 0, 0)
    low, high, vetoed, may_be_vetoed = sums
    if vetoed:
        return Score(Outcome.VETOED, 0, 0)
    low, high = 0 if may_be_vetoed else max(0, low), max(0, high)
    if low >= edition.standard_score:
        return Score(Outcome.MEETS_STANDARD, low, high)
    if high < edition.standard_score:
        return Score(Outcome.BELOW_STANDARD, low, high)
    return Score(Outcome.UNDECIDED, low, high)


def sums_of(part: Block | Edition, findings: Mapping[IndicatorCode, Finding]) -> Sums:
    """Return what the indicators of a part come to, settled among themselves."""
    low: Points = 0
    high: Points = 0
    vetoed = may_be_vetoed = False
    for indicator in part.indicators:
        finding = findings[indicator.code]
        if indicator.section is Section.VETO:
            vetoed |= finding.status is Status.VETOED
            may_be_vetoed |= finding.status is Status.UNANSWERED
        elif indicator.code not in part.exclusive_of and indicator.code not in part.capped_of:
            low += finding.low
            high += finding.high
    for group in part.exclusive:
        low += max([findings[code].low for code in group.members])
        high += max([findings[code].high for code in group.members])
    for capped in part.capped:
        low += min(capped.cap, sum([findings[code].low for code in capped.members]))
        high += min(capped.cap, sum([findings[code].high for code in capped.members]))
    return low, high, vetoed, may_be_vetoed


def award_of(
    indicator: Indicator, block: Block, findings: Mapping[IndicatorCode, Finding]
) -> Award:
    """Return the award of a block's indicator, settled against those that it excludes."""
    finding = findings[indicator.code]
    group = block.exclusive_of.get(indicator.code)
    if group is None or finding.high <= 0:
        return _uncontested(indicator, finding, finding.low)
    rivals = [code for code in group.members if code != indicator.code]
    place = group.members.index(indicator.code)

    def beats(end: Points, code: IndicatorCode, rival_end: Points) -> bool:
        earlier = place < group.members.index(code)
        return end > rival_end or (end == rival_end and earlier)

    if [code for code in rivals if not beats(finding.high, code, findings[code].low)]:
        winner = max(rivals, key=lambda code: findings[code].low)
        return Award(
            indicator=indicator,
            finding=finding,
            status=Status.NOT_COUNTED if finding.low == finding.high else finding.status,
            points=0,
            low=0,
            high=0,
            would_be=finding.high,
            winner=next(other for other in block.indicators if other.code == winner),
            exclusive=group,
        )
    unbeaten = [code for code in rivals if not beats(finding.low, code, findings[code].high)]
    return _uncontested(indicator, finding, 0 if unbeaten else finding.low)


def _uncontested(indicator: Indicator, finding: Finding, low: Points) -> Award:
    """Return what an indicator contributes by itself; what is still open counts with the end next to 0."""
    points = finding.low if finding.low > 0 else min(0, finding.high)
    return Award(indicator, finding, finding.status, points, low, finding.high)
