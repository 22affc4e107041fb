"""Rule kind ``lookback``: points off for each record of the last so many years."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date
from enum import StrEnum
from typing import Annotated, ClassVar

from generator.scoring.codes import QuestionCode, ReadingCode, Section
from generator.scoring.dates import add_years
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Value, open_between, settled
from generator.scoring.questions import Question
from generator.scoring.readings import Readings
from generator.scoring.rules.ahead import ONE_DAY, Ahead
from generator.scoring.rules.declared import Dates, Follows, Points, Years
from generator.scoring.rules.rule import Basis, Better, Cause, Needed, Steps, Words
from generator.scoring.unanswered import UNANSWERED


class Edge(StrEnum):
    """Whether a record that is just so many years old still counts."""

    INSIDE = "inside"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True, kw_only=True)
class LookbackRule:
    """Points off for each record within so many years; ``points`` is positive here."""

    kind: ClassVar[str] = "lookback"
    sections: ClassVar[tuple[Section, ...]] = (Section.DEDUCTION,)
    causes: ClassVar[Mapping[str, Words]] = {
        "lookback": ("count", "years", "rate"),
        "lookback_more": ("count", "years", "rate"),
    }

    dates: Dates
    years: Years
    points: Points
    edge: Annotated[str | None, Follows(Edge)] = None

    def questions(self) -> tuple[QuestionCode, ...]:
        return (self.dates,)

    def readings(self) -> tuple[ReadingCode, ...]:
        return () if self.edge is None else (self.edge,)

    def past_dates(self) -> tuple[QuestionCode, ...]:
        return ()

    def sentences(self) -> Mapping[str, Words]:
        return {
            "awarded": ("count", "years", "rate"),
            "not_met": ("years",),
            "lapsed": ("count", "years"),
        }

    def most_points(self) -> Points | None:
        return None

    def basis(self, facts: Facts) -> Basis:
        records = facts.days(self.dates)
        if records is UNANSWERED or not records:
            return records
        return records, self._counts(records, facts)

    def assess(self, facts: Facts) -> Finding:
        figures: dict[str, Value] = {"rate": self.points, "years": self.years}
        records = facts.days(self.dates)
        if records is UNANSWERED:
            most = facts.question(self.dates).highest
            return open_between(
                -self.points * most, 0, missing=(self.dates,), facts={}, figures=figures
            )
        count, lapsed = self._counts(records, facts)
        known: dict[str, Value] = {
            self.dates: tuple([record.isoformat() for record in records]),
            "count": count or lapsed,
        }
        return settled(
            -self.points * count,
            facts=known,
            figures=figures,
            sentence="lapsed" if lapsed and not count else "",
        )

    def _counts(self, records: Iterable[date], facts: Facts) -> tuple[int, int]:
        """Return how many records count, and how many are too old to."""
        first = add_years(facts.on, -self.years)
        if facts.reading(self.edge, Edge.INSIDE) is Edge.OUTSIDE:
            first += ONE_DAY
        counted = sum([first <= record <= facts.on for record in records])
        return counted, sum([record < first for record in records])

    def words(
        self, _finding: Finding, _questions: Mapping[QuestionCode, Question]
    ) -> Mapping[str, Value]:
        return {}

    def days_of_change(self, ahead: Ahead) -> Iterator[date]:
        """Yield the day of each record and the days around the one on which it is so many years old."""
        records = ahead.answers.get(self.dates)
        for record in records if isinstance(records, tuple) else ():
            yield record
            if record.year + self.years < MAXYEAR:
                lapses = add_years(record, self.years)
                yield from (lapses - ONE_DAY, lapses, lapses + ONE_DAY)

    def cause(self, before: Finding, now: Finding) -> Cause:
        key = "lookback_more" if now.low < before.low else "lookback"
        return Cause(key=key, words={**now.figures, **now.facts})

    def better_answers(self, _code: QuestionCode, _ahead: Ahead) -> Iterable[Better]:
        return ()

    def needed(self, _readings: Readings) -> tuple[Needed, ...] | None:
        return None

    def steps(self) -> Steps | None:
        return None
