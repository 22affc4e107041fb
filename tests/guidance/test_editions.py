"""The same answers under the two newest editions, each on its own edge of the day between them."""

import json
from typing import Any

from generator.scorer import Scorer
from generator.scorer import load as load_scorer
from tests.frozen_policy import frozen_text
from tests.guidance.conftest import Ask

IN_LINGANG = {"remote_area": "lingang", "remote_area_months": 40}


def points(verdict: dict[str, Any], indicator: str) -> int | None:
    return next((a["points"] for a in verdict["awards"] if a["indicator"] == indicator), None)


def test_one_is_on_the_last_day_of_the_older_and_on_the_first_of_the_newer(ask: Ask) -> None:
    both = ask("editions_json", {"education": "college"})
    assert both["editions"] == [
        {"edition": "2018-01-01", "on": "2022-12-31"},
        {"edition": "2023-01-01", "on": "2023-01-01"},
    ]
    assert [verdict["on"] for verdict in both["verdicts"]] == ["2022-12-31", "2023-01-01"]


def test_each_verdict_is_the_one_of_a_score_on_that_day(ask: Ask, scorer: Scorer) -> None:
    both = ask("editions_json", IN_LINGANG)
    assert [points(verdict, "remote_area") for verdict in both["verdicts"]] == [0, 6]
    alone = {"policy": "shanghai-points", "on": "2023-01-01", "answers": IN_LINGANG}
    assert both["verdicts"][1] == json.loads(scorer.score_json(json.dumps(alone)))


def test_what_one_edition_alone_asks_is_assumed_to_be_nothing_unless_it_is_answered(
    ask: Ask,
) -> None:
    silent, outspoken = (
        ask("editions_json", answers) for answers in ({}, {"family_planning_violation": True})
    )
    assert silent["assumed"] == ["family_planning_violation"]
    assert outspoken["assumed"] == []
    assert [verdict["outcome"] for verdict in outspoken["verdicts"]] == ["vetoed", "undecided"]
    null = ask("editions_json", {"family_planning_violation": None})
    assert null["verdicts"] == silent["verdicts"]


def test_readings_hold_under_both(ask: Ask) -> None:
    both = ask("editions_json", {"readings": {"window_end": "month_of_application"}})
    assert {verdict["readings"]["window_end"] for verdict in both["verdicts"]} == {
        "month_of_application"
    }


def test_whoever_was_not_born_under_the_older_one_is_told_so(ask: Ask) -> None:
    refused = ask("editions_json", {"birth_date": "2023-01-01"})["error"]
    assert refused["path"] == "answers.birth_date"
    assert "晚于计算日 2022-12-31" in refused["message"]
    assert "error" not in ask("editions_json", {"birth_date": "2022-12-31"})


def test_an_answer_that_neither_asks_for_is_refused(ask: Ask) -> None:
    assert ask("editions_json", {"educaton": "college"})["error"]["path"] == "answers.educaton"
    assert ask("editions_json", None)["error"]["path"] == "answers"
    assert ask("editions_json", {}, until="2030-01-01")["error"]["path"] == "until"


def test_one_edition_alone_can_be_compared_with_none() -> None:
    document = json.loads(frozen_text())
    document["editions"] = document["editions"][-1:]
    request = {"policy": "shanghai-points", "on": "2026-06-30", "answers": {}}
    answer = json.loads(load_scorer(json.dumps(document)).editions_json(json.dumps(request)))
    assert answer["error"]["path"] == "policy"
