"""Rule kind ``veto``: yes ends the application, whatever the score."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.scoring.codes import QuestionCode, ReadingCode, Section
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Status, Value
from generator.scoring.questions import Question
from generator.scoring.readings import Readings
from generator.scoring.rules.ahead import Ahead
from generator.scoring.rules.declared import Points, YesNo
from generator.scoring.rules.rule import Basis, Better, Cause, Needed, Steps, Words
from generator.scoring.unanswered import UNANSWERED


@dataclass(frozen=True, slots=True, kw_only=True)
class VetoRule:
    """Yes ends the application; a veto never gives or takes points."""

    kind: ClassVar[str] = "veto"
    sections: ClassVar[tuple[Section, ...]] = (Section.VETO,)
    causes: ClassVar[Mapping[str, Words]] = {}

    question: YesNo

    def questions(self) -> tuple[QuestionCode, ...]:
        return (self.question,)

    def readings(self) -> tuple[ReadingCode, ...]:
        return ()

    def past_dates(self) -> tuple[QuestionCode, ...]:
        return ()

    def sentences(self) -> Mapping[str, Words]:
        return {"vetoed": (), "not_met": ()}

    def most_points(self) -> Points | None:
        return None

    def basis(self, facts: Facts) -> Basis:
        return facts.answers.get(self.question)

    def assess(self, facts: Facts) -> Finding:
        answer = facts.yes(self.question)
        if answer is UNANSWERED:
            return _finding(Status.UNANSWERED, facts={}, missing=(self.question,))
        status = Status.VETOED if answer else Status.NOT_MET
        return _finding(status, facts={self.question: answer})

    def words(
        self, _finding: Finding, _questions: Mapping[QuestionCode, Question]
    ) -> Mapping[str, Value]:
        return {}

    def days_of_change(self, _ahead: Ahead) -> Iterable[date]:
        return ()

    def cause(self, _before: Finding, _now: Finding) -> Cause:
        return Cause(key="", words={})

    def better_answers(self, _code: QuestionCode, _ahead: Ahead) -> Iterable[Better]:
        return ()

    def needed(self, _readings: Readings) -> tuple[Needed, ...] | None:
        return ()

    def steps(self) -> Steps | None:
        return None


def _finding(
    status: Status, *, facts: Mapping[str, Value], missing: tuple[QuestionCode, ...] = ()
) -> Finding:
    return Finding(
        status=status,
        low=0,
        high=0,
        sentence=status,
        facts=facts,
        figures={},
        missing=missing,
    )
