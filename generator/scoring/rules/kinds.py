"""The closed list of rule kinds."""

from collections.abc import Mapping
from typing import Final

from generator.scoring.rules.accrued_months import AccruedMonthsRule
from generator.scoring.rules.bands import BandsRule
from generator.scoring.rules.count_bands import CountBandsRule
from generator.scoring.rules.flat import FlatRule
from generator.scoring.rules.lookback import LookbackRule
from generator.scoring.rules.months_in_window import MonthsInWindowRule
from generator.scoring.rules.options import OptionsRule
from generator.scoring.rules.per_amount import PerAmountRule
from generator.scoring.rules.per_count import PerCountRule
from generator.scoring.rules.rule import Rule
from generator.scoring.rules.veto import VetoRule
from generator.scoring.rules.years_since import YearsSinceRule


def _by_word(*kinds: type[Rule]) -> Mapping[str, type[Rule]]:
    return {kind.kind: kind for kind in kinds}


KINDS: Final = _by_word(
    FlatRule,
    OptionsRule,
    BandsRule,
    AccruedMonthsRule,
    YearsSinceRule,
    PerAmountRule,
    PerCountRule,
    CountBandsRule,
    MonthsInWindowRule,
    LookbackRule,
    VetoRule,
)
"""Each rule kind by the word that names it in the data; mypy refuses one that lacks a member of ``Rule``."""
