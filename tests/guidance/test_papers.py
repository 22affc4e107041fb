"""Which papers answers and points call for: on each edge of a condition, one side of it and the other."""

import json
from typing import Any

import pytest

from generator.guidance.guidance import read_guidance
from generator.scorer import Scorer
from generator.scorer import load as load_scorer
from tests.frozen_policy import frozen_text
from tests.guidance.conftest import Ask

FOR_EVERYONE = [
    paper.code for paper in read_guidance(json.loads(frozen_text())).papers if not paper.indicators
]
LEDGER = [{"from": "2020-01", "to": "2026-05", "base": "60000"}]


def called_for(ask: Ask, **answers: object) -> dict[str, bool]:
    """Whether each is sure, by its code, beside those for everyone."""
    papers = ask("papers_json", answers)["papers"]
    sure = {each["paper"]: each["sure"] for each in papers}
    assert all(sure.pop(code) for code in FOR_EVERYONE)
    return sure


def test_without_an_answer_only_those_for_everyone_are_called_for(ask: Ask) -> None:
    assert called_for(ask) == {}


@pytest.mark.parametrize(
    ("answers", "paper", "expected"),
    [
        ({"education": "college", "title": "none"}, "diplomas", True),
        ({"education": "none", "title": "none"}, "diplomas", None),
        ({"education": "college"}, "diplomas", False),
        (
            {"education": "college", "title": "senior_title", "title_base_months": 6},
            "diplomas",
            None,
        ),
        ({"title": "senior_title"}, "title_review", False),
        ({"title": "senior_title", "title_base_months": 6}, "title_review", True),
        ({"title": "senior_title", "title_base_months": 5}, "title_review", None),
        ({"education": "none", "title": "skill_5"}, "title_review", None),
        ({"education": "none", "title": "skill_5"}, "title_certificate", True),
        ({"tax_yearly": "0.99"}, "tax_proof", None),
        ({"tax_yearly": 1}, "tax_proof", None),
        ({"tax_yearly": 100000}, "tax_proof", False),
        ({"tax_yearly": 100000, "share_percent": 100, "local_staff_yearly": 0}, "tax_proof", True),
        ({"shortage_major": True}, "major_and_post", True),
        ({"shortage_major": False}, "major_and_post", None),
    ],
)
def test_a_paper_is_called_for_where_its_points_are_and_its_conditions_hold(
    ask: Ask, answers: dict[str, Any], paper: str, expected: bool | None
) -> None:
    assert called_for(ask, **answers).get(paper) == expected


def test_a_ledger_answers_for_the_months_that_it_counts(ask: Ask) -> None:
    months = {"base_months_08", "base_months_1", "base_months_2", "base_months_3"}
    assert called_for(ask, contributions=LEDGER)["long_tax_record"]
    assert "long_tax_record" not in called_for(ask, contributions=[])
    assert "long_tax_record" not in called_for(ask, **dict.fromkeys(months, 0))


def test_a_bad_request_is_refused_as_for_a_score(ask: Ask, scorer: Scorer) -> None:
    assert ask("papers_json", {"education": "colege"})["error"]["path"] == "answers.education"
    assert ask("papers_json", {}, years=5)["error"]["path"] == "years"


def test_a_policy_that_lists_no_papers_calls_for_none() -> None:
    document = json.loads(frozen_text())
    del document["guidance"]
    request = {"policy": "shanghai-points", "on": "2026-06-30", "answers": {}}
    answer = load_scorer(json.dumps(document)).papers_json(json.dumps(request))
    assert json.loads(answer) == {"papers": []}
