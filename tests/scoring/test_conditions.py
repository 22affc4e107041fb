"""Whether one may apply: beside the points, by the edition of the day, and never a reason for an open score."""

import json
from typing import Any

import pytest

from generator.scorer import Scorer

CODES = (
    "permit_valid",
    "insured_half_year",
    "insured_this_month",
    "recent_half_year",
    "contract_year",
    "no_serious_crime",
)


def verdict(scorer: Scorer, on: str, **answers: object) -> dict[str, Any]:
    request = {"policy": "shanghai-points", "on": on, "answers": answers}
    answer: dict[str, Any] = json.loads(scorer.score_json(json.dumps(request)))
    assert "error" not in answer, answer
    return answer


def standings(answer: dict[str, Any]) -> dict[str, str]:
    return {each["condition"]: each["status"] for each in answer["conditions"]}


def test_the_conditions_are_the_contracts_each_with_its_ground(scorer: Scorer) -> None:
    conditions = verdict(scorer, "2026-06-30")["conditions"]
    assert tuple(each["condition"] for each in conditions) == CODES
    for each in conditions:
        assert each["certainty"] in {"text", "practice", "inference"}
        assert each["clause"].startswith("第")
        assert each["sentence"].endswith("。")


@pytest.mark.parametrize(
    ("on", "asks_half_year"), [("2017-12-31", False), ("2018-01-01", True), ("2023-01-01", True)]
)
def test_half_a_year_is_asked_from_2018_on(on: str, asks_half_year: bool, scorer: Scorer) -> None:
    assert ("insured_half_year" in standings(verdict(scorer, on))) is asks_half_year


def test_one_month_of_insurance_was_no_hindrance_by_the_text_of_2015(scorer: Scorer) -> None:
    answers = {
        "permit_valid": True,
        "insured_this_month": True,
        "contract_year": True,
        "insured_months": 1,
        "serious_crime": False,
        "family_planning_violation": False,
    }
    assert verdict(scorer, "2017-12-31", **answers)["can_apply"] is None
    assert verdict(scorer, "2018-01-01", **answers)["can_apply"] is False


@pytest.mark.parametrize("code", ["permit_valid", "insured_this_month", "contract_year"])
@pytest.mark.parametrize("answer", [True, False, None])
def test_a_condition_never_changes_points(code: str, answer: bool | None, scorer: Scorer) -> None:
    known = {"birth_date": "1990-01-15", "education": "master", "insured_months": 60}
    without, with_it = (
        verdict(scorer, "2026-06-30", **known, **more) for more in ({}, {code: answer})
    )
    for key in ("score", "score_range", "outcome", "awards", "deciding", "open"):
        assert without[key] == with_it[key]


def test_every_veto_is_a_condition_as_well(scorer: Scorer) -> None:
    answer = verdict(scorer, "2020-06-30", family_planning_violation=True)
    assert (answer["outcome"], answer["can_apply"]) == ("vetoed", False)
    answer = verdict(scorer, "2026-06-30", serious_crime=True)
    assert (answer["outcome"], answer["can_apply"]) == ("vetoed", False)


def test_notices_are_always_a_list(scorer: Scorer) -> None:
    assert verdict(scorer, "2026-06-30")["notices"] == []
