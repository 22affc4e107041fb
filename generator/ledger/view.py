"""The contribution ledger as a person looks at it: each month of the window, each count, when months fall out.

All arithmetic of the page's grid is done here.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from generator.scoring.codes import Month, QuestionCode
from generator.scoring.dates import first_day, month_of, write_month
from generator.scoring.errors import RequestError
from generator.scoring.facts import Facts
from generator.scoring.ledger import Ledger, Row, first_unestablished, level_in, levels_of
from generator.scoring.model import Edition, Indicator, Policy
from generator.scoring.request import Request, read_request
from generator.scoring.rules.rule import Needed

type Plain = Mapping[str, object]


def ledger_of(plain: object, policy: Policy) -> Plain:
    """Return the months of the longest look-back window, the counts that rules take and the totals.

    Raises RequestError as a score does, and where the request has no ledger or the policy asks for none.
    """
    request = read_request(plain, policy)
    facts = request.facts()
    code = request.edition.ledger_code
    if not code:
        raise RequestError("policy", "这一项不看缴费记录。")
    if request.rows is None:
        raise RequestError(f"answers.{code}", "没有逐月缴费记录，请先填写缴费月份。")
    assert facts.ledger is not None
    return {
        "on": request.on.isoformat(),
        "months": list(_months(request, request.rows, facts)),
        "counts": list(_counts(request.edition, facts, facts.ledger)),
        "totals": list(_totals(request.edition, facts, facts.ledger)),
    }


def _months(request: Request, rows: Iterable[Row], facts: Facts) -> Iterator[Plain]:
    paid = {month: row for row in rows for month in _stated(row, month_of(request.on))}
    levels = levels_of(facts.yardsticks, facts.readings[facts.yardsticks.unestablished])
    sources = [question.from_ledger for question in facts.questions.values()]
    multiples = sorted({s.multiple for s in sources if s is not None and s.multiple is not None})
    window = max((s.window_months or 0 for s in sources if s is not None), default=0)
    for month in range(facts.window_end - window, facts.window_end):
        yield _month(month, paid.get(month), multiples, level_in(month, levels), facts)


def _stated(row: Row, now: Month) -> range:
    """Return the months of a row; of one that is still being paid those before now."""
    return range(row.first, now if row.last is None else row.last + 1)


def _month(
    month: Month, row: Row | None, multiples: list[Decimal], level: Decimal, facts: Facts
) -> Plain:
    yardsticks = facts.yardsticks
    counts = row is not None and row.counts
    return {
        "month": write_month(month),
        "base": None if row is None else row.base,
        "counts": counts,
        "level": level,
        "verified": yardsticks.reference_level[0].first <= month < first_unestablished(yardsticks),
        "multiples": [
            str(multiple)
            for multiple in multiples
            if row is not None and counts and row.base >= multiple * level
        ],
    }


def _counts(edition: Edition, facts: Facts, ledger: Ledger) -> Iterator[Plain]:
    for indicator in edition.indicators:
        for needed in indicator.rule.needed(facts.readings) or ():
            if needed.question not in facts.answers:
                months = _counted(needed.question, facts, ledger)
                if needed.above is not None:
                    higher = ledger.counted[_multiple(needed.above, facts)]
                    months = [month for month in months if month not in higher]
                yield {**_count(indicator, needed, months, facts), "points": needed.points}


def _multiple(question: QuestionCode, facts: Facts) -> Decimal | None:
    source = facts.question(question).from_ledger
    return None if source is None else source.multiple


def _counted(question: QuestionCode, facts: Facts, ledger: Ledger) -> list[Month]:
    source = facts.question(question).from_ledger
    if source is None:
        return []
    end = facts.window_end
    first = source.first_month(end)
    ranges = ledger.counted[source.multiple].within(first, end)
    return [month for start, stop in ranges for month in range(start, stop)]


def _count(indicator: Indicator, needed: Needed, months: list[Month], facts: Facts) -> Plain:
    source = facts.question(needed.question).from_ledger
    window = None if source is None else source.window_months
    return {
        "indicator": indicator.code,
        "question": needed.question,
        "months": len(months),
        "needed": needed.months,
        "window_months": window,
        "multiple": None if source is None or source.multiple is None else str(source.multiple),
        "missing": max(0, needed.months - len(months)),
        "falls": [] if window is None else [_fall(month, window, facts) for month in months],
    }


def _fall(month: Month, window: int, facts: Facts) -> Plain:
    """Return the first day on which the window no longer holds the month."""
    included = facts.window_end - month_of(facts.on)
    return {
        "month": write_month(month),
        "leaves_on": first_day(month + window + 1 - included).isoformat(),
    }


def _totals(edition: Edition, facts: Facts, ledger: Ledger) -> Iterator[Plain]:
    for indicator in edition.indicators:
        steps = indicator.rule.steps()
        if steps is not None and facts.question(steps.question).from_ledger:
            months = facts.months(steps.question).low
            unbroken = ledger.unbroken(facts.window_end) if months else 0
            yield {
                "indicator": indicator.code,
                "question": steps.question,
                "months": months,
                "unbroken": unbroken,
                "years": months // steps.size,
                "missing": steps.size - months % steps.size,
                "points": steps.points,
            }
