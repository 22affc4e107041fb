"""Rule kind ``flat``: yes gives the points."""

from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, open_between, settled
from generator.scoring.rule_kinds import FlatRule
from generator.scoring.unanswered import UNANSWERED


def assess_flat(rule: FlatRule, facts: Facts) -> Finding:
    """Return the points of a yes."""
    figures = {"points": rule.points}
    answer = facts.yes(rule.question)
    if answer is UNANSWERED:
        return open_between(0, rule.points, missing=(rule.question,), facts={}, figures=figures)
    return settled(rule.points if answer else 0, facts={rule.question: answer}, figures=figures)
