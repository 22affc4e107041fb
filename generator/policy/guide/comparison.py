"""guide/comparison.yaml: editions side by side, clause by clause; a cell that is left out is not established."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from generator.policy.evidence import Confidence
from generator.policy.guide.entries import Indicators
from generator.policy.marks import Answers, DayText, Declares
from generator.policy.people import Person
from generator.policy.plain import Plain
from generator.scoring.marks import Code, Entries, Key, Refers
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
    """By edition."""
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

    editions: Annotated[tuple[DayText, ...], Entries(2)]
    days: Mapping[str, date]
    """By edition: the day on which people are scored under it."""
    if_asked: Annotated[Mapping[str, Plain], Answers()]
    """Answers to questions that only some editions ask, for people who say nothing about them."""
    people: tuple[ComparedPerson, ...]
    rows: tuple[ComparisonRow, ...]


def request_under(
    comparison: Comparison,
    person: ComparedPerson,
    edition: Edition,
    people: Mapping[str, Person],
    policy: str,
) -> dict[str, Plain]:
    """What the engine is asked about a person under an edition: those answers that the edition asks for."""
    answers: dict[str, Plain] = {
        **comparison.if_asked,
        **people[person.person].answers,
        **person.answers,
    }
    return {
        "policy": policy,
        "on": comparison.days[edition.code].isoformat(),
        "answers": {code: answer for code, answer in answers.items() if code in edition.questions},
    }
