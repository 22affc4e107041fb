import json
import re
from pathlib import Path

import pytest

from generator.loading.model import PolicyText
from generator.paging.guide_views import anchor

LARGEST = 45_000
"""Bytes that the index may take on the way, compressed."""

type Row = tuple[str, str, str, str, str]


@pytest.fixture(scope="module")
def rows(dist: Path) -> list[Row]:
    (script,) = (dist / "assets").glob("search-index.*.js")
    text = script.read_text(encoding="utf-8-sig")
    rows = json.loads(text.removeprefix("globalThis.searchIndex=")[:-2])
    # Behind these five stand the days, where a row does not always hold.
    return [(group, title, page, address, said) for group, title, page, address, said, *_ in rows]


def test_every_result_leads_to_a_place_that_is_there(rows: list[Row], dist: Path) -> None:
    for _, title, _, address, _ in rows:
        page, _, name = address.partition("#")
        text = (dist / page).read_text(encoding="utf-8")
        assert not name or f'id="{name}"' in text, title


def test_all_questions_claims_and_terms_can_be_found(rows: list[Row], policy: PolicyText) -> None:
    found = {address for _, _, _, address, _ in rows}
    guide = policy.guide
    assert {f"questions.html#{anchor(each.code)}" for each in guide.faq.questions} <= found
    assert {f"fact-checks.html#{anchor(each.code)}" for each in guide.claims.claims} <= found
    assert {f"glossary.html#term-{term.code}" for term in policy.glossary} <= found


def test_every_indicator_can_be_found_by_its_clause(rows: list[Row], policy: PolicyText) -> None:
    titles = {title.partition("：")[0] for group, title, *_ in rows if group == "clauses"}
    assert {indicator.title for indicator in policy.scoring.editions[-1].indicators} <= titles


def test_results_are_in_four_groups_and_have_words(rows: list[Row]) -> None:
    assert {row[0] for row in rows} == {"questions", "clauses", "steps", "terms"}
    for row in rows:
        assert row[1], row
        assert row[4], row
        assert not re.search(r"<[a-z]", row[4]), row


def test_the_index_stays_small(dist: Path) -> None:
    (packed,) = (dist / "assets").glob("search-index.*.js.br")
    assert packed.stat().st_size <= LARGEST
