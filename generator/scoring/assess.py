"""Put a rule to the facts: the one place that knows all rule kinds."""

from generator.scoring.facts import Facts
from generator.scoring.findings import Finding
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
from generator.scoring.rules.accrued_months import assess_accrued_months
from generator.scoring.rules.bands import assess_bands
from generator.scoring.rules.flat import assess_flat
from generator.scoring.rules.lookback import assess_lookback
from generator.scoring.rules.months_in_window import assess_months_in_window
from generator.scoring.rules.options import assess_options
from generator.scoring.rules.per_amount import assess_per_amount
from generator.scoring.rules.veto import assess_veto
from generator.scoring.rules.years_since import assess_years_since


def assess(rule: Rule, facts: Facts) -> Finding:
    """Return what the rule finds in the facts."""
    match rule:
        case FlatRule():
            return assess_flat(rule, facts)
        case OptionsRule():
            return assess_options(rule, facts)
        case BandsRule():
            return assess_bands(rule, facts)
        case AccruedMonthsRule():
            return assess_accrued_months(rule, facts)
        case YearsSinceRule():
            return assess_years_since(rule, facts)
        case PerAmountRule():
            return assess_per_amount(rule, facts)
        case MonthsInWindowRule():
            return assess_months_in_window(rule, facts)
        case LookbackRule():
            return assess_lookback(rule, facts)
        case VetoRule():
            return assess_veto(rule, facts)
