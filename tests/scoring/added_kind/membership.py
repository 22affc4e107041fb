"""Rule kind ``membership``: points for whoever has belonged to something for so many years.

A kind that no policy has: a test adds it to a copy of the project, with its component and nothing else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.scoring.codes import QuestionCode, ReadingCode, Section
from generator.scoring.dates import full_years
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Value, open_between, settled
from generator.scoring.questions import Question
from generator.scoring.readings import Readings
from generator.scoring.rules.ahead import Ahead
from generator.scoring.rules.declared import Date, Points, Years, YesNo
from generator.scoring.rules.rule import Basis, Better, Cause, Needed, Steps, Words
from generator.scoring.unanswered import UNANSWERED


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipRule:
    """Yes gives the points once the years since the date are full."""

    kind: ClassVar[str] = "membership"
    sections: ClassVar[tuple[Section, ...]] = (Section.BONUS,)
    causes: ClassVar[Mapping[str, Words]] = {"membership": ("years",)}

    question: YesNo
    since: Date
    years: Years
    points: Points

    def questions(self) -> tuple[QuestionCode, ...]:
        return (self.question, self.since)

    def readings(self) -> tuple[ReadingCode, ...]:
        return ()

    def past_dates(self) -> tuple[QuestionCode, ...]:
        return ()

    def sentences(self) -> Mapping[str, Words]:
        return {"awarded": ("years",), "not_met": ()}

    def most_points(self) -> Points | None:
        return self.points

    def basis(self, facts: Facts) -> Basis:
        since = facts.day(self.since)
        is_full = since is not UNANSWERED and full_years(since, facts.on) >= self.years
        return facts.yes(self.question), since, is_full

    def assess(self, facts: Facts) -> Finding:
        answer, since = facts.yes(self.question), facts.day(self.since)
        figures: dict[str, Value] = {"years": self.years}
        if answer is False:
            return settled(0, facts={self.question: answer}, figures=figures)
        if answer is UNANSWERED or since is UNANSWERED:
            missing = facts.missing(*self.questions())
            return open_between(0, self.points, missing=missing, facts={}, figures=figures)
        is_full = full_years(since, facts.on) >= self.years
        known: dict[str, Value] = {self.question: answer, self.since: since.isoformat()}
        return settled(self.points if is_full else 0, facts=known, figures=figures)

    def words(
        self, _finding: Finding, _questions: Mapping[QuestionCode, Question]
    ) -> Mapping[str, Value]:
        return {}

    def days_of_change(self, ahead: Ahead) -> Iterator[date]:
        return ahead.anniversaries(self.since)

    def cause(self, _before: Finding, now: Finding) -> Cause:
        return Cause(key="membership", words=now.figures)

    def better_answers(self, code: QuestionCode, ahead: Ahead) -> Iterator[Better]:
        if code == self.question and ahead.answers.get(code) is False:
            yield Better(to=True, rank=0)

    def needed(self, _readings: Readings) -> tuple[Needed, ...] | None:
        return None

    def steps(self) -> Steps | None:
        return None
