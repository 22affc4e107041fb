"""A rule kind is an evaluator, a page component and cases: the sets are equal."""

from typing import get_args

from generator import paths
from generator.loading import load as load_data
from generator.scoring import rule_kinds


def test_each_kind_has_an_evaluator_a_component_and_an_indicator_with_cases() -> None:
    kinds = {kind.__name__ for kind in get_args(rule_kinds.Rule.__value__)}
    evaluators = {
        "".join(part.capitalize() for part in module.stem.split("_")) + "Rule"
        for module in (paths.PACKAGE / "scoring" / "rules").glob("[a-z]*.py")
    }
    components = {
        "".join(part.capitalize() for part in folder.name.split("_")[1:]) + "Rule"
        for folder in (paths.SITE_TEMPLATES / "components").glob("rule_*")
        if folder.name != "rule_frame"
    }
    policy = load_data(paths.POLICY_DATA)
    proved = {code for case in policy.cases for code in case.awards}
    used = {
        type(indicator.rule).__name__
        for edition in policy.scoring.editions
        for indicator in edition.indicators
        if indicator.code in proved or isinstance(indicator.rule, rule_kinds.VetoRule)
    }
    assert kinds == evaluators == components == used
