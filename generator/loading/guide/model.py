"""What the guide of a policy says. Texts called ``answer`` or ``says`` are Markdown with references."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.loading.evidence import Plain, Receipt


class ClaimVerdict(StrEnum):
    """What the text of the policy makes of a claim."""

    RIGHT = "right"
    INCOMPLETE = "incomplete"
    WRONG = "wrong"
    NOT_ESTABLISHED = "not_established"


class PaperFrom(StrEnum):
    """Who has to bring a paper."""

    SELF = "self"
    EMPLOYER = "employer"
    SPOUSE = "spouse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A heading under which entries of a file stand."""

    code: str
    title: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What people read elsewhere, and what is so."""

    code: str
    group: str
    says: str
    """The claim in our words, or its few words in quotation marks."""
    verdict: ClaimVerdict
    answer: str
    see: str
    """The frequent question that tells the whole; empty where the claim's own answer does."""
    cases: tuple[str, ...]
    """Golden cases that show it, by their sentences."""
    indicators: tuple[str, ...]
    receipt: Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """All claims, by group in the order of the file."""

    groups: tuple[Group, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrequentQuestion:
    """A question that applicants ask, answered."""

    code: str
    group: str
    asks: str
    answer: str
    cases: tuple[str, ...]
    indicators: tuple[str, ...]
    questions: tuple[str, ...]
    """Questions of the calculator that it helps with."""
    receipt: Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class FrequentQuestions:
    """All of them, by group in the order of the file."""

    groups: tuple[Group, ...] = ()
    questions: tuple[FrequentQuestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Holds where a question has this answer; exactly one of the three is given."""

    question: str
    is_: str | bool | None
    is_not: str | bool | None
    at_least: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Something to bring. Without indicators it is for everyone; ``when`` holds where any of its conditions does."""

    code: str
    name: str
    says: str
    from_: PaperFrom
    indicators: tuple[str, ...]
    when: tuple[Condition, ...]
    receipt: Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskAnswer:
    """An answer to the question of a risk and what follows from it."""

    label: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """A reason why applications come back, as a question."""

    code: str
    asks: str
    help: str
    safe: RiskAnswer
    risky: RiskAnswer
    unsure: RiskAnswer
    indicators: tuple[str, ...]
    receipt: Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialQuestion:
    """A question of the official self-assessment and those of ours that answer it."""

    asks: str
    says: str
    questions: tuple[str, ...]
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Why the official result may differ from ours."""

    cause: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfAssessment:
    """The official form in its order, and what to look at where its result differs."""

    receipt: Receipt
    questions: tuple[OfficialQuestion, ...]
    differs: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonCell:
    """What one edition says about an item; an empty ``says`` is: not established."""

    says: str
    confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonRow:
    """An item across editions; ``changed`` is empty where nothing did."""

    code: str
    item: str
    clause: str
    indicators: tuple[str, ...]
    cells: Mapping[str, ComparisonCell]
    """By edition."""
    changed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPerson:
    """Someone who is scored under each of the scored editions: a sample person, with other answers here and there."""

    title: str
    person: str
    answers: Mapping[str, Plain]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Editions side by side."""

    editions: tuple[str, ...] = ()
    days: Mapping[str, date] = field(default_factory=dict)
    """By edition: the day on which people are scored under it."""
    if_asked: Mapping[str, Plain] = field(default_factory=dict)
    """Answers to questions that only some editions ask, for people who say nothing about them."""
    people: tuple[ComparedPerson, ...] = ()
    rows: tuple[ComparisonRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of the data that readers should hear of."""

    code: str
    on: date
    title: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """All of it; empty where a policy has no guide."""

    claims: Claims = Claims()
    faq: FrequentQuestions = FrequentQuestions()
    papers: tuple[Paper, ...] = ()
    risks: tuple[Risk, ...] = ()
    self_assessment: SelfAssessment | None = None
    comparison: Comparison = Comparison()
    changes: tuple[Change, ...] = ()
    """Newest first."""
