"""Why points change where two items exclude each other and one of them is still open."""

import json

import pytest

from generator.scorer import Scorer
from tests.timeline.conftest import Ask

ENDS = {"from": "2025-07", "to": "2025-12", "base": "12000"}
"""Six of the last twelve months on the day, five from August on: a title that nobody knows gives 60 points at most."""
GOES_ON = {"from": "2026-03", "ongoing": True, "base": "12000"}
"""Six of the last twelve months from September on: it may give 140."""


@pytest.mark.parametrize(
    ("row", "day", "causes"),
    [
        (
            ENDS,
            "2026-08-01",
            {
                "education": "与“专业技术职称和技能等级”只能选一项，改计这一项",
                "title": "与“教育背景”只能选一项，改计那一项",
            },
        ),
        (
            GOES_ON,
            "2026-09-01",
            {
                "education": "还有没确定的，可能的分数变成 0 到 90 分",
                "title": "还有没确定的，可能的分数变成 0 到 140 分",
            },
        ),
    ],
)
def test_the_cause_tells_what_becomes_of_the_item_in_the_score(
    row: dict[str, object], day: str, causes: dict[str, str], scorer: Scorer, ask: Ask
) -> None:
    request = ask(education="bachelor_with_degree", contributions=[row])
    del request["answers"]["title"]
    answer = json.loads(scorer.timeline_json(json.dumps(request | {"until": day})))
    changes = answer["events"][-1]["changes"]
    assert answer["events"][-1]["date"] == day
    assert {each["indicator"]: each["because"] for each in changes} == causes
