"""Every golden case of the policy data, one test a case."""

import json

import pytest

from generator import paths
from generator.loading import load as load_data
from generator.policy.cases import Case
from generator.scorer import Scorer

CASES = load_data(paths.POLICY_DATA).cases


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.edition} {case.name}")
def test_the_verdict_is_what_the_case_says(case: Case, scorer: Scorer) -> None:
    verdict = json.loads(scorer.score_json(json.dumps(dict(case.request))))
    assert "error" not in verdict, verdict
    awards = {award["indicator"]: award["points"] for award in verdict["awards"]}
    said = {
        "score": case.expect.score,
        "outcome": case.expect.outcome,
        "score_range": None if case.expect.range_ is None else list(case.expect.range_),
    }
    for key, value in said.items():
        if value is not None:
            assert verdict[key] == value
    assert {code: awards[code] for code in case.expect.awards} == dict(case.expect.awards)
    standings = {stand["condition"]: stand["status"] for stand in verdict["conditions"]}
    assert {code: standings[code] for code in case.expect.conditions} == dict(
        case.expect.conditions
    )
    if case.expect.can_apply is not None:
        may = case.expect.can_apply
        assert verdict["can_apply"] == (may if isinstance(may, bool) else None)
    if case.expect.notices is not None:
        assert tuple(notice["path"] for notice in verdict["notices"]) == case.expect.notices


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.edition} {case.name}")
def test_a_known_score_is_the_sum_of_its_parts(case: Case, scorer: Scorer) -> None:
    verdict = json.loads(scorer.score_json(json.dumps(dict(case.request))))
    if verdict["score"] is not None:
        points = sum(award["points"] for award in verdict["awards"])
        assert verdict["score"] == max(0, points)
