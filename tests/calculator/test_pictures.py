"""Pictures beside the tables that say the same: one's items up to the standard score, the months against the tiers."""

import pytest
from playwright.sync_api import expect

from generator.loading.model import PolicyText
from generator.scorer import Scorer
from generator.scoring.dates import month_of
from generator.scoring.ledger import reference_level
from tests.calculator.conftest import Visit

pytestmark = pytest.mark.browser


def test_ones_items_are_laid_end_to_end_up_to_the_standard_score(calculator: Visit) -> None:
    calculator.choose_person("college_14_years")
    picture = calculator.slot("items")
    expect(picture).to_be_visible()
    expect(picture.locator(".items__part")).to_have_count(3)
    expect(picture.locator("title").first).to_have_text("年龄 30 分")
    expect(picture.locator(".chart__standard")).to_have_count(1)
    expect(picture).to_contain_text("标准 120")
    expect(calculator.slot("items-part").locator("figcaption")).to_contain_text("计分的各项")
    expect(picture.locator(".items__taken")).to_have_count(0)
    calculator.choose_person("detained_once")
    expect(picture.locator(".items__taken")).to_have_count(1)
    calculator.pick("serious_crime", "true")
    expect(picture).to_be_hidden()


def test_months_are_drawn_against_the_tiers_in_yuan(
    calculator: Visit, scorer: Scorer, policy: PolicyText
) -> None:
    calculator.choose_person("unknown_level")
    last = month_of(policy.people["unknown_level"].on) - 1
    level = reference_level(last, scorer.policy.yardsticks, "last_known")
    picture = calculator.slot("tiers")
    expect(picture.locator(".tiers__line")).to_have_count(4)
    expect(picture).to_contain_text(f"{3 * level:,}")
    expect(picture).to_contain_text("近 48 个月")
    expect(picture.locator(".tiers__paid").first).to_be_attached()
    expect(picture.locator("[style]")).to_have_count(0)
