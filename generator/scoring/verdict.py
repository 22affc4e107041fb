"""The verdict: what each indicator awards, settled where only one of several counts, and the score."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.scoring.assess import assess
from generator.scoring.codes import IndicatorCode
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Status
from generator.scoring.model import Edition, Exclusive, Indicator, Section


class Outcome(StrEnum):
    """How the score stands to the standard score."""

    MEETS_STANDARD = "meets_standard"
    BELOW_STANDARD = "below_standard"
    VETOED = "vetoed"
    UNDECIDED = "undecided"


class Award(NamedTuple):
    """What an indicator contributes: ``points`` known so far, at least ``low``, at most ``high``.

    ``would_be`` are the points that gave way to ``winner``.
    """

    indicator: Indicator
    finding: Finding
    status: Status
    points: int
    low: int
    high: int
    would_be: int = 0
    winner: Indicator | None = None
    exclusive: Exclusive | None = None

    @property
    def own(self) -> tuple[object, ...]:
        """Return all that the award adds to its indicator and finding."""
        winner = None if self.winner is None else self.winner.code
        return (self.status, self.points, self.low, self.high, self.would_be, winner)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The score on a day, from ``low`` to ``high`` while answers are missing."""

    edition: Edition
    on: date
    outcome: Outcome
    low: int
    high: int
    awards: tuple[Award, ...]

    @property
    def score(self) -> int | None:
        """Return the score; None where it is open or the application is vetoed."""
        known = self.low == self.high and self.outcome is not Outcome.VETOED
        return self.low if known else None


def judge(facts: Facts) -> Verdict:
    """Return the verdict of the facts' edition on the facts' day."""
    edition = facts.edition
    findings = {indicator.code: assess(indicator.rule, facts) for indicator in edition.indicators}
    return verdict_of(edition, facts.on, findings)


def verdict_of(edition: Edition, on: date, findings: Mapping[IndicatorCode, Finding]) -> Verdict:
    """Return the verdict of what all rules of an edition found on a day."""
    awards = tuple(award_of(indicator, edition, findings) for indicator in edition.indicators)
    return summed(edition, on, findings, awards)


def summed(
    edition: Edition,
    on: date,
    findings: Mapping[IndicatorCode, Finding],
    awards: tuple[Award, ...],
) -> Verdict:
    """Return the verdict that awards (made of the findings) add up to."""
    low, high = score_range(edition, findings)
    if any(finding.status is Status.VETOED for finding in findings.values()):
        outcome = Outcome.VETOED
    elif low >= edition.standard_score:
        outcome = Outcome.MEETS_STANDARD
    elif high < edition.standard_score:
        outcome = Outcome.BELOW_STANDARD
    else:
        outcome = Outcome.UNDECIDED
    return Verdict(edition=edition, on=on, outcome=outcome, low=low, high=high, awards=awards)


def score_range(edition: Edition, findings: Mapping[IndicatorCode, Finding]) -> tuple[int, int]:
    """Return the lowest and the highest possible score; a veto that is not ruled out pulls the lowest to 0."""
    low, high, may_be_vetoed = 0, 0, False
    for indicator in edition.indicators:
        finding = findings[indicator.code]
        if indicator.section is Section.VETO:
            if finding.status is Status.VETOED:
                return 0, 0
            may_be_vetoed |= finding.status is Status.UNANSWERED
        elif indicator.code not in edition.exclusive_of:
            low += finding.low
            high += finding.high
    for group in edition.exclusive:
        low += max(findings[code].low for code in group.members)
        high += max(findings[code].high for code in group.members)
    return 0 if may_be_vetoed else max(0, low), max(0, high)


def award_of(
    indicator: Indicator, edition: Edition, findings: Mapping[IndicatorCode, Finding]
) -> Award:
    """Return an indicator's award, settled against those that it excludes; only their findings are looked at."""
    finding = findings[indicator.code]
    group = edition.exclusive_of.get(indicator.code)
    if group is None or finding.high <= 0:
        return _uncontested(indicator, finding, finding.low)
    rivals = [code for code in group.members if code != indicator.code]
    place = group.members.index(indicator.code)

    def beats(end: int, code: IndicatorCode, rival_end: int) -> bool:
        earlier = place < group.members.index(code)
        return end > rival_end or (end == rival_end and earlier)

    if not all(beats(finding.high, code, findings[code].low) for code in rivals):
        winner = max(rivals, key=lambda code: findings[code].low)
        return Award(
            indicator=indicator,
            finding=finding,
            status=Status.NOT_COUNTED if finding.low == finding.high else finding.status,
            points=0,
            low=0,
            high=0,
            would_be=finding.high,
            winner=next(other for other in edition.indicators if other.code == winner),
            exclusive=group,
        )
    wins = all(beats(finding.low, code, findings[code].high) for code in rivals)
    return _uncontested(indicator, finding, finding.low if wins else 0)


def _uncontested(indicator: Indicator, finding: Finding, low: int) -> Award:
    """Return what an indicator contributes by itself; what is still open counts with the end next to 0."""
    points = finding.low if finding.low > 0 else min(0, finding.high)
    return Award(indicator, finding, finding.status, points, low, finding.high)
