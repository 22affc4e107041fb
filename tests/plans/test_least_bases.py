"""The base that a plan asks for: no more than the months up to its day need, in years in which levels and floors rise."""

import json
from typing import Any

import pytest

from generator.scorer import Scorer
from tests.timeline.conftest import Ask

NOTHING_PAID: dict[str, Any] = {"contributions": [], "family_planning_violation": False}

PEOPLE: dict[str, tuple[str, str, dict[str, Any], str, str]] = {
    "R rises in between and once more before the last day": (
        "2019-10-01",
        "2020-11-04",
        NOTHING_PAID | {"birth_date": "1980-01-01", "title": "mid_title"},
        "再按 8,211 元以上缴 6 个月",
        "2020-04-01",
    ),
    "any base does, and the floor of later years is higher": (
        "2019-05-02",
        "2020-06-05",
        NOTHING_PAID | {"birth_date": "1975-05-02", "education": "bachelor_with_degree"},
        "再按 4,927 元以上缴 12 个月",
        "2020-05-01",
    ),
    "R rises right after the only month to pay": (
        "2023-06-15",
        "2024-06-15",
        {"birth_date": "1990-01-15", "title": "mid_title", "title_base_months": 5},
        "再按 10,338 元以上缴 1 个月",
        "2023-07-01",
    ),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_a_plan_asks_for_the_least_base(name: str, scorer: Scorer, ask: Ask) -> None:
    on, by, answers, title, day = PEOPLE[name]
    request = ask(on, **answers) | {"by": by}
    plans = json.loads(scorer.plans_json(json.dumps(request)))["plans"]
    paying = [(plan["title"], plan["date"]) for plan in plans if plan["effort"] == "pay"]
    assert (title, day) in paying


def test_the_reverse_question_asks_for_the_least_base(scorer: Scorer, ask: Ask) -> None:
    on, by, answers, _, _ = PEOPLE["R rises in between and once more before the last day"]
    request = ask(on, **answers) | {"by": by}
    options = json.loads(scorer.reverse_json(json.dumps(request)))["base"]["options"]
    assert [(option["base"], option["from_month"]) for option in options] == [
        ("8211.00", "2020-01"),
        ("9339.00", "2020-05"),
    ]
