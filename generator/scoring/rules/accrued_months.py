"""Rule kind ``accrued_months``: points for each full unit of months, perhaps after a wait, perhaps capped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from generator.scoring.codes import QuestionCode, ReadingCode, Section
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Value, open_between, settled
from generator.scoring.questions import Question
from generator.scoring.readings import Readings, chosen
from generator.scoring.rules.ahead import Ahead
from generator.scoring.rules.declared import (
    Caps,
    Choice,
    ChoiceOf,
    CountOf,
    Follows,
    Months,
    Points,
    Without,
)
from generator.scoring.rules.rule import Basis, Better, Cause, Needed, Steps, Words
from generator.scoring.span import Span, exactly
from generator.scoring.unanswered import UNANSWERED

ACCRUED: Words = ("months", "years", "rate")


class Gaps(StrEnum):
    """Whether months before a gap count, or only the last unbroken run."""

    ACCUMULATE = "accumulate"
    CONTINUOUS = "continuous"


class WaitedYears(StrEnum):
    """Whether the months of the wait count once it is over, or only the later ones."""

    ALL = "all"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """The months that have to pass at a place before any count."""

    choice: Annotated[str, ChoiceOf("question")]
    months: Months


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Waits that depend on a choice; a choice without one gives nothing."""

    question: Choice
    waits: tuple[Wait, ...]

    def wait_at(self, choice: str) -> int | None:
        """Return the months that have to pass at a place; None where nothing counts."""
        return next((wait.months for wait in self.waits if wait.choice == choice), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccruedMonthsRule:
    """Points for each full unit of months, perhaps only after a wait, perhaps capped."""

    kind: ClassVar[str] = "accrued_months"
    sections: ClassVar[tuple[Section, ...]] = (Section.BASE, Section.BONUS)
    causes: ClassVar[Mapping[str, Words]] = {
        "accrued_months": ACCRUED,
        "accrued_months_less": ACCRUED,
    }

    question: CountOf
    per_months: Months
    points: Points
    cap: Annotated[Points | None, Caps("points")] = None
    gaps: Annotated[str | None, Follows(Gaps)] = None
    wait_months: Months = 0
    place: Annotated[Place | None, Without("wait_months")] = None
    waited_years: Annotated[str | None, Follows(WaitedYears)] = None

    def questions(self) -> tuple[QuestionCode, ...]:
        return (self.question,) if self.place is None else (self.place.question, self.question)

    def readings(self) -> tuple[ReadingCode, ...]:
        return tuple(code for code in (self.gaps, self.waited_years) if code is not None)

    def past_dates(self) -> tuple[QuestionCode, ...]:
        return ()

    def sentences(self) -> Mapping[str, Words]:
        awarded = ACCRUED if self.cap is None else (*ACCRUED, "cap")
        said: dict[str, Words] = {"awarded": awarded, "not_met": ACCRUED}
        if self.wait_months or self.place is not None:
            said["waiting"] = (*ACCRUED, "wait_months")
        if self.place is not None:
            said["elsewhere"] = ()
        return said

    def most_points(self) -> Points | None:
        return self.cap

    def basis(self, facts: Facts) -> Basis:
        later = self.waited_years
        return (
            None if self.place is None else facts.answers.get(self.place.question),
            facts.count(self.question),
            self._months(facts) if self._is_continuous(facts.readings) else None,
            None if later is None else facts.readings[later],
        )

    def assess(self, facts: Facts) -> Finding:
        known: dict[str, Value] = {}
        figures: dict[str, Value] = {"rate": self.points, "per_months": self.per_months}
        if self.cap is not None:
            figures["cap"] = self.cap
        waits: tuple[int | None, ...] = (self.wait_months,)
        if self.place is not None:
            place = facts.choice(self.place.question)
            if place is UNANSWERED:
                waits = (None, *(wait.months for wait in self.place.waits))
            else:
                known["choice"] = place
                waits = (self.place.wait_at(place),)
                if waits == (None,):
                    return settled(0, facts=known, figures=figures, sentence="elsewhere")
        months = self._months(facts)
        ends = [
            self._points(wait, end, facts) for wait in waits for end in (months.low, months.high)
        ]
        if months.is_exact or not facts.missing(self.question):
            known |= {"months": months.high, "years": months.high // self.per_months}
        if min(ends) != max(ends):
            return open_between(
                min(ends),
                max(ends),
                missing=facts.missing(*self.questions()),
                facts=known,
                figures=figures,
            )
        wait = waits[0]
        if wait and len(waits) == 1:
            figures["wait_months"] = wait
            if months.low < wait:
                return settled(0, facts=known, figures=figures, sentence="waiting")
        return settled(ends[0], facts=known, figures=figures)

    def _months(self, facts: Facts) -> Span[int]:
        """Return the months that count; of an answered total the last unbroken part isn't known."""
        months = facts.months(self.question)
        if not self._is_continuous(facts.readings):
            return months
        if facts.ledger is None:
            return Span(min(1, months.low), months.high)
        return exactly(facts.ledger.unbroken(facts.window_end))

    def _is_continuous(self, readings: Readings) -> bool:
        return chosen(readings, self.gaps, Gaps.ACCUMULATE) is Gaps.CONTINUOUS

    def _points(self, wait: int | None, months: int, facts: Facts) -> Points:
        if wait is None or months < wait:
            return 0
        only_later = facts.reading(self.waited_years, WaitedYears.ALL) is WaitedYears.LATER
        points = self.points * ((months - wait if only_later else months) // self.per_months)
        return points if self.cap is None else min(self.cap, points)

    def words(
        self, _finding: Finding, _questions: Mapping[QuestionCode, Question]
    ) -> Mapping[str, Value]:
        return {}

    def days_of_change(self, ahead: Ahead) -> Iterator[date]:
        counts = ahead.counts(self.question)
        if ahead.ledger is not None and self._is_continuous(ahead.readings):
            counts = ahead.ledger.unbroken(ahead.months)
        starts = {0, *self._waits()}
        units = [[(count - start) // self.per_months for count in counts] for start in starts]
        return ahead.turns(list(zip(*units, strict=True)))

    def _waits(self) -> tuple[int, ...]:
        if self.place is None:
            return (self.wait_months,)
        return tuple(wait.months for wait in self.place.waits)

    def cause(self, before: Finding, now: Finding) -> Cause:
        key = "accrued_months_less" if now.low < before.low else "accrued_months"
        return Cause(key=key, words={**now.figures, **now.facts})

    def better_answers(self, code: QuestionCode, ahead: Ahead) -> Iterator[Better]:
        """Yield the places at which one can begin; months that were spent elsewhere are past."""
        if self.place is None:
            return
        answer = ahead.answers.get(code)
        choices = [wait.choice for wait in self.place.waits]
        begins = answer not in choices and ahead.answers.get(self.question) == 0
        if answer is not None and begins:
            yield from (Better(to=choice, rank=0) for choice in choices)

    def needed(self, _readings: Readings) -> tuple[Needed, ...] | None:
        return None

    def steps(self) -> Steps | None:
        return Steps(question=self.question, size=self.per_months, points=self.points)
