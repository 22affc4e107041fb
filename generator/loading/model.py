"""What the policy data says, complete and checked: the editorial side that pages need, beside the scoring model.

Frozen values only; nothing here knows a file format, HTML or a rule's arithmetic.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.loading.evidence import Authority, Document, Plain, Receipt
from generator.loading.guide.model import Guide
from generator.scoring.model import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice of a question."""

    code: str
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedIf:
    """A question is shown only where another one has (or has not) this answer."""

    question: str
    is_: str | bool | None
    is_not: str | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a person is asked, in words."""

    code: str
    group: str
    kind: str
    label: str
    help: str
    unit: str
    choices: tuple[Choice, ...]
    at_least: int | None
    at_most: int | None
    asked_if: AskedIf | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGroup:
    """A fieldset of the form."""

    code: str
    title: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingChoice:
    """One way to read a silence of the text."""

    code: str
    says: str
    held_by: str
    authority: Authority
    confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A silence of the text, its readings and the default."""

    code: str
    asks: str
    clause: str
    default: str
    choices: tuple[ReadingChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YardstickPeriod:
    """One period of a dated history; months are ``YYYY-MM``, ``cap`` and ``floor`` only for the statutory average."""

    from_: str
    to: str
    yuan: int
    cap: int | None
    floor: int | None
    receipt: Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class NotEstablished:
    """From when on a yardstick's figure is not established."""

    yardstick: str
    from_: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Yardsticks:
    """The dated histories of R and S."""

    reference_level: tuple[YardstickPeriod, ...]
    statutory_average: tuple[YardstickPeriod, ...]
    not_established: tuple[NotEstablished, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A sample person with complete answers."""

    code: str
    title: str
    about: str
    on: date
    answers: Mapping[str, Plain]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A figure published elsewhere that a case answers."""

    source: str
    score: int | str | None
    differs_because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A golden case: a sentence, a request and what the verdict must say."""

    name: str
    edition: str
    topic: str
    place: str
    """``file:line`` of the sentence, for messages."""
    request: Mapping[str, Plain]
    score: int | None
    outcome: str | None
    score_range: tuple[int, int] | None
    awards: Mapping[str, int]
    conditions: Mapping[str, str]
    """How conditions of applying stand, by their code."""
    can_apply: str | None
    """``true``, ``false`` or ``unknown``; None where the case doesn't say."""
    notices: tuple[str, ...] | None
    """The places of all notices; None where the case doesn't say."""
    published: Published | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorText:
    """An indicator as pages show it; ``rule`` is its plain data."""

    code: str
    section: str
    title: str
    clause: str
    receipt: Receipt
    exceptions: Mapping[str, Receipt]
    """By the path of the figure inside the file, such as ``rule.gate.months``."""
    rule: Mapping[str, Plain]
    text: str
    """Markdown; empty where the edition has no text for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionText:
    """An edition as pages show it; one that is not scored has no indicators."""

    code: str
    title: str
    document: str
    in_force_from: date
    in_force_to: date
    scored: bool
    standard_score: int | None
    receipt: Receipt
    notes: tuple[str, ...]
    indicators: tuple[IndicatorText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A glossary entry."""

    code: str
    term: str
    meaning: str
    linked: bool = True
    """Whether its first use in a text leads to the glossary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A figure that no score rests on, with its unit and source."""

    code: str
    says: str
    """What it is the figure of, in words."""
    value: int
    unit: str
    receipt: Receipt


class GuideGroup(StrEnum):
    """Where in the guide a page stands."""

    BEFORE = "before"
    APPLYING = "applying"
    AFTER = "after"
    DOUBTS = "doubts"


class Reader(StrEnum):
    """For whom a page is among the first to read."""

    APPLICANT = "applicant"
    EMPLOYER = "employer"
    PARENT = "parent"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidePlace:
    """A page's place in the guide: its group, and a number that pages of a group are sorted by."""

    group: GuideGroup
    order: int
    readers: tuple[Reader, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A page that is one Markdown text; without a place other texts have to lead to it."""

    name: str
    title: str
    lead: str
    description: str
    place: GuidePlace | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyText:
    """Everything one policy folder says."""

    code: str
    title: str
    scoring: Policy
    """The model that ``generator.scoring`` runs."""
    scoring_text: str
    """The same as JSON text, the bytes that the browser gets."""
    documents: Mapping[str, Document]
    groups: tuple[QuestionGroup, ...]
    questions: Mapping[str, Question]
    readings: Mapping[str, Reading]
    yardsticks: Yardsticks
    people: Mapping[str, Person]
    glossary: tuple[Term, ...]
    facts: Mapping[str, Fact]
    guide: Guide
    editions: Mapping[str, EditionText]
    """By effective date, oldest first."""
    cases: tuple[Case, ...]
    pages: Mapping[str, ProsePage]
    """Pages that are one text, by name."""

    @property
    def current(self) -> EditionText:
        """The newest edition that is scored."""
        return [edition for edition in self.editions.values() if edition.scored][-1]
