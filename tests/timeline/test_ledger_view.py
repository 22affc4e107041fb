"""The ledger as the page shows it: months of the window, counts, months that fall out."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from generator.scorer import Scorer
from tests.timeline.conftest import Ask


def looked_at(scorer: Scorer, request: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(scorer.ledger_json(json.dumps(request)))
    return answer


LEDGER = [
    {"from": "2022-08", "to": "2023-05", "base": "34188.00"},
    {"from": "2023-07", "to": "2025-01", "base": "11396.00"},
    {"from": "2025-02", "to": "2025-04", "base": "30000.00", "counts": False},
    {"from": "2025-05", "to": "2026-09", "base": "9116.80"},
]


def test_the_grid_holds_the_48_months_before_the_day_empty_ones_included(
    scorer: Scorer, ask: Ask
) -> None:
    months = looked_at(scorer, ask("2026-08-15", contributions=LEDGER))["months"]
    assert len(months) == 48
    assert (months[0]["month"], months[-1]["month"]) == ("2022-08", "2026-07")
    by_month = {month["month"]: month for month in months}
    assert by_month["2023-06"] == {
        "month": "2023-06",
        "base": None,
        "counts": False,
        "level": 10338,
        "verified": True,
        "multiples": [],
    }
    assert by_month["2022-08"]["multiples"] == ["0.8", "1", "2", "3"]
    assert by_month["2023-07"]["multiples"] == ["0.8", "1"]
    assert (by_month["2025-03"]["base"], by_month["2025-03"]["multiples"]) == (30000, [])
    assert by_month["2026-06"]["verified"]
    assert not by_month["2026-07"]["verified"]


@pytest.mark.parametrize("tiers", ["at_or_above", "own_tier"])
@pytest.mark.parametrize("end", ["month_before", "month_of_application"])
def test_the_counts_are_those_that_the_score_takes(
    scorer: Scorer, ask: Ask, tiers: str, end: str
) -> None:
    readings = {"mixed_tiers": tiers, "window_end": end}
    request = ask("2026-08-15", contributions=LEDGER, readings=readings, title="mid_title")
    verdict = json.loads(scorer.score_json(json.dumps(request)))
    awards = {award["indicator"]: award["facts"] for award in verdict["awards"]}
    counts = {count["question"]: count for count in looked_at(scorer, request)["counts"]}
    for question in ("base_months_08", "base_months_1", "base_months_2", "base_months_3"):
        assert counts[question]["months"] == awards["base"][question]
    assert counts["title_base_months"]["months"] == awards["title"]["months"]
    for count in counts.values():
        assert count["missing"] == max(0, count["needed"] - count["months"])
        assert len(count["falls"]) == count["months"]


@pytest.mark.parametrize("end", ["month_before", "month_of_application"])
def test_a_month_counts_until_the_day_before_it_falls_out(
    scorer: Scorer, ask: Ask, end: str
) -> None:
    request = ask("2026-08-15", contributions=LEDGER, readings={"window_end": end})

    def months_on(day: date) -> set[str]:
        counts = looked_at(scorer, request | {"on": day.isoformat()})["counts"]
        (count,) = (count for count in counts if count["question"] == "base_months_3")
        return {fall["month"] for fall in count["falls"]}

    counts = looked_at(scorer, ask("2024-05-15", **request["answers"]))["counts"]
    for fall in next(c for c in counts if c["question"] == "base_months_3")["falls"]:
        leaves = date.fromisoformat(fall["leaves_on"])
        assert fall["month"] in months_on(leaves - timedelta(days=1))
        assert fall["month"] not in months_on(leaves)


def test_the_totals_say_how_many_months_the_next_year_lacks(scorer: Scorer, ask: Ask) -> None:
    (total,) = looked_at(scorer, ask("2026-08-15", contributions=LEDGER))["totals"]
    assert total == {
        "indicator": "insured_years",
        "question": "insured_months",
        "months": 44,
        "unbroken": 15,
        "years": 3,
        "missing": 4,
        "points": 3,
    }


def test_a_request_without_a_ledger_is_refused_at_the_ledger(scorer: Scorer, ask: Ask) -> None:
    error = looked_at(scorer, ask())["error"]
    assert error["path"] == "answers.contributions"
