"""Plans for days after the last edition's end, asked for in its last weeks: the request of each gives what it promises."""

import json
from typing import Any

import pytest

from generator.scorer import Scorer
from tests.timeline.conftest import Ask

PAID_TO_THE_END = [
    {"from": "2026-01", "to": "2027-09", "base": "9116.80"},
    {"from": "2027-10", "to": "2027-12", "base": "11396.00"},
]
"""The month of asking is paid already: another base begins after the edition."""

DEGREE = {"birth_date": "1985-06-01", "education": "bachelor_with_degree", "contributions": []}
"""At 45 three points short."""

PEOPLE: dict[str, tuple[str, str, dict[str, Any], str]] = {
    "a base from the first month after the edition": (
        "2027-12-31",
        "2028-07-18",
        {"birth_date": "1984-01-01", "title": "mid_title", "contributions": PAID_TO_THE_END},
        "再按 11,396 元以上缴 3 个月",
    ),
    "a place where somebody begins in the edition's last month": (
        "2027-12-27",
        "2031-01-01",
        DEGREE | {"detentions": ["2025-11-30"]},
        "到临港新片区工作并居住，再在那里工作并居住 36 个月",
    ),
    "a service that somebody takes up in the edition's last month": (
        "2027-12-12",
        "2033-01-01",
        {"birth_date": "1975-06-01", "education": "master", "contributions": []},
        "再在特定的公共服务领域工作 60 个月",
    ),
    "a place that goes on adding months while one waits for something else": (
        "2027-11-26",
        "2031-12-31",
        DEGREE | {"detentions": ["2026-10-31"]},
        "到临港新片区工作并居住，再在那里工作并居住 48 个月",
    ),
}
"""The day of the request, ``by``, the answers, and the deed of a plan among those that a timeline confirms."""


def later_plans(scorer: Scorer, request: dict[str, Any]) -> list[dict[str, Any]]:
    answer: dict[str, Any] = json.loads(scorer.plans_json(json.dumps(request)))
    return [plan for plan in answer["plans"] if plan["confirmed_by"] == "timeline"]


@pytest.mark.parametrize("name", PEOPLE)
def test_a_timeline_of_the_request_reaches_the_score_on_the_day(
    name: str, scorer: Scorer, ask: Ask
) -> None:
    on, by, answers, title = PEOPLE[name]
    plans = later_plans(scorer, ask(on, **answers) | {"by": by})
    assert title in [plan["title"] for plan in plans]
    for plan in plans:
        timeline = json.loads(scorer.timeline_json(json.dumps(plan["request"])))
        assert timeline["until"] == plan["date"]
        assert timeline["events"][-1]["score"] == plan["score"]
        assert timeline["windows"][-1]["to"] is None
