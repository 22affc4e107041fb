"""What the other readings of the law's silences would make of a request."""

import json
from typing import Any

import pytest

from generator.scorer import Scorer
from tests.timeline.conftest import Ask


def readings(scorer: Scorer, request: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(scorer.readings_json(json.dumps(request)))
    return answer


def test_every_choice_that_is_not_in_use_is_tried_once(scorer: Scorer, ask: Ask) -> None:
    request = ask(readings={"window_end": "month_of_application"})
    tried = [(entry["reading"], entry["choice"]) for entry in readings(scorer, request)["readings"]]
    policy = scorer.policy
    others = [
        (code, choice)
        for code, reading in policy.readings.items()
        for choice in reading.choices
        if choice != request["answers"]["readings"].get(code, reading.default)
    ]
    assert tried == others


def test_an_entry_says_what_a_score_under_its_choice_says(scorer: Scorer, ask: Ask) -> None:
    request = ask(
        public_service_months=72,
        tax_yearly=0,
        local_staff_yearly=25,
        share_percent=50,
        detentions=["2021-06-30"],
        insured_months=30,
    )
    answer = readings(scorer, request)
    base = json.loads(scorer.score_json(json.dumps(request)))
    keys = ("score", "score_range", "outcome")
    assert answer["base"] == {key: base[key] for key in keys}
    for entry in answer["readings"]:
        chosen = request["answers"] | {"readings": {entry["reading"]: entry["choice"]}}
        verdict = json.loads(scorer.score_json(json.dumps(request | {"answers": chosen})))
        assert {key: entry[key] for key in keys} == {key: verdict[key] for key in keys}
        differs = any(verdict[key] != base[key] for key in keys)
        assert entry.get("differs", False) is differs


def test_only_the_readings_that_matter_are_marked(scorer: Scorer, ask: Ask) -> None:
    answer = readings(scorer, ask(public_service_months=72, education="college"))
    marked = {entry["reading"] for entry in answer["readings"] if entry.get("differs")}
    assert marked == {"waited_years"}
    (entry,) = (entry for entry in answer["readings"] if entry.get("differs"))
    assert entry["changes"] == [{"indicator": "public_service", "was": [24, 24], "range": [4, 4]}]


@pytest.mark.parametrize("text", ["[]", "{", '{"policy": "shanghai-points"}'])
def test_what_is_no_request_is_refused_as_by_the_score(scorer: Scorer, text: str) -> None:
    assert scorer.readings_json(text) == scorer.score_json(text)
