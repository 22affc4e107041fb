"""Put an edition together: what follows from its indicators, conditions, groups and questions."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from generator.scoring.codes import IndicatorCode, QuestionCode, ReadingCode
from generator.scoring.model import Block, Condition, Edition, Exclusive, Indicator
from generator.scoring.questions import Kind, Question


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
    questions: Iterable[Question],
) -> Edition:
    """Return the edition; ``questions`` are all of the policy's, of which it keeps those that it asks."""
    read = {code for indicator in indicators for code in indicator.reads}
    read |= {code for condition in conditions for code in condition.reads}
    asked = [
        question for question in questions if question.code in read or question.kind is Kind.LEDGER
    ]
    counted = tuple(each for each in asked if each.from_ledger is not None)
    return Edition(
        code=code,
        first=first,
        last=last,
        standard_score=standard_score,
        window_end=window_end,
        indicators=indicators,
        conditions=conditions,
        exclusive=exclusive,
        exclusive_of=_exclusive_of(exclusive),
        blocks=tuple(_blocks(indicators, exclusive, {each.code for each in counted})),
        questions={question.code: question for question in asked},
        by_ease=tuple(each.code for each in sorted(asked, key=lambda question: question.ease)),
        dated=tuple(each for each in asked if each.kind in {Kind.DATE, Kind.DATES}),
        counted=counted,
        multiples=multiples_of(counted),
        lived=tuple(each for each in asked if each.within_life is not None),
        ledgers=tuple(question.code for question in asked if question.kind is Kind.LEDGER),
        past_dates=tuple(code for indicator in indicators for code in indicator.rule.past_dates()),
    )


def multiples_of(questions: Iterable[Question]) -> tuple[Decimal | None, ...]:
    """Return the multiples of the reference level at which a ledger has to be counted for questions."""
    sources = [each.from_ledger for each in questions]
    return (None, *sorted({each.multiple for each in sources if each and each.multiple}))


def _exclusive_of(groups: Iterable[Exclusive]) -> dict[IndicatorCode, Exclusive]:
    return {code: group for group in groups for code in group.members}


def _blocks(
    indicators: Sequence[Indicator], groups: Sequence[Exclusive], counted: Collection[QuestionCode]
) -> Iterator[Block]:
    """Yield the indicators in blocks: from the first member of a group to its last, and all between."""
    place = {indicator.code: at for at, indicator in enumerate(indicators)}
    first = {group: min(place[code] for code in group.members) for group in groups}
    last = {group: max(place[code] for code in group.members) for group in groups}
    in_order = sorted(groups, key=first.__getitem__)
    start = 0
    while start < len(indicators):
        end = start
        for group in in_order:
            if start <= first[group] <= end:
                end = max(end, last[group])
        members = tuple(indicators[start : end + 1])
        within = tuple(group for group in groups if start <= first[group] <= end)
        reads = dict.fromkeys(code for indicator in members for code in indicator.reads)
        yield Block(
            indicators=members,
            exclusive=within,
            exclusive_of=_exclusive_of(within),
            reads=tuple(reads),
            is_timeless=all(indicator.rule.is_timeless() for indicator in members),
            asks_ledger=not reads.keys().isdisjoint(counted),
        )
        start = end + 1
