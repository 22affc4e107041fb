"""Rule kind ``count_bands``: points by the band that a count lies in."""

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
from generator.scoring.rules.declared import Adjoining, CountOf, Points, Whole
from generator.scoring.rules.rule import Basis, Better, Cause, Needed, Steps, Words

COUNTED: Words = ("count", "unit")


@dataclass(frozen=True, slots=True, kw_only=True)
class CountBand:
    """The points of a count from ``at_least`` to just under ``below``; without an end, of all from there on."""

    at_least: Whole = 0
    below: Whole | None = None
    points: Points

    def holds(self, count: int) -> bool:
        """Tell whether a count lies in the band."""
        return self.at_least <= count and (self.below is None or count < self.below)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountBandsRule:
    """The band of a count gives its points; outside every band there are none."""

    kind: ClassVar[str] = "count_bands"
    sections: ClassVar[tuple[Section, ...]] = (Section.BASE, Section.BONUS)
    causes: ClassVar[Mapping[str, Words]] = {"count_bands": COUNTED, "count_bands_less": COUNTED}

    question: CountOf
    bands: Annotated[tuple[CountBand, ...], Adjoining("unit")]

    def questions(self) -> tuple[QuestionCode, ...]:
        return (self.question,)

    def readings(self) -> tuple[ReadingCode, ...]:
        return ()

    def past_dates(self) -> tuple[QuestionCode, ...]:
        return ()

    def sentences(self) -> Mapping[str, Words]:
        return {"awarded": COUNTED, "not_met": COUNTED}

    def most_points(self) -> Points | None:
        return max(band.points for band in self.bands)

    def basis(self, facts: Facts) -> Basis:
        return facts.count(self.question)

    def assess(self, facts: Facts) -> Finding:
        count = facts.months(self.question)
        if count.is_exact:
            return settled(self._points(count.low), facts={"count": count.low}, figures={})
        looks = (count.low, *self._edges())
        ends = [self._points(each) for each in looks if count.low <= each <= count.high]
        return open_between(min(ends), max(ends), missing=(self.question,), facts={}, figures={})

    def _edges(self) -> Iterator[int]:
        """Yield the counts at which the points change."""
        for band in self.bands:
            yield band.at_least
            if band.below is not None:
                yield band.below

    def _points(self, count: int) -> Points:
        return next((band.points for band in self.bands if band.holds(count)), 0)

    def words(
        self, _finding: Finding, questions: Mapping[QuestionCode, Question]
    ) -> Mapping[str, Value]:
        return {"unit": questions[self.question].unit}

    def days_of_change(self, ahead: Ahead) -> Iterator[date]:
        return ahead.turns(ahead.counts(self.question))

    def cause(self, before: Finding, now: Finding) -> Cause:
        key = "count_bands_less" if now.low < before.low else "count_bands"
        return Cause(key=key, words=now.facts)

    def better_answers(self, code: QuestionCode, ahead: Ahead) -> Iterator[Better]:
        answer = ahead.answers.get(code)
        if isinstance(answer, int):
            for count in sorted(set(self._edges())):
                if answer < count <= ahead.questions[code].highest:
                    yield Better(to=count, rank=count)

    def needed(self, _readings: Readings) -> tuple[Needed, ...] | None:
        return None

    def steps(self) -> Steps | None:
        return None
