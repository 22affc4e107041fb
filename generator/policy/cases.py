"""cases/<topic>.yaml: golden cases, each a sentence, a request and what the verdict must say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from generator.policy.conditions import STANDINGS
from generator.policy.marks import Answers, Declares, Either, OneOf, Words
from generator.policy.plain import Plain
from generator.scoring.marks import Code, Entries, Exact, Excludes, Key, Refers
from generator.scoring.verdict import Outcome

type Score = Annotated[int | Decimal, Exact(above=Decimal(-10_000), at_most=Decimal(9999))]
type Standing = Annotated[str, Words(STANDINGS)]
type CanApply = Annotated[
    bool | Annotated[str, Words(("unknown",))], Either("true, false or unknown")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What the verdict must say, as far as it is said here."""

    score: Annotated[Score | None, Excludes("score"), OneOf("expectation")] = None
    outcome: Annotated[Outcome | None, OneOf("expectation")] = None
    range_: Annotated[tuple[Score, Score] | None, Excludes("score"), OneOf("expectation")] = None
    awards: Annotated[
        Mapping[Annotated[Code, Refers("indicator")], Score], OneOf("expectation")
    ] = field(default_factory=dict)
    conditions: Annotated[
        Mapping[Annotated[Code, Refers("condition")], Standing], OneOf("expectation")
    ] = field(default_factory=dict)
    """How conditions of applying stand, by their code."""
    can_apply: Annotated[CanApply | None, OneOf("expectation")] = None
    notices: Annotated[tuple[str, ...] | None, Entries(0), OneOf("expectation")] = None
    """The places of all notices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A figure published elsewhere that a case answers."""

    source: str
    score: Annotated[Score | str | None, Either("a score, or the words that were published")] = None
    differs_because: str = ""


class EdgeDay(StrEnum):
    """A day of whichever edition a case is asked in."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseText:
    """A case as its file says it."""

    name: Annotated[str, Key("case"), Declares("case")]
    expect: Expectation
    on: Annotated[date | None, Excludes("day")] = None
    """The day of the request; the edition's day for cases where neither this nor ``day`` is given."""
    day: Annotated[EdgeDay | None, Excludes("day")] = None
    person: Annotated[Code, Refers("person")] = ""
    answers: Annotated[Mapping[str, Plain], Answers()] = field(default_factory=dict)
    unanswered: Annotated[tuple[Annotated[Code, Refers("question")], ...], Entries(0)] = ()
    published: Published | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A golden case with its request complete."""

    text: CaseText
    edition: str
    topic: str
    place: str
    """``file:line`` of the sentence, for messages."""
    request: Mapping[str, Plain]

    @property
    def name(self) -> str:
        """The sentence."""
        return self.text.name

    @property
    def expect(self) -> Expectation:
        """What the verdict must say."""
        return self.text.expect
