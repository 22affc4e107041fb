"""Turn the plain form of a rule into its kind, and tell which questions it reads."""

from collections.abc import Mapping
from typing import Any

from generator.scoring.codes import QuestionCode
from generator.scoring.rule_kinds import (
    AccruedMonthsRule,
    Band,
    BandsRule,
    FlatRule,
    Gate,
    LookbackRule,
    MonthsInWindowRule,
    Option,
    OptionsRule,
    PerAmountRule,
    Place,
    Rule,
    Tier,
    VetoRule,
    YearsSinceRule,
)

type Plain = Mapping[str, Any]

NO_UPPER_END = 1000
"""Years that no person reaches: the end of a band that has none."""


def read_rule(plain: Plain) -> Rule:
    kind = plain["kind"]
    match kind:
        case "flat":
            return FlatRule(question=plain["question"], points=plain["points"])
        case "options":
            return _options(plain)
        case "bands":
            return BandsRule(
                date=plain["date"],
                bands=tuple(_band(entry) for entry in plain["bands"]),
                cap=plain["cap"],
            )
        case "accrued_months":
            return _accrued_months(plain)
        case "years_since":
            return YearsSinceRule(
                date=plain["date"],
                only_if=plain["only_if"],
                points=plain["points"],
                cap=plain["cap"],
                counted_from=plain.get("counted_from"),
            )
        case "per_amount":
            return PerAmountRule(
                amount=plain["amount"],
                share=plain["share"],
                share_applies=plain.get("share_applies"),
                per=plain["per"],
                points=plain["points"],
                cap=plain["cap"],
            )
        case "months_in_window":
            return MonthsInWindowRule(
                tiers=tuple(
                    Tier(question=tier["question"], months=tier["months"], points=tier["points"])
                    for tier in plain["tiers"]
                ),
                mixed_tiers=plain.get("mixed_tiers"),
            )
        case "lookback":
            return LookbackRule(
                dates=plain["dates"],
                years=plain["years"],
                points=plain["points"],
                edge=plain.get("edge"),
            )
        case "veto":
            return VetoRule(question=plain["question"])
        case _:
            raise ValueError(kind)


def questions_of(rule: Rule) -> tuple[QuestionCode, ...]:
    """Return the questions whose answers a rule reads, in the order in which it needs them."""
    match rule:
        case FlatRule() | VetoRule():
            return (rule.question,)
        case OptionsRule():
            return (rule.question,) if rule.gate is None else (rule.question, rule.gate.question)
        case BandsRule():
            return (rule.date,)
        case AccruedMonthsRule():
            return (rule.question,) if rule.place is None else (rule.place.question, rule.question)
        case YearsSinceRule():
            return (rule.only_if, rule.date)
        case PerAmountRule():
            return (rule.amount, rule.share)
        case MonthsInWindowRule():
            return tuple(tier.question for tier in rule.tiers)
        case LookbackRule():
            return (rule.dates,)


def _options(plain: Plain) -> OptionsRule:
    gate = plain.get("gate")
    return OptionsRule(
        question=plain["question"],
        options=tuple(
            Option(
                choice=option["choice"],
                points=option["points"],
                gated=option.get("gated", False),
            )
            for option in plain["options"]
        ),
        gate=None if gate is None else Gate(question=gate["question"], months=gate["months"]),
    )


def _band(plain: Plain) -> Band:
    return Band(
        at_least=plain.get("at_least", 0),
        below=plain.get("below", NO_UPPER_END),
        points=plain["points"],
        more_per_year_below=plain.get("more_per_year_below", 0),
    )


def _accrued_months(plain: Plain) -> AccruedMonthsRule:
    place = plain.get("place")
    return AccruedMonthsRule(
        question=plain["question"],
        per_months=plain["per_months"],
        points=plain["points"],
        cap=plain.get("cap"),
        wait_months=plain.get("wait_months", 0),
        place=None
        if place is None
        else Place(
            question=place["question"],
            waits={wait["choice"]: wait["months"] for wait in place["waits"]},
        ),
        gaps=plain.get("gaps"),
        waited_years=plain.get("waited_years"),
    )
