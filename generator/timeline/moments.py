"""Walk through the days that can change the score, assessing on each only what can change on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.scoring.codes import IndicatorCode
from generator.scoring.findings import Finding, Status
from generator.scoring.memory import Memory
from generator.scoring.model import Indicator
from generator.scoring.points import Points
from generator.scoring.verdict import Outcome, Share, Verdict, share_of, summed
from generator.timeline.course import Course, Stretch
from generator.timeline.days import ahead_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What all rules find from ``day`` on, until the next moment."""

    day: date
    stretch: Stretch
    findings: Mapping[IndicatorCode, Finding]
    verdict: Verdict

    @property
    def is_vetoed(self) -> bool:
        """Tell whether the application ends."""
        return self.verdict.outcome is Outcome.VETOED

    @property
    def meets_standard(self) -> bool:
        """Tell whether the score is enough, whatever is still unanswered."""
        return self.verdict.outcome is Outcome.MEETS_STANDARD

    @property
    def may_meet_standard(self) -> bool:
        """Tell whether the score may be enough, by what is still open."""
        return self.verdict.outcome in {Outcome.MEETS_STANDARD, Outcome.UNDECIDED}


def moments_of(course: Course, memory: Memory) -> Iterator[Moment]:
    """Return the first day, and every later one on which what some rule finds is worth more or less than before."""
    for stretch in course.stretches:
        edition = stretch.edition
        findings = memory.findings(edition, course.facts(stretch.first, stretch))
        shares = [share_of(block, findings) for block in edition.blocks]
        yield _moment(stretch.first, stretch, findings, shares)
        due = _due(course, stretch)
        for day in sorted(due):
            facts = course.facts(day, stretch)
            changed = {
                indicator.code: finding
                for indicator in due[day]
                if _worth(finding := memory.finding(indicator, facts))
                != _worth(findings[indicator.code])
            }
            if changed:
                findings = {**findings, **changed}
                for place, block in enumerate(edition.blocks):
                    if any(indicator.code in changed for indicator in block.indicators):
                        shares[place] = share_of(block, findings)
                yield _moment(day, stretch, findings, shares)


def _moment(
    day: date,
    stretch: Stretch,
    findings: Mapping[IndicatorCode, Finding],
    shares: Sequence[Share],
) -> Moment:
    verdict = summed(stretch.edition, day, shares)
    return Moment(day=day, stretch=stretch, findings=findings, verdict=verdict)


def _worth(finding: Finding) -> tuple[Points, Points, Status]:
    return finding.low, finding.high, finding.status


def _due(course: Course, stretch: Stretch) -> Mapping[date, list[Indicator]]:
    due: dict[date, list[Indicator]] = {}
    ahead = ahead_of(course, stretch)
    for indicator in stretch.edition.indicators:
        for day in set(indicator.rule.days_of_change(ahead)):
            if stretch.first < day <= stretch.last:
                due.setdefault(day, []).append(indicator)
    return due
