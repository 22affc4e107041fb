"""Walk through the days that can change the score, assessing on each only what can change on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.scoring.codes import IndicatorCode
from generator.scoring.findings import Finding, Status
from generator.scoring.model import Indicator
from generator.scoring.points import Points
from generator.scoring.verdict import score_range
from generator.timeline.course import Course, Stretch
from generator.timeline.days import ahead_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What all rules find from ``day`` on, until the next moment."""

    day: date
    stretch: Stretch
    findings: Mapping[IndicatorCode, Finding]

    @property
    def is_vetoed(self) -> bool:
        """Tell whether the application ends."""
        return any(finding.status is Status.VETOED for finding in self.findings.values())

    @property
    def ends(self) -> tuple[Points, Points]:
        """Return the lowest and the highest possible score."""
        return score_range(self.stretch.edition, self.findings)

    @property
    def meets_standard(self) -> bool:
        """Tell whether the score is surely enough."""
        return self.ends[0] >= self.stretch.edition.standard_score and not self.is_vetoed

    @property
    def may_meet_standard(self) -> bool:
        """Tell whether the score may be enough, by what is still open."""
        return self.ends[1] >= self.stretch.edition.standard_score and not self.is_vetoed


def moments_of(course: Course) -> Iterator[Moment]:
    """Return the first day and every later one on which any rule finds something of other worth."""
    for stretch in course.stretches:
        indicators = stretch.edition.indicators
        facts = course.facts(stretch.first, stretch)
        findings = {indicator.code: indicator.rule.assess(facts) for indicator in indicators}
        yield Moment(day=stretch.first, stretch=stretch, findings=findings)
        due = _due(course, stretch)
        for day in sorted(due):
            facts = course.facts(day, stretch)
            changed = {
                indicator.code: finding
                for indicator in due[day]
                if _worth(finding := indicator.rule.assess(facts))
                != _worth(findings[indicator.code])
            }
            if changed:
                findings = {**findings, **changed}
                yield Moment(day=day, stretch=stretch, findings=findings)


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
