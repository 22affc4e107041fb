"""Rule kind ``bands``: points by full years since a date."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 -- ``date`` is a key of the data
from itertools import groupby
from typing import Annotated, ClassVar, NamedTuple

from generator.scoring.codes import QuestionCode, ReadingCode, Section
from generator.scoring.dates import full_years
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Value, open_between, settled
from generator.scoring.questions import Question
from generator.scoring.readings import Readings
from generator.scoring.rules.ahead import Ahead
from generator.scoring.rules.declared import Adjoining, Caps, Date, Points, With, Years
from generator.scoring.rules.rule import Basis, Better, Cause, Needed, Steps, Words
from generator.scoring.unanswered import UNANSWERED

NO_UPPER_END = 1000
"""Years that no person reaches: the end of a band that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Full years from ``at_least`` to just under ``below``; each year under ``below`` may add points."""

    at_least: Years = 0
    below: Years = NO_UPPER_END
    points: Points
    more_per_year_below: Annotated[Points, With("below", "counts the years under below")] = 0


class Rung(NamedTuple):
    """Full years from ``first`` to ``last`` that give the same points.

    The lowest rung has no lower end where it begins at 0, the highest no upper one where its band has none.
    """

    first: int
    last: int
    is_lowest: bool
    is_highest: bool
    points: Points


@dataclass(frozen=True, slots=True, kw_only=True)
class BandsRule:
    """Full years since a date, by bands; outside every band there are no points."""

    kind: ClassVar[str] = "bands"
    sections: ClassVar[tuple[Section, ...]] = (Section.BASE, Section.BONUS)
    causes: ClassVar[Mapping[str, Words]] = {"bands": ("years",)}

    date: Date
    bands: Annotated[tuple[Band, ...], Adjoining("year")]
    cap: Annotated[Points | None, Caps("bands")] = None

    def questions(self) -> tuple[QuestionCode, ...]:
        return (self.date,)

    def readings(self) -> tuple[ReadingCode, ...]:
        return ()

    def past_dates(self) -> tuple[QuestionCode, ...]:
        return (self.date,)

    def sentences(self) -> Mapping[str, Words]:
        return {"awarded": ("years",), "not_met": ("years",)}

    def most_points(self) -> Points | None:
        return self.highest

    @property
    def highest(self) -> Points:
        """Return the cap, or without one the points of the best year."""
        if self.cap is not None:
            return self.cap
        return max(self.points_at(band.at_least) for band in self.bands)

    def basis(self, facts: Facts) -> Basis:
        start = facts.day(self.date)
        return None if start is UNANSWERED else (start, full_years(start, facts.on))

    def assess(self, facts: Facts) -> Finding:
        figures = {} if self.cap is None else {"cap": self.cap}
        start = facts.day(self.date)
        if start is UNANSWERED:
            return open_between(0, self.highest, missing=(self.date,), facts={}, figures=figures)
        years = full_years(start, facts.on)
        return settled(
            self.points_at(years),
            facts={self.date: start.isoformat(), "years": years},
            figures=figures,
        )

    def points_at(self, years: int) -> Points:
        """Return the points at so many full years."""
        for band in self.bands:
            if band.at_least <= years < band.below:
                more = band.more_per_year_below * (band.below - years)
                points = band.points + more
                return points if self.cap is None else min(self.cap, points)
        return 0

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """Return the points of each full year, equal neighbours together."""
        lowest = min(band.at_least for band in self.bands)
        years = range(lowest, max(band.below for band in self.bands))
        groups = [(points, tuple(same)) for points, same in groupby(years, key=self.points_at)]
        return tuple(
            Rung(
                first=same[0],
                last=same[-1],
                is_lowest=same[0] == 0,
                is_highest=same[-1] == NO_UPPER_END - 1,
                points=points,
            )
            for points, same in groups
        )

    def words(
        self, _finding: Finding, _questions: Mapping[QuestionCode, Question]
    ) -> Mapping[str, Value]:
        return {}

    def days_of_change(self, ahead: Ahead) -> Iterator[Day]:
        return ahead.anniversaries(self.date)

    def cause(self, _before: Finding, now: Finding) -> Cause:
        return Cause(key="bands", words={**now.figures, **now.facts})

    def better_answers(self, _code: QuestionCode, _ahead: Ahead) -> Iterable[Better]:
        return ()

    def needed(self, _readings: Readings) -> tuple[Needed, ...] | None:
        return None

    def steps(self) -> Steps | None:
        return None
