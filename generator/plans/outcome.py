"""What a plan comes to on its day: how many months each count needs, and the score's range."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.plans.changed_course import ChangedCourse, changed_course
from generator.plans.search import Plan
from generator.plans.steps import Pace, Step
from generator.scoring.codes import QuestionCode
from generator.scoring.points import Points
from generator.scoring.verdict import score_range
from generator.timeline.course import Course, Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A plan on its day: the edition in force, the counts that its steps bring to so many months, the score's ends."""

    plan: Plan
    stretch: Stretch
    counts: Mapping[QuestionCode, int]
    low: Points
    high: Points

    @property
    def day(self) -> date:
        """Return the first day on which the plan brings the standard score."""
        return self.plan.day


def outcome_of(plan: Plan, course: Course) -> Outcome:
    """Return what a plan comes to; each count is the least that is enough beside the rest of the plan."""
    changed = changed_course(course, plan.steps)
    stretch = next(each for each in reversed(changed.course.stretches) if each.first <= plan.day)
    counts: dict[QuestionCode, int] = {}
    for step in plan.steps:
        if step.pace is Pace.MONTHLY and step.code in stretch.growing:
            counts[step.code] = _least(step, counts, changed, stretch, plan.day)
    low, high = _ends(counts, changed, stretch, plan.day)
    return Outcome(plan=plan, stretch=stretch, counts=counts, low=low, high=high)


def _least(
    step: Step,
    counts: Mapping[QuestionCode, int],
    changed: ChangedCourse,
    stretch: Stretch,
    day: date,
) -> int:
    """Return a count that passes where one month less does not."""
    few, enough = stretch.answers[step.code], changed.facts(day, stretch).answers[step.code]
    assert isinstance(few, int)
    assert isinstance(enough, int)
    while enough - few > 1:
        middle = (few + enough) // 2
        low, _ = _ends({**counts, step.code: middle}, changed, stretch, day)
        if low >= stretch.edition.standard_score:
            enough = middle
        else:
            few = middle
    return enough


def _ends(
    counts: Mapping[QuestionCode, int], changed: ChangedCourse, stretch: Stretch, day: date
) -> tuple[Points, Points]:
    """Return the lowest and the highest score on a day with counts in the place of those that grew."""
    facts = changed.facts(day, stretch)
    facts = replace(facts, answers={**facts.answers, **counts})
    edition = stretch.edition
    findings = {each.code: each.rule.assess(facts) for each in edition.indicators}
    return score_range(edition, findings)
