"""Put an edition together: what follows from its indicators, conditions, groups and questions."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from generator.scoring.codes import IndicatorCode, ReadingCode
from generator.scoring.model import (
    Block,
    Capped,
    Condition,
    Edition,
    Exclusive,
    Indicator,
    Outer,
)
from generator.scoring.questions import FromLedger, Kind, Question


def edition_of(
    *,
    code: str,
    first: date,
    last: date,
    standard_score: int,
    window_end: ReadingCode,
    indicators: tuple[Indicator, ...],
    conditions: tuple[Condition, ...],
    exclusive: tuple[Exclusive, ...],
    capped: tuple[Capped, ...],
    questions: Iterable[Question],
) -> Edition:
    """Return the edition; ``questions`` are all of the policy's, of which it keeps those that it asks."""
    read = {code for indicator in indicators for code in indicator.reads}
    read |= {code for condition in conditions for code in condition.reads}
    asked = [
        question for question in questions if question.code in read or question.kind is Kind.LEDGER
    ]
    return Edition(
        code=code,
        first=first,
        last=last,
        standard_score=standard_score,
        window_end=window_end,
        indicators=indicators,
        conditions=conditions,
        exclusive=exclusive,
        exclusive_of=_group_of(exclusive),
        capped=capped,
        capped_of=_group_of(capped),
        blocks=tuple(_blocks(indicators, exclusive, capped)),
        questions={question.code: question for question in asked},
        by_ease=tuple(each.code for each in sorted(asked, key=lambda question: question.ease)),
        dated=tuple(each for each in asked if each.kind in {Kind.DATE, Kind.DATES}),
        lived=tuple(each for each in asked if each.within_life is not None),
        counted=tuple(each for each in asked if each.from_ledger is not None),
        nested={each.code: outer for each in asked if (outer := tuple(_around(each, asked)))},
        multiples=multiples_of(asked),
        ledgers=tuple(question.code for question in asked if question.kind is Kind.LEDGER),
        past_dates=tuple(code for indicator in indicators for code in indicator.rule.past_dates()),
    )


def multiples_of(questions: Iterable[Question]) -> tuple[Decimal | None, ...]:
    """Return the multiples of the reference level at which a ledger has to be counted for questions."""
    sources = [each.from_ledger for each in questions]
    return (None, *sorted({each.multiple for each in sources if each and each.multiple}))


def _around(inner: Question, questions: Iterable[Question]) -> Iterator[Outer]:
    """Yield the other questions for which a ledger counts each month that it counts for this one."""
    one = inner.from_ledger
    for outer in questions:
        other = outer.from_ledger
        if (
            outer is not inner
            and one is not None
            and other is not None
            and _lies_within(one, other)
        ):
            yield Outer(outer.code, outer.label, _months_outside(one, other))


def _lies_within(one: FromLedger, other: FromLedger) -> bool:
    """Tell whether every month that one counts is counted by the other, too."""
    is_shorter = other.window_months is None or (
        one.window_months is not None and one.window_months <= other.window_months
    )
    return is_shorter and (one.multiple or 0) >= (other.multiple or 0)


def _months_outside(one: FromLedger, other: FromLedger) -> int | None:
    """Return how many months outside the one's window the other can count; None where that is not known."""
    is_comparable = one.multiple == other.multiple
    if not is_comparable or other.window_months is None or one.window_months is None:
        return None
    return other.window_months - one.window_months


def _group_of[Group: Exclusive | Capped](groups: Iterable[Group]) -> dict[IndicatorCode, Group]:
    return {code: group for group in groups for code in group.members}


def _blocks(
    indicators: Sequence[Indicator], exclusive: Sequence[Exclusive], capped: Sequence[Capped]
) -> Iterator[Block]:
    """Yield the indicators in blocks: from the first member of a group to its last, and all between."""
    place = {indicator.code: at for at, indicator in enumerate(indicators)}
    groups = [*(each.members for each in exclusive), *(each.members for each in capped)]
    spans = sorted(
        (min(map(place.__getitem__, each)), max(map(place.__getitem__, each))) for each in groups
    )
    start = 0
    while start < len(indicators):
        end = start
        for first, last in spans:
            if start <= first <= end:
                end = max(end, last)
        members = tuple(indicators[start : end + 1])
        codes = {indicator.code for indicator in members}
        excluding = tuple(group for group in exclusive if group.members[0] in codes)
        capping = tuple(group for group in capped if group.members[0] in codes)
        yield Block(
            indicators=members,
            exclusive=excluding,
            exclusive_of=_group_of(excluding),
            capped=capping,
            capped_of=_group_of(capping),
        )
        start = end + 1
