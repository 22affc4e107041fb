"""The model of a policy that scoring runs on: editions with their indicators, readings and sentences.

Frozen and complete. It must not know files, pages or the clock. Money and multiples are exact decimals,
a month is an index (year · 12 + month − 1).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple

from generator.scoring.changing import Change
from generator.scoring.codes import IndicatorCode, QuestionCode, ReadingCode, Section
from generator.scoring.condition_kinds.rule import ConditionRule
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding
from generator.scoring.marks import Entries, Exact
from generator.scoring.only_if import OnlyIf
from generator.scoring.questions import Question
from generator.scoring.rules.ahead import Ahead
from generator.scoring.rules.rule import Basis, Better, Rule
from generator.scoring.yardsticks import Yardsticks

NEVER = date(9900, 12, 31)
"""The last day of an edition whose law names none: from every day up to it one can look ahead within the calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The words of a timeline: why points change (by key) and what is assumed."""

    because: Mapping[str, str]
    assumptions: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A silence of the text: its choices and the one taken unless another is asked for."""

    code: ReadingCode
    choices: tuple[str, ...]
    default: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Indicator:
    """An indicator of an edition with its rule and the sentences that explain each way it can come out.

    Each is equal to itself only.
    """

    code: IndicatorCode
    section: Section
    title: str
    clause: str
    certainty: str
    rule: Rule
    sentences: Mapping[str, str]
    only_if: OnlyIf | None
    reads: tuple[QuestionCode, ...]
    """The questions whose answers decide it, in the order in which they are needed."""

    def basis(self, facts: Facts) -> Basis:
        """Return all in the facts that the finding depends on: two of the same basis give the same finding."""
        basis = self.rule.basis(facts)
        return basis if self.only_if is None else (facts.yes(self.only_if.question), basis)

    def assess(self, facts: Facts) -> Finding:
        """Return what its rule finds in the facts, as far as it applies at all."""
        found = self.rule.assess(facts)
        return found if self.only_if is None else self.only_if.applied(found, facts)

    def better_answers(self, code: QuestionCode, ahead: Ahead) -> Iterator[Better]:
        """Yield the other answers to a question that can be given at once and may give more."""
        if self.only_if is not None and code == self.only_if.question:
            if ahead.answers.get(code) is (not self.only_if.wanted):
                yield Better(to=self.only_if.wanted, rank=0)
        else:
            yield from self.rule.better_answers(code, ahead)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Condition:
    """A condition of an edition; ``sentences`` has one for each standing, with the words that its rule offers.

    Each is equal to itself only.
    """

    code: str
    title: str
    clause: str
    certainty: str
    rule: ConditionRule
    reads: tuple[QuestionCode, ...]
    """The questions whose answers the rule reads."""
    sentences: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusive:
    """Indicators of which only the best one counts, the earlier where they are equal."""

    members: Annotated[tuple[IndicatorCode, ...], Entries(2)]
    clause: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Capped:
    """Indicators that come to at most so many points together; where they would to more, the later ones give way."""

    members: Annotated[tuple[IndicatorCode, ...], Entries(2)]
    cap: Annotated[int | Decimal, Exact(at_most=Decimal(999))]
    clause: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Block:
    """Neighbouring indicators that are settled among themselves: most often one alone.

    Each is equal to itself only.
    """

    indicators: tuple[Indicator, ...]
    exclusive: tuple[Exclusive, ...]
    exclusive_of: Mapping[IndicatorCode, Exclusive]
    capped: tuple[Capped, ...]
    capped_of: Mapping[IndicatorCode, Capped]


class Outer(NamedTuple):
    """A question whose count holds each month of another one's.

    ``outside`` is how many months it can count before the inner one's window; None: any number.
    """

    code: QuestionCode
    label: str
    outside: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition of the policy, in force from ``first`` to ``last``, both included.

    ``last`` is ``NEVER`` where the law names no last day.
    """

    code: str
    first: date
    last: date
    standard_score: int
    window_end: ReadingCode
    indicators: tuple[Indicator, ...]
    conditions: tuple[Condition, ...]
    """What one has to meet to apply, beside the points."""
    exclusive: tuple[Exclusive, ...]
    exclusive_of: Mapping[IndicatorCode, Exclusive]
    """The group that an indicator is a member of; most are in none."""
    capped: tuple[Capped, ...]
    capped_of: Mapping[IndicatorCode, Capped]
    blocks: tuple[Block, ...]
    """All indicators in their order, cut wherever no group reaches across."""
    questions: Mapping[QuestionCode, Question]
    """Those that its rules and conditions read, in the order of the form."""
    by_ease: tuple[QuestionCode, ...]
    """The same in the order in which most people can answer them."""
    dated: tuple[Question, ...]
    """Those of them that ask for a date or for several."""
    lived: tuple[Question, ...]
    """Those of them whose count can begin at an age only."""
    counted: tuple[Question, ...]
    """Those of them whose count a ledger decides."""
    nested: Mapping[QuestionCode, tuple[Outer, ...]]
    """Those of them of which each month is counted by other ones, too."""
    multiples: tuple[Decimal | None, ...]
    """At which multiples of the reference level a ledger is counted for them; None: at any base."""
    ledgers: tuple[QuestionCode, ...]
    """Those of them that ask for a contribution ledger."""
    past_dates: tuple[QuestionCode, ...]
    """Those of them whose date must not lie after the day of the request."""

    @property
    def ledger_code(self) -> QuestionCode:
        """Return the question that asks for a contribution ledger; empty where none does."""
        return next(iter(self.ledgers), "")

    @property
    def is_endless(self) -> bool:
        """Tell whether the law names no last day."""
        return self.last == NEVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A policy with its scorable editions, oldest first."""

    code: str
    sentences: Mapping[str, str]
    timeline: Timeline
    plans: Mapping[str, str]
    """The sentences of plans, by key."""
    changes: Mapping[QuestionCode, Change]
    """How the answers that one can choose are changed."""
    readings: Mapping[ReadingCode, Reading]
    default_readings: Mapping[ReadingCode, str]
    yardsticks: Yardsticks
    questions: Mapping[QuestionCode, Question]
    """All of them, whichever edition asks them, in the order of the form."""
    editions: tuple[Edition, ...]

    @property
    def last_edition(self) -> Edition:
        """The edition that ends last."""
        return max(self.editions, key=lambda edition: edition.last)

    @property
    def last_day(self) -> date:
        """The last day for which there is an edition."""
        return self.last_edition.last
