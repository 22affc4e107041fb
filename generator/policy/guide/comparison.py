"""guide/comparison.yaml: editions side by side, clause by clause, and the same people under neighbouring ones."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from generator.policy.evidence import Confidence
from generator.policy.guide.entries import Indicators
from generator.policy.marks import Answers, Declares
from generator.policy.people import Person
from generator.policy.plain import Plain
from generator.scoring.marks import Code, Key, Refers


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


def answers_of(
    person: ComparedPerson, people: Mapping[str, Person], nothing: Mapping[str, Plain]
) -> dict[str, Plain]:
    """Everything that somebody answers, whichever edition asks; ``nothing`` is what people say who say nothing."""
    return {**nothing, **people[person.person].answers, **person.answers}
