"""Rule kind ``lookback``: points off for each record of the last so many years."""

from datetime import date

from generator.scoring.dates import add_years
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Value, open_between, settled
from generator.scoring.rule_kinds import LookbackRule
from generator.scoring.unanswered import UNANSWERED


def assess_lookback(rule: LookbackRule, facts: Facts) -> Finding:
    """Return the points off as a negative number; a record on the edge counts by the reading of it."""
    figures: dict[str, Value] = {"rate": rule.points, "years": rule.years}
    records = facts.days(rule.dates)
    if records is UNANSWERED:
        most = facts.question(rule.dates).plausible or 0
        return open_between(
            -rule.points * most, 0, missing=(rule.dates,), facts={}, figures=figures
        )
    count = sum(_counts(record, rule, facts) for record in records)
    known: dict[str, Value] = {
        rule.dates: tuple(record.isoformat() for record in records),
        "count": count or len(records),
    }
    return settled(
        -rule.points * count,
        facts=known,
        figures=figures,
        sentence="lapsed" if records and not count else "",
    )


def _counts(record: date, rule: LookbackRule, facts: Facts) -> bool:
    first = add_years(facts.on, -rule.years)
    outside = rule.edge is not None and facts.readings[rule.edge] == "outside"
    return (record > first if outside else record >= first) and record <= facts.on
