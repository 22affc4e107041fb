"""Rule kind ``options``: the chosen row's points, some rows only behind a gate of months."""

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
from generator.scoring.rules.declared import (
    Behind,
    Choice,
    ChoiceOf,
    CountOf,
    Months,
    Points,
    Reachable,
)
from generator.scoring.rules.rule import Basis, Better, Cause, Needed, Steps, Words
from generator.scoring.span import Span, exactly
from generator.scoring.unanswered import UNANSWERED


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """The points of one choice; ``gated`` choices need the rule's gate."""

    choice: Annotated[str, ChoiceOf("question")]
    points: Points
    gated: Annotated[bool, Behind("gate")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """So many months (of a count) that gated options need."""

    question: CountOf
    months: Annotated[Months, Reachable("question")]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionsRule:
    """The row of the choice gives its points; a choice without a row gives none."""

    kind: ClassVar[str] = "options"
    sections: ClassVar[tuple[Section, ...]] = (Section.BASE, Section.BONUS)
    causes: ClassVar[Mapping[str, Words]] = {
        "gate": ("months", "gate_months"),
        "gate_less": ("months", "gate_months"),
    }

    question: Choice
    options: tuple[Option, ...]
    gate: Gate | None = None

    def questions(self) -> tuple[QuestionCode, ...]:
        return (self.question,) if self.gate is None else (self.question, self.gate.question)

    def readings(self) -> tuple[ReadingCode, ...]:
        return ()

    def past_dates(self) -> tuple[QuestionCode, ...]:
        return ()

    def sentences(self) -> Mapping[str, Words]:
        said: dict[str, Words] = {"awarded": ("choice",), "not_met": ()}
        if self.gate is not None:
            gated = ("choice", "months", "gate_months")
            said |= {"gate_passed": gated, "gate_failed": (*gated, "would_be")}
        return said

    def most_points(self) -> Points | None:
        return max(option.points for option in self.options)

    def basis(self, facts: Facts) -> Basis:
        choice = facts.answers.get(self.question)
        if self.gate is None:
            return choice
        gated = [option.choice for option in self.options if option.gated]
        if choice is not None and choice not in gated:
            return choice
        code = self.gate.question
        return choice, facts.count(code), facts.unverified_from(code)

    def assess(self, facts: Facts) -> Finding:
        choice = facts.choice(self.question)
        possible = exactly(0) if self.gate is None else facts.months(self.gate.question)
        if choice is UNANSWERED:
            most = max(self._points(option, possible).high for option in self.options)
            return open_between(0, most, missing=(self.question,), facts={}, figures={})
        known: dict[str, Value] = {"choice": choice}
        option = next((each for each in self.options if each.choice == choice), None)
        if option is None:
            return settled(0, facts=known, figures={})
        figures: dict[str, Value] = {"points": option.points}
        if not option.gated or self.gate is None:
            return settled(option.points, facts=known, figures=figures)
        gate, points = self.gate, self._points(option, possible)
        figures["gate_months"] = gate.months
        unverified_from = facts.unverified_from(gate.question)
        if not points.is_exact:
            return open_between(
                points.low,
                points.high,
                missing=facts.missing(gate.question),
                facts=known,
                figures=figures,
                unverified_from=unverified_from,
            )
        return settled(
            points.low,
            facts=known | {"months": possible.low},
            figures=figures,
            sentence="gate_passed" if points.low else "gate_failed",
            unverified_from=unverified_from,
        )

    def _points(self, option: Option, months: Span[int]) -> Span[Points]:
        if not option.gated or self.gate is None:
            return exactly(option.points)
        return Span(
            option.points if months.low >= self.gate.months else 0,
            option.points if months.high >= self.gate.months else 0,
        )

    def words(
        self, finding: Finding, questions: Mapping[QuestionCode, Question]
    ) -> Mapping[str, Value]:
        """Return the label of the choice."""
        choice = finding.facts.get("choice")
        return {"choice": questions[self.question].choices[str(choice)]} if choice else {}

    def days_of_change(self, ahead: Ahead) -> Iterator[date]:
        return ahead.turns(ahead.states(self.needed(ahead.readings)))

    def cause(self, before: Finding, now: Finding) -> Cause:
        key = "gate_less" if now.low < before.low else "gate"
        return Cause(key=key, words={**now.figures, **now.facts})

    def better_answers(self, code: QuestionCode, ahead: Ahead) -> Iterator[Better]:
        answer = ahead.answers.get(code)
        for option in sorted(self.options, key=lambda option: option.points):
            if answer is not None and option.choice != answer:
                yield Better(to=option.choice, rank=option.points)

    def needed(self, _readings: Readings) -> tuple[Needed, ...]:
        if self.gate is None:
            return ()
        gate = self.gate
        return (Needed(question=gate.question, months=gate.months, points=None, above=None),)

    def steps(self) -> Steps | None:
        return None
