"""A rule as its component shows it: the rule itself, the words of its questions, its citations."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from generator.paging.citations import Citation
from generator.scoring.model import Question
from generator.scoring.rule_kinds import (
    AccruedMonthsRule,
    BandsRule,
    FlatRule,
    LookbackRule,
    MonthsInWindowRule,
    OptionsRule,
    PerAmountRule,
    Rule,
    VetoRule,
    YearsSinceRule,
)
from generator.scoring.rules.bands import points_at


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep:
    """Full years that give the same points; ``last`` is None where nothing follows below."""

    first: int
    last: int
    is_lowest: bool
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """``kind`` names the component ``rule_<kind>``; ``exceptions`` are by path, such as ``rule.gate.months``."""

    kind: str
    rule: Rule
    citation: Citation
    exceptions: Mapping[str, Citation]
    questions: Mapping[str, Question]
    units: Mapping[str, str]
    """What a question's figure counts: 元, 人, 个月."""
    ladder: tuple[LadderStep, ...]
    """Only for bands."""


def kind_of(rule: Rule) -> str:
    """The rule's kind as the data names it."""
    match rule:
        case FlatRule():
            return "flat"
        case OptionsRule():
            return "options"
        case BandsRule():
            return "bands"
        case AccruedMonthsRule():
            return "accrued_months"
        case YearsSinceRule():
            return "years_since"
        case PerAmountRule():
            return "per_amount"
        case MonthsInWindowRule():
            return "months_in_window"
        case LookbackRule():
            return "lookback"
        case VetoRule():
            return "veto"
        case _:
            assert_never(rule)


def most_points(rule: Rule) -> int | None:
    """The most that the rule can give; None where it has no limit or gives nothing."""
    match rule:
        case FlatRule():
            return rule.points
        case OptionsRule():
            return max(option.points for option in rule.options)
        case BandsRule() | AccruedMonthsRule() | YearsSinceRule() | PerAmountRule():
            return rule.cap
        case MonthsInWindowRule():
            return max(tier.points for tier in rule.tiers)
        case LookbackRule() | VetoRule():
            return None
        case _:
            assert_never(rule)


def questions_of(rule: Rule) -> tuple[str, ...]:
    """The questions that the rule reads, the leading one first."""
    match rule:
        case FlatRule() | VetoRule():
            return (rule.question,)
        case OptionsRule():
            return (rule.question, *((rule.gate.question,) if rule.gate else ()))
        case BandsRule():
            return (rule.date,)
        case AccruedMonthsRule():
            return (*((rule.place.question,) if rule.place else ()), rule.question)
        case YearsSinceRule():
            return (rule.only_if, rule.date)
        case PerAmountRule():
            return (rule.amount, rule.share)
        case MonthsInWindowRule():
            return tuple(tier.question for tier in rule.tiers)
        case LookbackRule():
            return (rule.dates,)
        case _:
            assert_never(rule)


def readings_of(rule: Rule) -> tuple[str, ...]:
    """The silences of the text that the rule fills by a reading."""
    match rule:
        case FlatRule() | OptionsRule() | BandsRule() | VetoRule():
            found: tuple[str | None, ...] = ()
        case AccruedMonthsRule():
            found = (rule.gaps, rule.waited_years)
        case YearsSinceRule():
            found = (rule.counted_from,)
        case PerAmountRule():
            found = (rule.share_applies,)
        case MonthsInWindowRule():
            found = (rule.mixed_tiers,)
        case LookbackRule():
            found = (rule.edge,)
        case _:
            assert_never(rule)
    return tuple(reading for reading in found if reading)


def ladder(rule: Rule) -> tuple[LadderStep, ...]:
    """The points of each full year of a bands rule, equal neighbours together; empty for other kinds."""
    if not isinstance(rule, BandsRule):
        return ()
    lowest = min(band.at_least for band in rule.bands)
    years = range(lowest, max(band.below for band in rule.bands))
    steps = []
    for points, group in groupby(years, key=lambda year: points_at(year, rule)):
        same = list(group)
        steps.append(
            LadderStep(first=same[0], last=same[-1], is_lowest=same[0] == lowest, points=points)
        )
    return tuple(steps)
