"""The contribution years that look-back windows reach into, and what a base comes to in each."""

import json
from typing import Any

import pytest

from generator.scorer import Scorer

ON = "2026-11-24"


def asked(scorer: Scorer, on: str = ON, **bases: str) -> dict[str, Any]:
    by_month = {
        month.removeprefix("from_").replace("_", "-"): yuan for month, yuan in bases.items()
    }
    request = {"policy": "shanghai-points", "on": on, "bases": by_month}
    answer: dict[str, Any] = json.loads(scorer.years_json(json.dumps(request)))
    return answer


@pytest.mark.parametrize(
    ("on", "years"),
    [
        ("2026-11-24", ["2026-07", "2025-07", "2024-07", "2023-07", "2022-07"]),
        ("2026-07-01", ["2026-07", "2025-07", "2024-07", "2023-07", "2022-07"]),
        ("2026-06-30", ["2025-07", "2024-07", "2023-07", "2022-07", "2021-07"]),
    ],
)
def test_the_years_reach_back_as_far_as_the_longest_window(
    scorer: Scorer, on: str, years: list[str]
) -> None:
    assert [year["from"] for year in asked(scorer, on)["years"]] == years


@pytest.mark.parametrize(
    ("base", "times", "tier"),
    [
        ("14000", "1.23", "1"),
        ("11396", "1.00", "1"),
        ("11395.99", "0.99", "0.8"),
        ("9116.80", "0.80", "0.8"),
        ("9116.79", "0.79", None),
    ],
)
def test_a_base_is_told_as_times_r_and_never_rounded_up_to_a_tier(
    scorer: Scorer, base: str, times: str, tier: str | None
) -> None:
    year = asked(scorer, from_2025_07=base)["years"][1]
    assert (year["level"], year["times"], year["tier"]) == (11396, times, tier)


@pytest.mark.parametrize(
    ("base", "outside"),
    [("7460", None), ("7459.99", "below"), ("37302", None), ("37302.01", "above")],
)
def test_a_base_outside_the_bounds_of_its_year_is_told(
    scorer: Scorer, base: str, outside: str | None
) -> None:
    assert asked(scorer, from_2025_07=base)["years"][1]["outside"] == outside


def test_a_year_without_a_base_has_its_figures_all_the_same(scorer: Scorer) -> None:
    latest = asked(scorer)["years"][0]
    assert (latest["floor"], latest["cap"], latest["verified"]) == (7546, 37731, False)
    assert "times" not in latest


def test_a_base_that_is_no_number_is_refused_at_its_year(scorer: Scorer) -> None:
    assert asked(scorer, from_2025_07="x")["error"]["path"] == "bases.2025-07"
