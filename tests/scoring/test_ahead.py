"""The days ahead on which a rule's finding may change."""

from datetime import date

from generator.scoring.rules.ahead import Ahead
from tests.frozen_policy import frozen_scorer


def test_a_count_that_another_one_takes_months_from_may_change_with_every_month_that_it_grows() -> (
    None
):
    policy = frozen_scorer().policy
    edition = policy.editions[-1]
    base = next(each for each in edition.indicators if each.code == "base")
    ahead = Ahead(
        on=date(2025, 1, 15),
        first=date(2025, 1, 15),
        last=date(2026, 6, 30),
        questions=edition.questions,
        answers={"base_months_1": 30, "base_months_2": 10},
        growing={"base_months_1": 30},
        readings={**policy.default_readings, "mixed_tiers": "own_tier"},
        ledger=None,
    )
    reached = date(2026, 5, 1)  # 46 months, 36 of them below the next multiple
    assert reached in base.rule.days_of_change(ahead)
