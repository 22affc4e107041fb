"""Rule kind ``bands``: points by full years since a date."""

from generator.scoring.dates import full_years
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, open_between, settled
from generator.scoring.rule_kinds import BandsRule
from generator.scoring.unanswered import UNANSWERED


def assess_bands(rule: BandsRule, facts: Facts) -> Finding:
    """Return the points of the band that the full years lie in; outside every band there are none."""
    figures = {"cap": rule.cap}
    start = facts.day(rule.date)
    if start is UNANSWERED:
        return open_between(0, rule.cap, missing=(rule.date,), facts={}, figures=figures)
    years = full_years(start, facts.on)
    return settled(
        points_at(years, rule),
        facts={rule.date: start.isoformat(), "years": years},
        figures=figures,
    )


def points_at(years: int, rule: BandsRule) -> int:
    """Return the points at so many full years."""
    for band in rule.bands:
        if band.at_least <= years < band.below:
            more = band.more_per_year_below * (band.below - years)
            return min(rule.cap, band.points + more)
    return 0
