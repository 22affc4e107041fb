"""Rule kind ``per_count``: points for each of a number of things, perhaps capped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from generator.scoring.codes import QuestionCode, ReadingCode, Section
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Value, open_between, settled
from generator.scoring.questions import Question
from generator.scoring.readings import Readings
from generator.scoring.rules.ahead import Ahead
from generator.scoring.rules.declared import Caps, Count, CountOf, Points
from generator.scoring.rules.rule import Basis, Better, Cause, Needed, Steps, Words

COUNTED: Words = ("count", "unit", "per", "rate")


@dataclass(frozen=True, slots=True, kw_only=True)
class PerCountRule:
    """Points for each full ``per`` of a count; sentences may name what is counted by the question's own unit."""

    kind: ClassVar[str] = "per_count"
    sections: ClassVar[tuple[Section, ...]] = (Section.BASE, Section.BONUS)
    causes: ClassVar[Mapping[str, Words]] = {"per_count": COUNTED, "per_count_less": COUNTED}

    question: CountOf
    per: Count = 1
    points: Points
    cap: Annotated[Points | None, Caps("points")] = None

    def questions(self) -> tuple[QuestionCode, ...]:
        return (self.question,)

    def readings(self) -> tuple[ReadingCode, ...]:
        return ()

    def past_dates(self) -> tuple[QuestionCode, ...]:
        return ()

    def sentences(self) -> Mapping[str, Words]:
        return {"awarded": COUNTED, "not_met": COUNTED}

    def most_points(self) -> Points | None:
        return self.cap

    def basis(self, facts: Facts) -> Basis:
        return facts.count(self.question)

    def assess(self, facts: Facts) -> Finding:
        count = facts.months(self.question)
        low, high = self._points(count.low), self._points(count.high)
        figures: dict[str, Value] = {"rate": self.points, "per": self.per}
        if self.cap is not None:
            figures["cap"] = self.cap
        if not count.is_exact:
            return open_between(low, high, missing=(self.question,), facts={}, figures=figures)
        return settled(low, facts={"count": count.low}, figures=figures)

    def _points(self, count: int) -> Points:
        points = self.points * (count // self.per)
        return points if self.cap is None else min(self.cap, points)

    def words(
        self, _finding: Finding, questions: Mapping[QuestionCode, Question]
    ) -> Mapping[str, Value]:
        return {"unit": questions[self.question].unit}

    def days_of_change(self, ahead: Ahead) -> Iterator[date]:
        return ahead.turns(ahead.counts(self.question))

    def cause(self, before: Finding, now: Finding) -> Cause:
        key = "per_count_less" if now.low < before.low else "per_count"
        return Cause(key=key, words={**now.figures, **now.facts})

    def better_answers(self, code: QuestionCode, ahead: Ahead) -> Iterator[Better]:
        answer = ahead.answers.get(code)
        if isinstance(answer, int):
            last = ahead.questions[code].highest
            if self.cap is not None:
                last = min(last, self.per * int(self.cap // self.points))
            for count in range(self.per, last + 1, self.per):
                if count > answer:
                    yield Better(to=count, rank=count)

    def needed(self, _readings: Readings) -> tuple[Needed, ...] | None:
        return None

    def steps(self) -> Steps | None:
        return Steps(question=self.question, size=self.per, points=self.points)
