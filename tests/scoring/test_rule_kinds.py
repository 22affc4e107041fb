"""A rule kind is a module, a page component and cases: the sets are equal. What it gives at most is what it can give."""

from decimal import Decimal
from pathlib import Path

import pytest

from generator import paths
from generator.loading import load as load_data
from generator.scoring.request import read_request
from generator.scoring.rules.bands import Band, BandsRule
from generator.scoring.rules.count_bands import CountBand, CountBandsRule
from generator.scoring.rules.kinds import KINDS
from tests.policies import TOY_POLICY
from tests.shipped import SHIPPED_POLICY, shipped_policy


def test_each_kind_has_a_module_a_component_and_an_indicator_with_cases() -> None:
    modules = {f"generator.scoring.rules.{kind}" for kind in KINDS}
    components = {
        folder.name.removeprefix("rule_")
        for folder in (paths.SITE_TEMPLATES / "components").glob("rule_*")
        if folder.name != "rule_frame"
    }
    policy = shipped_policy()
    proved = {code for case in policy.cases for code in case.expect.awards}
    used = {
        indicator.rule.kind
        for edition in policy.scoring.editions
        for indicator in edition.indicators
        if indicator.code in proved or indicator.section == "veto"
    }
    assert used <= set(KINDS) == components
    assert modules == {rule.__module__ for rule in KINDS.values()}


@pytest.mark.parametrize("folder", [TOY_POLICY, SHIPPED_POLICY], ids=["toy", "shipped"])
def test_the_most_points_of_a_rule_are_what_it_can_give_while_nothing_is_answered(
    folder: Path,
) -> None:
    policy = load_data(folder).scoring
    for edition in policy.editions:
        plain = {"policy": policy.code, "on": edition.first.isoformat(), "answers": {}}
        facts = read_request(plain, policy).facts()
        for indicator in edition.indicators:
            most = indicator.rule.most_points()
            assert most is None or most == indicator.assess(facts).high, indicator.code


def test_years_that_give_the_same_points_are_one_step() -> None:
    bands = (
        Band(at_least=0, below=3, points=1, more_per_year_below=2),
        Band(at_least=3, below=5, points=1, more_per_year_below=0),
    )
    steps = BandsRule(date="birth_date", bands=bands, cap=5).rungs
    shown = [(step.first, step.last, step.points) for step in steps]
    assert shown == [(0, 1, 5), (2, 2, 3), (3, 4, 1)]
    assert [step.is_lowest for step in steps] == [True, False, False]


def test_steps_have_the_ends_that_their_bands_have() -> None:
    bands = (
        Band(at_least=1, below=5, points=Decimal("2.5")),
        Band(at_least=5, points=12),
    )
    lower, upper = BandsRule(date="arrived", bands=bands).rungs
    assert (lower.first, lower.last, lower.is_lowest, lower.is_highest) == (1, 4, False, False)
    assert (upper.first, upper.is_lowest, upper.is_highest) == (5, False, True)


def test_the_most_points_of_a_count_are_those_of_its_best_band() -> None:
    bands = (
        CountBand(at_least=1, below=3, points=3),
        CountBand(at_least=3, below=4, points=10),
        CountBand(at_least=4, points=2),
    )
    assert CountBandsRule(question="children", bands=bands).most_points() == 10
