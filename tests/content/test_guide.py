import json
import re
from html import unescape
from pathlib import Path

import pytest

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.guide_views import anchor
from generator.policy.guide.claims import ClaimVerdict
from tests.by_day import from_the_day_on, sides, up_to_the_day
from tests.shipped import shipped_policy

POLICY = shipped_policy()
CASES = {case.name: case for case in POLICY.cases}
CLAIMS = {claim.code: claim for claim in POLICY.guide.claims.claims}
FREQUENT = {each.code: each for each in POLICY.guide.faq.questions}
WORDS = {
    ClaimVerdict.RIGHT: "对",
    ClaimVerdict.INCOMPLETE: "不完整",
    ClaimVerdict.WRONG: "不对",
    ClaimVerdict.NOT_ESTABLISHED: "没有依据",
}


def section(page: str, name: str) -> str:
    (found,) = (
        part for part in page.split('<section class="claim" ') if part.startswith(f'id="{name}"')
    )
    return found


@pytest.mark.parametrize("code", CLAIMS)
def test_a_claim_stands_on_the_page_with_its_verdict_and_basis(code: str, dist: Path) -> None:
    claim = CLAIMS[code]
    told_elsewhere = claim.see and FREQUENT[claim.see].cases
    for page in sides((dist / addresses.FACT_CHECKS).read_text(encoding="utf-8")):
        shown = section(page, anchor(code))
        assert f">{WORDS[claim.verdict]}</span>" in shown
        assert claim.receipt.clause in shown
        assert shown.count("<details") == (0 if told_elsewhere else len(claim.cases))
        assert (f'href="questions.html#{anchor(claim.see)}"' in shown) == bool(claim.see)


def test_no_example_is_shown_twice_in_claims_and_questions(dist: Path) -> None:
    pages = [
        (dist / page).read_text("utf-8") for page in (addresses.FACT_CHECKS, addresses.QUESTIONS)
    ]
    for on_a_side in (up_to_the_day, from_the_day_on):
        shown = re.findall(r"<summary>(算例：.*?)</summary>", "".join(map(on_a_side, pages)))
        assert shown
        assert [name for name in set(shown) if shown.count(name) > 1] == []


@pytest.mark.parametrize("code", FREQUENT)
def test_a_question_stands_on_the_page_with_its_answer(code: str, dist: Path) -> None:
    for page in sides((dist / addresses.QUESTIONS).read_text(encoding="utf-8")):
        shown = section(page, anchor(code))
        answer = re.sub(r"<[^>]+>", "", shown.split("claim__basis")[0])
        assert re.search("[。？]", answer), answer
        assert "{{" not in shown


def test_structured_data_says_only_what_stands_on_the_page(dist: Path) -> None:
    text = up_to_the_day((dist / addresses.QUESTIONS).read_text(encoding="utf-8"))
    page = re.sub(r'<span class="by-day">.*?</span>', "", text)
    match = re.search(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert match
    data = json.loads(match[1])
    assert len(data["mainEntity"]) == len(FREQUENT)
    shown = _letters(unescape(re.sub(r"<[^>]+>", "", page.replace(match[0], ""))))
    for entry in data["mainEntity"]:
        assert _letters(entry["name"]) in shown
        assert _letters(entry["acceptedAnswer"]["text"]) in shown


def test_every_question_about_an_indicator_is_linked_from_its_page(dist: Path) -> None:
    for each in FREQUENT.values():
        link = f'href="../{addresses.frequent_question(anchor(each.code))}"'
        for code in each.indicators:
            assert link in (dist / addresses.indicator(code)).read_text(encoding="utf-8"), code


def test_questions_help_where_the_calculator_asks(dist: Path) -> None:
    form = (dist / addresses.CALCULATOR).read_text(encoding="utf-8")
    helping = [each for each in FREQUENT.values() if each.questions]
    assert helping
    for each in helping:
        assert form.count(addresses.frequent_question(anchor(each.code))) >= len(each.questions)


def test_editions_that_are_not_scored_say_so(dist: Path, policy: PolicyText) -> None:
    page = (dist / addresses.EDITIONS).read_text(encoding="utf-8")
    for edition in policy.editions.values():
        if not edition.scored:
            listed = page.split(f'id="edition-{edition.code}"')[1].split("</div>")[0]
            assert "本站不按这一版计分" in listed


def _letters(text: str) -> str:
    return re.sub(r"\s", "", text)
