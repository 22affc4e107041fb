"""Rule kind ``years_since``: points for each full year since a date, where a yes-or-no question says yes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 -- ``date`` is a key of the data
from enum import StrEnum
from typing import Annotated, ClassVar

from generator.scoring.codes import QuestionCode, ReadingCode, Section
from generator.scoring.dates import full_years
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Value, open_between, settled
from generator.scoring.questions import Question
from generator.scoring.readings import Readings
from generator.scoring.rules.ahead import Ahead
from generator.scoring.rules.declared import Caps, Date, Follows, Points, YesNo
from generator.scoring.rules.rule import Basis, Better, Cause, Needed, Steps, Words
from generator.scoring.unanswered import UNANSWERED


class CountedFrom(StrEnum):
    """From when the years count: from the date, or from a later one that the answers don't say."""

    MARRIAGE = "marriage"
    LOCAL_REGISTRATION = "local_registration"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsSinceRule:
    """Points for each full year since a date up to the cap, where a yes-or-no question is answered with yes."""

    kind: ClassVar[str] = "years_since"
    sections: ClassVar[tuple[Section, ...]] = (Section.BASE, Section.BONUS)
    causes: ClassVar[Mapping[str, Words]] = {"years_since": ("years", "rate")}

    date: Date
    only_if: YesNo
    points: Points
    cap: Annotated[Points, Caps("points")]
    counted_from: Annotated[str | None, Follows(CountedFrom)] = None

    def questions(self) -> tuple[QuestionCode, ...]:
        return (self.only_if, self.date)

    def readings(self) -> tuple[ReadingCode, ...]:
        return () if self.counted_from is None else (self.counted_from,)

    def past_dates(self) -> tuple[QuestionCode, ...]:
        return ()

    def sentences(self) -> Mapping[str, Words]:
        return {"awarded": ("years", "rate", "cap"), "too_soon": ("years", "rate"), "not_met": ()}

    def most_points(self) -> Points | None:
        return self.cap

    def basis(self, facts: Facts) -> Basis:
        applies = facts.yes(self.only_if)
        if applies is False:
            return applies
        start, later = facts.day(self.date), self.counted_from
        years = None if start is UNANSWERED else (start, full_years(start, facts.on))
        return applies, years, None if later is None else facts.readings[later]

    def assess(self, facts: Facts) -> Finding:
        figures: dict[str, Value] = {"rate": self.points, "cap": self.cap}
        known: dict[str, Value] = {}
        applies = facts.yes(self.only_if)
        if applies is not UNANSWERED:
            known[self.only_if] = applies
        if applies is False:
            return settled(0, facts=known, figures=figures)
        start = facts.day(self.date)
        if start is UNANSWERED:
            most = self.cap
        else:
            years = max(0, full_years(start, facts.on))
            most = min(self.cap, self.points * years)
            known |= {self.date: start.isoformat(), "years": years}
            if most == 0:
                return settled(0, facts=known, figures=figures, sentence="too_soon")
        counted_from = facts.reading(self.counted_from, CountedFrom.MARRIAGE)
        may_begin_later = counted_from is CountedFrom.LOCAL_REGISTRATION
        if applies is UNANSWERED or start is UNANSWERED or may_begin_later:
            return open_between(
                0,
                most,
                missing=facts.missing(self.only_if, self.date),
                facts=known,
                figures=figures,
            )
        return settled(most, facts=known, figures=figures)

    def words(
        self, _finding: Finding, _questions: Mapping[QuestionCode, Question]
    ) -> Mapping[str, Value]:
        return {}

    def days_of_change(self, ahead: Ahead) -> Iterator[Day]:
        return ahead.anniversaries(self.date)

    def cause(self, _before: Finding, now: Finding) -> Cause:
        return Cause(key="years_since", words={**now.figures, **now.facts})

    def better_answers(self, _code: QuestionCode, _ahead: Ahead) -> Iterable[Better]:
        return ()

    def needed(self, _readings: Readings) -> tuple[Needed, ...] | None:
        return None

    def steps(self) -> Steps | None:
        return None
