"""The model of a policy that scoring runs on: editions, indicators, rules, questions, readings and yardsticks.

Frozen and complete. It must not know files, pages or the clock. Points are whole numbers, money and
multiples exact decimals, a month is an index (year · 12 + month − 1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generator.scoring.changing import Change
from generator.scoring.codes import IndicatorCode, Month, QuestionCode, ReadingCode
from generator.scoring.rule_kinds import Rule


class Section(StrEnum):
    """The four kinds of indicators: 基础, 加分, 减分, 一票否决."""

    BASE = "base"
    BONUS = "bonus"
    DEDUCTION = "deduction"
    VETO = "veto"


class Kind(StrEnum):
    """What an answer is."""

    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes_no"
    COUNT = "count"
    AMOUNT = "amount"
    PERCENT = "percent"
    DATES = "dates"
    LEDGER = "ledger"


@dataclass(frozen=True, slots=True, kw_only=True)
class FromLedger:
    """How the contribution ledger decides a count: valid months of the last ``window_months`` at ``multiple`` × R.

    Without a window all months before the day count, without a multiple any base does.
    ``beside_ledger``: an answer may stand beside a ledger and then goes first.
    """

    window_months: int | None
    multiple: Decimal | None
    beside_ledger: bool


class Growth(StrEnum):
    """When a count goes up by one with each month: in any case, or only where it is above 0."""

    ALWAYS = "always"
    ONCE_BEGUN = "once_begun"


class Changeable(StrEnum):
    """How an answer can be changed: at once, or by at most one month with each month that passes."""

    NOW = "now"
    WITH_TIME = "with_time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Growing:
    """How a count goes on as time passes, and what that assumes, in words."""

    when: Growth
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question; ``plausible`` bounds a range while an answer that the law leaves unbounded is missing."""

    code: QuestionCode
    kind: Kind
    label: str
    choices: Mapping[str, str]
    """The choices' codes and labels, in order."""
    at_least: int
    at_most: int | None
    plausible: int | None
    from_ledger: FromLedger | None
    grows: Growing | None
    changeable: Changeable | None
    """None: nobody can choose it."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A yardstick's yuan a month from one month to another, both included."""

    first: Month
    last: Month
    yuan: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Yardsticks:
    """The dated histories of the reference level R and the statutory average S, oldest first."""

    reference_level: tuple[Period, ...]
    statutory_average: tuple[Period, ...]
    unestablished: ReadingCode
    """The reading that says what stands in where R is not established."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """An indicator of an edition with its rule and the sentences that explain each way it can come out."""

    code: IndicatorCode
    section: Section
    title: str
    clause: str
    certainty: str
    rule: Rule
    reads: tuple[QuestionCode, ...]
    """The questions whose answers the rule reads, in the order in which it needs them."""
    sentences: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusive:
    """Indicators of which only the best one counts, the earlier where they are equal."""

    members: tuple[IndicatorCode, ...]
    clause: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Block:
    """Neighbouring indicators that are settled among themselves: most often one alone.

    Each is equal to itself only. ``is_timeless``: the answers alone decide what its rules find, whatever the day.
    ``asks_ledger``: a contribution ledger may decide it.
    """

    indicators: tuple[Indicator, ...]
    exclusive: tuple[Exclusive, ...]
    exclusive_of: Mapping[IndicatorCode, Exclusive]
    reads: tuple[QuestionCode, ...]
    is_timeless: bool
    asks_ledger: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition of the policy, in force from ``first`` to ``last``, both included."""

    code: str
    first: date
    last: date
    standard_score: int
    window_end: ReadingCode
    indicators: tuple[Indicator, ...]
    exclusive: tuple[Exclusive, ...]
    exclusive_of: Mapping[IndicatorCode, Exclusive]
    """The group that an indicator is a member of; most are in none."""
    blocks: tuple[Block, ...]
    """All indicators in their order, cut wherever no group reaches across."""
    questions: Mapping[QuestionCode, Question]
    """Those that its rules read, in the order of the form."""
    ledgers: tuple[QuestionCode, ...]
    """Those of them that ask for a contribution ledger."""
    births: tuple[QuestionCode, ...]
    """Dates from which ages are counted."""


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
    editions: tuple[Edition, ...]
