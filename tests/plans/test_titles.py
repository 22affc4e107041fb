"""What a plan says of months at two bases: those at the higher one serve the lower one, and add up to the plan's day."""

import json

import pytest

from generator.scorer import Scorer
from tests.timeline.conftest import Ask


@pytest.mark.parametrize(
    ("answers", "title", "day"),
    [
        (
            {"title_base_months": 5, "base_months_08": 30, "base_months_1": 12}
            | {"detentions": ["2024-09-30"]},
            "再按 11,396 元以上缴 1 个月，再按 9,116.80 元以上缴 5 个月",
            "2026-12-01",
        ),
        (
            {"base_months_08": 26, "base_months_1": 26, "base_months_2": 26}
            | {"detentions": ["2024-09-30", "2025-09-30"]},
            "再按 22,792 元以上缴 10 个月",
            "2027-04-01",
        ),
    ],
)
def test_a_month_is_said_once(
    answers: dict[str, object], title: str, day: str, scorer: Scorer, ask: Ask
) -> None:
    person = {"birth_date": "1985-03-15", "title": "mid_title", "insured_months": 60}
    request = ask(**person | answers) | {"by": "2028-05-19"}
    plans = json.loads(scorer.plans_json(json.dumps(request)))["plans"]
    titles = {plan["date"]: plan["title"] for plan in plans if plan["effort"] == "pay"}
    assert titles[day] == title
