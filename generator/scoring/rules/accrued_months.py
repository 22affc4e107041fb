"""Rule kind ``accrued_months``: points for each full unit of months, perhaps after a wait, perhaps capped."""

from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Value, open_between, settled
from generator.scoring.rule_kinds import AccruedMonthsRule
from generator.scoring.span import Span, exactly
from generator.scoring.unanswered import UNANSWERED


def assess_accrued_months(rule: AccruedMonthsRule, facts: Facts) -> Finding:
    """Return the points of all full units, by the readings of gaps and of the years before the wait is over."""
    known: dict[str, Value] = {}
    figures: dict[str, Value] = {"rate": rule.points, "per_months": rule.per_months}
    if rule.cap is not None:
        figures["cap"] = rule.cap
    waits: tuple[int | None, ...] = (rule.wait_months,)
    if rule.place is not None:
        place = facts.choice(rule.place.question)
        if place is UNANSWERED:
            waits = (None, *rule.place.waits.values())
        else:
            known["choice"] = place
            waits = (rule.place.waits.get(place),)
            if waits == (None,):
                return settled(0, facts=known, figures=figures, sentence="elsewhere")
    months = _months(rule, facts)
    ends = [_points(rule, wait, end, facts) for wait in waits for end in (months.low, months.high)]
    codes = (rule.question,) if rule.place is None else (rule.place.question, rule.question)
    if months.is_exact or not facts.missing(rule.question):
        known |= {"months": months.high, "years": months.high // rule.per_months}
    if min(ends) != max(ends):
        return open_between(
            min(ends), max(ends), missing=facts.missing(*codes), facts=known, figures=figures
        )
    wait = waits[0]
    if wait is not None and wait > 0 and len(waits) == 1:
        figures["wait_months"] = wait
        if months.low < wait:
            return settled(0, facts=known, figures=figures, sentence="waiting")
    return settled(ends[0], facts=known, figures=figures)


def _months(rule: AccruedMonthsRule, facts: Facts) -> Span[int]:
    """Return the months that count; of an answered total the last unbroken part isn't known."""
    months = facts.months(rule.question)
    if rule.gaps is None or facts.readings[rule.gaps] == "accumulate":
        return months
    if facts.ledger is None:
        return Span(min(1, months.low), months.high)
    return exactly(facts.ledger.unbroken(facts.window_end))


def _points(rule: AccruedMonthsRule, wait: int | None, months: int, facts: Facts) -> int:
    if wait is None or months < wait:
        return 0
    only_later = rule.waited_years is not None and facts.readings[rule.waited_years] == "later"
    points = rule.points * ((months - wait if only_later else months) // rule.per_months)
    return points if rule.cap is None else min(rule.cap, points)
