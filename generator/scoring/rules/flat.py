"""Rule kind ``flat``: yes gives the points."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.scoring.codes import QuestionCode, ReadingCode, Section
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Value, open_between, settled
from generator.scoring.questions import Question
from generator.scoring.readings import Readings
from generator.scoring.rules.ahead import Ahead
from generator.scoring.rules.declared import Points, YesNo
from generator.scoring.rules.rule import Basis, Better, Cause, Needed, Steps, Words
from generator.scoring.unanswered import UNANSWERED


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatRule:
    """Yes gives the points."""

    kind: ClassVar[str] = "flat"
    sections: ClassVar[tuple[Section, ...]] = (Section.BASE, Section.BONUS)
    causes: ClassVar[Mapping[str, Words]] = {}

    question: YesNo
    points: Points

    def questions(self) -> tuple[QuestionCode, ...]:
        return (self.question,)

    def readings(self) -> tuple[ReadingCode, ...]:
        return ()

    def past_dates(self) -> tuple[QuestionCode, ...]:
        return ()

    def sentences(self) -> Mapping[str, Words]:
        return {"awarded": (), "not_met": ()}

    def most_points(self) -> Points | None:
        return self.points

    def basis(self, facts: Facts) -> Basis:
        return facts.answers.get(self.question)

    def assess(self, facts: Facts) -> Finding:
        figures = {"points": self.points}
        answer = facts.yes(self.question)
        if answer is UNANSWERED:
            return open_between(0, self.points, missing=(self.question,), facts={}, figures=figures)
        return settled(self.points if answer else 0, facts={self.question: answer}, figures=figures)

    def words(
        self, _finding: Finding, _questions: Mapping[QuestionCode, Question]
    ) -> Mapping[str, Value]:
        return {}

    def days_of_change(self, _ahead: Ahead) -> Iterable[date]:
        return ()

    def cause(self, _before: Finding, _now: Finding) -> Cause:
        return Cause(key="", words={})

    def better_answers(self, _code: QuestionCode, ahead: Ahead) -> Iterator[Better]:
        if ahead.answers.get(self.question) is False:
            yield Better(to=True, rank=0)

    def needed(self, _readings: Readings) -> tuple[Needed, ...] | None:
        return ()

    def steps(self) -> Steps | None:
        return None
