"""guide/comparison.yaml: editions side by side, clause by clause, and the same people under neighbouring ones."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Annotated

from generator.policy.evidence import Confidence
from generator.policy.guide.entries import Indicators
from generator.policy.marks import Answers, Declares
from generator.policy.people import Person
from generator.policy.plain import Plain
from generator.policy.questions import QuestionText
from generator.scoring.marks import Code, Key, Refers
from generator.scoring.model import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonCell:
    """What one edition says about an item."""

    says: str
    """Markdown with references, to figures of its own edition."""
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonRow:
    """An item across editions; ``changed`` is empty where nothing did."""

    code: Annotated[Code, Key("row"), Declares("row")]
    item: str
    clause: str
    cells: Mapping[str, ComparisonCell]
    """By edition; one that is left out takes the words of the edition before, where they hold."""
    indicators: Indicators = ()
    changed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPerson:
    """Someone who is scored under each of the scored editions: a sample person, with other answers here and there."""

    title: str
    person: Annotated[Code, Refers("person")]
    answers: Annotated[Mapping[str, Plain], Answers()] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Editions side by side."""

    people: tuple[ComparedPerson, ...]
    rows: tuple[ComparisonRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """Two editions one after the other, on the last day of the one and the first of the other.

    A day lies between the two, so that what differs comes of the law.
    """

    before: Edition
    after: Edition

    @property
    def days(self) -> tuple[date, date]:
        """The day on which people are scored under each."""
        return self.before.last, self.after.first


def neighbours(editions: Sequence[Edition]) -> Iterator[Neighbours]:
    """Each edition with the one before, oldest first."""
    return (Neighbours(before=before, after=after) for before, after in pairwise(editions))


def answered_with_nothing(
    editions: Sequence[Edition], questions: Mapping[str, QuestionText]
) -> dict[str, Plain]:
    """What people who say nothing about it answer to questions that only some editions ask."""
    return {
        code: question.nothing
        for code, question in questions.items()
        if question.nothing is not None
        and len({code in edition.questions for edition in editions}) > 1
    }


def request_under(
    person: ComparedPerson,
    edition: Edition,
    on: date,
    people: Mapping[str, Person],
    *,
    nothing: Mapping[str, Plain],
    policy: str,
) -> dict[str, Plain]:
    """What the engine is asked about a person under an edition: those answers that the edition asks for."""
    answers: dict[str, Plain] = {**nothing, **people[person.person].answers, **person.answers}
    return {
        "policy": policy,
        "on": on.isoformat(),
        "answers": {code: answer for code, answer in answers.items() if code in edition.questions},
    }
