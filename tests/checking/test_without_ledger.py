"""A policy that asks for no contributions needs no yardsticks, readings, window or exclusive groups: all works without."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.checking import check, load_checked
from generator.loading.model import PolicyText
from generator.scorer import Scorer
from tests.checking.pages import pages_of

TOWN = Path(__file__).parents[1] / "toy_without_ledger"
LIVED = {"birth_date": "1990-01-01", "lived_months": 99, "trees": 50, "fines": []}


@pytest.fixture(scope="module")
def policy() -> PolicyText:
    return load_checked(TOWN)


@pytest.fixture(scope="module")
def scorer(policy: PolicyText) -> Scorer:
    return Scorer(policy.scoring)


@pytest.fixture(scope="module")
def pages(policy: PolicyText) -> Mapping[str, str]:
    return pages_of(policy).html()


def ask(scorer: Scorer, on: str, **more: object) -> str:
    return json.dumps({"policy": scorer.policy.code, "on": on, "answers": LIVED, **more})


def test_quarters_of_points_add_up(scorer: Scorer) -> None:
    verdict = json.loads(scorer.score_json(ask(scorer, "2026-06-30")))
    assert (verdict["score"], verdict["distance"]) == (59.75, 0.25)
    assert [award["points"] for award in verdict["awards"]] == [20, 24.75, 15, 0]


def test_a_timeline_and_plans_are_answered_without_empty_sentences(scorer: Scorer) -> None:
    timeline = json.loads(scorer.timeline_json(ask(scorer, "2026-06-30", until="2036-06-30")))
    assert all(timeline["assumptions"])
    assert "unverified_from" not in timeline or timeline["unverified_from"] is None
    assert [event["score"] for event in timeline["events"]] == [59.75, 49.75]
    assert "error" not in json.loads(scorer.plans_json(ask(scorer, "2026-06-30")))


def test_no_page_speaks_of_levels_that_the_policy_does_not_have(pages: Mapping[str, str]) -> None:
    assert 'id="reference-level"' not in pages["sources.html"]
    linked = [page for page, html in pages.items() if "sources.html#reference-level" in html]
    assert not linked


def test_full_years_are_called_what_the_policy_calls_them(pages: Mapping[str, str]) -> None:
    assert '<th scope="col">岁</th>' in pages["indicators/age.html"]
    assert not [page for page, html in pages.items() if "周岁" in html]


def test_the_form_does_not_ask_what_the_months_to_come_are_paid_at(
    pages: Mapping[str, str],
) -> None:
    html = pages["calculator.html"]
    assert re.search(r'<fieldset class="outlook__coming" data-slot="coming-months" hidden', html)
    assert 'data-slot="ledger-view"' not in html


def test_few_bands_are_told_one_by_one(pages: Mapping[str, str]) -> None:
    assert "44 岁及以下 20 分，45 至 59 岁 10 分；60 岁起条文没有列" in pages["calculator.html"]


def test_one_that_asks_for_them_still_needs_its_yardsticks(tmp_path: Path) -> None:
    folder = tmp_path / "town"
    for path in (path for path in TOWN.rglob("*") if path.is_file()):
        copy = folder / path.relative_to(TOWN)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    with (folder / "questions.yaml").open("a", encoding="utf-8") as questions:
        questions.write(
            "  - {question: contributions, group: work, kind: ledger, label: 逐段填写}\n"
        )
    missing = {
        each.place.source.name for each in check(folder, shown="town") if each.code.id == "P101"
    }
    assert {name.rpartition("/")[2] for name in missing} == {"yardsticks.yaml", "readings.yaml"}
