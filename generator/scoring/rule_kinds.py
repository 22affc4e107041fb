"""The rule kinds: a closed union of what an indicator's rule can say. Points are whole numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.scoring.codes import QuestionCode, ReadingCode


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatRule:
    """Yes gives the points."""

    question: QuestionCode
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """The points of one choice; ``gated`` choices need the rule's gate."""

    choice: str
    points: int
    gated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """So many months (of a count) that gated options need."""

    question: QuestionCode
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionsRule:
    """The row of the choice gives its points."""

    question: QuestionCode
    options: tuple[Option, ...]
    gate: Gate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Full years from ``at_least`` to just under ``below``; each year under ``below`` may add points."""

    at_least: int
    below: int
    points: int
    more_per_year_below: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BandsRule:
    """Full years since a date, by bands; outside every band there are no points."""

    date: QuestionCode
    bands: tuple[Band, ...]
    cap: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Waits that depend on a choice, in months; a choice without one gives nothing."""

    question: QuestionCode
    waits: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccruedMonthsRule:
    """Points for each full unit of months, perhaps only after a wait, perhaps capped."""

    question: QuestionCode
    per_months: int
    points: int
    cap: int | None
    wait_months: int
    place: Place | None
    gaps: ReadingCode | None
    waited_years: ReadingCode | None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsSinceRule:
    """Points for each full year since a date, where a yes-or-no question is answered with yes."""

    date: QuestionCode
    only_if: QuestionCode
    points: int
    cap: int
    counted_from: ReadingCode | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PerAmountRule:
    """Points for each full ``per`` of an amount, by one's own share in percent."""

    amount: QuestionCode
    share: QuestionCode
    share_applies: ReadingCode | None
    """None: always."""
    per: int
    points: int
    cap: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """So many months of a count that give the points."""

    question: QuestionCode
    months: int
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsInWindowRule:
    """The best tier whose months are reached; lowest tier first."""

    tiers: tuple[Tier, ...]
    mixed_tiers: ReadingCode | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookbackRule:
    """Points off for each record within so many years; ``points`` is positive here."""

    dates: QuestionCode
    years: int
    points: int
    edge: ReadingCode | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VetoRule:
    """Yes ends the application."""

    question: QuestionCode


type Rule = (
    FlatRule
    | OptionsRule
    | BandsRule
    | AccruedMonthsRule
    | YearsSinceRule
    | PerAmountRule
    | MonthsInWindowRule
    | LookbackRule
    | VetoRule
)


def is_timeless(rule: Rule) -> bool:
    """Tell whether the answers alone decide what a rule finds, whatever the day."""
    match rule:
        case FlatRule() | VetoRule() | AccruedMonthsRule() | PerAmountRule():
            return True
        case OptionsRule():
            return rule.gate is None
        case _:
            return False
