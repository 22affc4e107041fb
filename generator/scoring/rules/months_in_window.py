"""Rule kind ``months_in_window``: the best tier whose months are reached within its look-back window."""

from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Lost, Value, open_between, settled
from generator.scoring.rule_kinds import MonthsInWindowRule, Tier
from generator.scoring.span import Span, exactly


def assess_months_in_window(rule: MonthsInWindowRule, facts: Facts) -> Finding:
    """Return the points of the best tier reached; lower tiers that were reached too are lost to it."""
    months = [_months(rule, index, facts) for index in range(len(rule.tiers))]
    pairs = list(zip(rule.tiers, months, strict=True))
    low = max((tier.points for tier, count in pairs if count.low >= tier.months), default=0)
    high = max((tier.points for tier, count in pairs if count.high >= tier.months), default=0)
    codes = tuple(tier.question for tier in rule.tiers)
    unverified_from = facts.unverified_from(*codes)
    known: dict[str, Value] = {tier.question: count.low for tier, count in pairs if count.is_exact}
    if low != high:
        return open_between(
            low,
            high,
            missing=facts.missing(*(tier.question for tier in rule.tiers if tier.points > low)),
            facts=known,
            figures={},
            unverified_from=unverified_from,
        )
    reached = [pair for pair in pairs if pair[1].low >= pair[0].months]
    best, count = reached[-1] if reached else pairs[0]
    words = _words(best, count, facts)
    return settled(
        low,
        facts=known | {"months": words.pop("months")},
        figures=words,
        lost=tuple(
            Lost(points=tier.points, words=_words(tier, count, facts))
            for tier, count in reached[:-1]
        ),
        unverified_from=unverified_from,
    )


def _words(tier: Tier, count: Span[int], facts: Facts) -> dict[str, Value]:
    source = facts.question(tier.question).from_ledger
    assert source is not None
    assert source.window_months is not None
    assert source.multiple is not None
    return {
        "months": count.low,
        "months_needed": tier.months,
        "window_months": source.window_months,
        "multiple": source.multiple,
    }


def _months(rule: MonthsInWindowRule, index: int, facts: Facts) -> Span[int]:
    """Return the months of a tier; under ``own_tier`` those at the next tier's multiple are not its own."""
    here = facts.months(rule.tiers[index].question)
    by_own_tier = rule.mixed_tiers is not None and facts.readings[rule.mixed_tiers] == "own_tier"
    if not by_own_tier or index + 1 == len(rule.tiers):
        return here
    above = _months_at_next_multiple(rule.tiers[index], rule.tiers[index + 1], here, facts)
    return Span(max(0, here.low - above.high), max(0, here.high - above.low))


def _months_at_next_multiple(
    tier: Tier, following: Tier, here: Span[int], facts: Facts
) -> Span[int]:
    """Return the months in the tier's own window that reach the following tier's multiple."""
    own = facts.question(tier.question).from_ledger
    following_source = facts.question(following.question).from_ledger
    assert own is not None
    assert following_source is not None
    if facts.ledger is not None:
        end = facts.window_end
        first = 0 if own.window_months is None else end - own.window_months
        return exactly(facts.ledger.months(following_source.multiple, first, end))
    count = facts.months(following.question)
    unseen = (own.window_months or 0) - (following_source.window_months or 0)
    return Span(count.low, min(here.high, count.high + max(0, unseen)))
