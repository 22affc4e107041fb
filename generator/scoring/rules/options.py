"""Rule kind ``options``: the chosen row's points, some rows only behind a gate of months."""

from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Value, open_between, settled
from generator.scoring.rule_kinds import Option, OptionsRule
from generator.scoring.span import Span, exactly
from generator.scoring.unanswered import UNANSWERED


def assess_options(rule: OptionsRule, facts: Facts) -> Finding:
    """Return the points of the chosen row; a choice without a row gives none."""
    choice = facts.choice(rule.question)
    possible = _possible_months(rule, facts)
    rows = {option.choice: option for option in rule.options}
    if choice is UNANSWERED:
        ends = [_points(option, rule, possible) for option in rule.options]
        return open_between(
            0,
            max(end.high for end in ends),
            missing=(rule.question,),
            facts={},
            figures={},
        )
    known: dict[str, Value] = {"choice": choice}
    option = rows.get(choice)
    if option is None:
        return settled(0, facts=known, figures={})
    points = _points(option, rule, possible)
    figures: dict[str, Value] = {"points": option.points}
    if not option.gated or rule.gate is None:
        return settled(option.points, facts=known, figures=figures)
    gate = rule.gate
    figures["gate_months"] = gate.months
    unverified_from = facts.unverified_from(gate.question)
    if not points.is_exact:
        return open_between(
            points.low,
            points.high,
            missing=facts.missing(gate.question),
            facts=known,
            figures=figures,
            unverified_from=unverified_from,
        )
    return settled(
        points.low,
        facts=known | {"months": possible.low},
        figures=figures,
        sentence="gate_passed" if points.low else "gate_failed",
        unverified_from=unverified_from,
    )


def _possible_months(rule: OptionsRule, facts: Facts) -> Span[int]:
    return exactly(0) if rule.gate is None else facts.months(rule.gate.question)


def _points(option: Option, rule: OptionsRule, months: Span[int]) -> Span[int]:
    if not option.gated or rule.gate is None:
        return exactly(option.points)
    return Span(
        option.points if months.low >= rule.gate.months else 0,
        option.points if months.high >= rule.gate.months else 0,
    )
