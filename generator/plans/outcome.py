"""What a plan comes to on its day: how many months each count needs, and the score's range."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.plans.changed_course import changed_course
from generator.plans.search import Plan
from generator.plans.steps import Pace, Step
from generator.scoring.codes import QuestionCode
from generator.scoring.facts import Facts
from generator.scoring.memory import Memory
from generator.scoring.points import Points
from generator.scoring.verdict import Score, score_of
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


def outcome_of(plan: Plan, course: Course, memory: Memory) -> Outcome:
    """Return what a plan comes to; each count is the least that is enough, the rest of the plan done.

    After the last edition's end it is what has grown by then: a timeline has to confirm it, and stops no count.
    """
    changed = changed_course(course, plan.steps)
    stretch = next(each for each in reversed(changed.course.stretches) if each.first <= plan.day)
    on_day = _OnDay(changed.facts(plan.day, stretch), stretch, memory)
    is_after = plan.day > course.policy.last_day
    counts: dict[QuestionCode, int] = {}
    for step in plan.steps:
        if step.pace is Pace.MONTHLY:
            grows_on = is_after and stretch.edition.questions[step.code].grows is not None
            counts[step.code] = _grown(step, on_day) if grows_on else _least(step, counts, on_day)
    _, low, high = on_day.score(counts)
    return Outcome(plan=plan, stretch=stretch, counts=counts, low=low, high=high)


@dataclass(frozen=True, slots=True)
class _OnDay:
    """What is known on a plan's day with its steps taken."""

    facts: Facts
    stretch: Stretch
    memory: Memory

    def score(self, counts: Mapping[QuestionCode, int]) -> Score:
        """Return the score with counts in the place of those that grew."""
        facts = self.facts.answering(counts)
        edition = self.stretch.edition
        return score_of(edition, self.memory.findings(edition, facts))


def _grown(step: Step, on_day: _OnDay) -> int:
    """Return what a count is on the day where it grows all the time."""
    count = on_day.facts.answers[step.code]
    assert isinstance(count, int)
    return count


def _least(step: Step, counts: Mapping[QuestionCode, int], on_day: _OnDay) -> int:
    """Return a count that passes where one month less does not."""
    few, enough = on_day.stretch.answers[step.code], _grown(step, on_day)
    assert isinstance(few, int)
    standard = on_day.stretch.edition.standard_score

    def is_enough(count: int) -> bool:
        return on_day.score({**counts, step.code: count}).low >= standard

    return few + bisect_left(range(few, enough), x=True, key=is_enough)
