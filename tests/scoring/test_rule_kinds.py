"""A rule kind is a module, a page component and cases: the sets are equal."""

from generator import paths
from generator.loading import load as load_data
from generator.scoring.rules.kinds import KINDS
from tests.shipped import SHIPPED_POLICY


def test_each_kind_has_a_module_a_component_and_an_indicator_with_cases() -> None:
    modules = {f"generator.scoring.rules.{kind}" for kind in KINDS}
    components = {
        folder.name.removeprefix("rule_")
        for folder in (paths.SITE_TEMPLATES / "components").glob("rule_*")
        if folder.name != "rule_frame"
    }
    policy = load_data(SHIPPED_POLICY)
    proved = {code for case in policy.cases for code in case.expect.awards}
    used = {
        indicator.rule.kind
        for edition in policy.scoring.editions
        for indicator in edition.indicators
        if indicator.code in proved or indicator.section == "veto"
    }
    assert used <= set(KINDS) == components
    assert modules == {rule.__module__ for rule in KINDS.values()}
