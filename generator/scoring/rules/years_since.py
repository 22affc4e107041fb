"""Rule kind ``years_since``: points for each full year since a date, where a yes-or-no question says yes."""

from generator.scoring.dates import full_years
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Value, open_between, settled
from generator.scoring.rule_kinds import YearsSinceRule
from generator.scoring.unanswered import UNANSWERED


def assess_years_since(rule: YearsSinceRule, facts: Facts) -> Finding:
    """Return the points of all full years up to the cap; a date still to come gives none."""
    figures: dict[str, Value] = {"rate": rule.points, "cap": rule.cap}
    known: dict[str, Value] = {}
    applies = facts.yes(rule.only_if)
    if applies is not UNANSWERED:
        known[rule.only_if] = applies
    if applies is False:
        return settled(0, facts=known, figures=figures)
    start = facts.day(rule.date)
    if start is UNANSWERED:
        most = rule.cap
    else:
        years = max(0, full_years(start, facts.on))
        most = min(rule.cap, rule.points * years)
        known |= {rule.date: start.isoformat(), "years": years}
        if most == 0:
            return settled(0, facts=known, figures=figures, sentence="too_soon")
    later_start_counts = (
        rule.counted_from is not None and facts.readings[rule.counted_from] == "local_registration"
    )
    if applies is UNANSWERED or start is UNANSWERED or later_start_counts:
        return open_between(
            0, most, missing=facts.missing(rule.only_if, rule.date), facts=known, figures=figures
        )
    return settled(most, facts=known, figures=figures)
