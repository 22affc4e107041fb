"""What can be changed: an answer's other values, in the order of what they ask of a person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.scoring.answers import LARGEST
from generator.scoring.codes import Month, QuestionCode
from generator.scoring.dates import month_of
from generator.scoring.facts import Answer
from generator.scoring.model import Changeable, Indicator, Kind, Question
from generator.scoring.rule_kinds import (
    AccruedMonthsRule,
    FlatRule,
    MonthsInWindowRule,
    OptionsRule,
    PerAmountRule,
    Rule,
)
from generator.scoring.rules.per_amount import EXACT, PERCENT
from generator.timeline.course import Course, Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value that an answer can be changed to, once ``months`` have passed.

    Of two values the one of lower ``rank`` asks less; those of the same rank can't be compared.
    """

    to: Answer
    rank: int
    months: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """An answer that can be changed, its values by rank; ``is_base``: the base that a ledger goes on at."""

    code: QuestionCode
    indicator: Indicator
    """The one whose points it is pulled for first of all."""
    values: tuple[Value, ...]
    is_base: bool = False


def levers_of(indicator: Indicator, course: Course, stretch: Stretch) -> Iterator[Lever]:
    """Return the levers that move an indicator's points, the ledger's base aside."""
    for code in indicator.reads:
        question = stretch.edition.questions[code]
        found: tuple[Value, ...] = ()
        match question.changeable:
            case Changeable.NOW:
                found = tuple(_values(indicator.rule, question, course, stretch))
            case Changeable.WITH_TIME if code in stretch.answers and code not in stretch.growing:
                found = tuple(_months(indicator.rule, question, course, stretch.answers[code]))
            case _:
                pass
        if found:
            yield Lever(code=code, indicator=indicator, values=found)


def base_lever(course: Course, stretch: Stretch, indicator: Indicator) -> Lever | None:
    """Return the lever of a ledger's base: the least base that reaches each multiple, above the one going on."""
    codes = [q.code for q in stretch.edition.questions.values() if _is_open_ledger(q)]
    ledger = course.ledger
    if ledger is None or not codes:
        return None
    months = range(change_month(course), month_of(course.until))
    bases = {
        multiple * ledger.measure.level(month)
        for multiple in ledger.whole.counted
        if multiple is not None
        for month in months
    }
    values = tuple(
        Value(to=base, rank=rank, months=change_month(course) + 1 - month_of(course.on))
        for rank, base in enumerate(sorted(bases))
        if base > (ledger.base or 0)
    )
    if not values:
        return None
    return Lever(code=codes[0], indicator=indicator, values=values, is_base=True)


def change_month(course: Course) -> Month:
    """Return the first month whose base can still be chosen: that of the request, or the one after the ledger's last."""
    month = month_of(course.on)
    ledger = course.ledger
    return month if ledger is None or ledger.added is None else max(month, ledger.added)


def _is_open_ledger(question: Question) -> bool:
    return question.kind is Kind.LEDGER and question.changeable is Changeable.WITH_TIME


def _values(rule: Rule, question: Question, course: Course, stretch: Stretch) -> Iterator[Value]:
    """Return the values that can be taken at once; a place only by who begins: months elsewhere are past."""
    answer = stretch.answers.get(question.code)
    match rule:
        case FlatRule():
            if answer is False:
                yield Value(to=True, rank=0)
        case OptionsRule():
            options = sorted(rule.options, key=lambda option: option.points)
            yield from (
                Value(to=option.choice, rank=option.points)
                for option in options
                if answer is not None and option.choice != answer
            )
        case AccruedMonthsRule(place=place) if place is not None:
            begins = answer not in place.waits and stretch.answers.get(rule.question) == 0
            yield from (
                Value(to=choice, rank=0) for choice in place.waits if answer is not None and begins
            )
        case PerAmountRule() if question.code == rule.amount:
            yield from _amounts(rule, course, stretch.answers)
        case _:
            pass


def _amounts(
    rule: PerAmountRule, course: Course, answers: Mapping[QuestionCode, Answer]
) -> Iterator[Value]:
    """Return the least whole amount of each number of full units, by the share as it is."""
    amount, share = answers.get(rule.amount), answers.get(rule.share)
    scaled = rule.share_applies is None or course.readings[rule.share_applies] == "scaled"
    percent = share if scaled else PERCENT
    if (
        not isinstance(amount, int | Decimal)
        or not isinstance(percent, int | Decimal)
        or not percent
    ):
        return
    for units in range(1, -(-rule.cap // rule.points) + 1):
        whole, rest = EXACT.divmod(Decimal(units * rule.per * PERCENT), Decimal(percent))
        least = int(whole) + (1 if rest else 0)
        if amount < least <= LARGEST:
            yield Value(to=least, rank=units)


def _months(rule: Rule, question: Question, course: Course, answer: Answer) -> Iterator[Value]:
    """Return the counts that give more by the last day, each once as many months have passed as it lacks."""
    assert isinstance(answer, int)
    most = answer + month_of(course.until) - month_of(course.on)
    if question.at_most is not None:
        most = min(most, question.at_most)
    for count in sorted(set(_thresholds(rule, question.code, answer, most))):
        if answer < count <= most:
            yield Value(to=count, rank=count, months=count - answer)


def _thresholds(rule: Rule, code: QuestionCode, least: int, most: int) -> Iterator[int]:
    match rule:
        case OptionsRule(gate=gate) if gate is not None and gate.question == code:
            yield gate.months
        case MonthsInWindowRule():
            yield from (tier.months for tier in rule.tiers if tier.question == code)
        case AccruedMonthsRule() if rule.question == code:
            waits = {rule.wait_months, *(rule.place.waits.values() if rule.place else ())}
            for wait in waits:
                units = max(0, least - wait) // rule.per_months
                yield from range(wait + units * rule.per_months, most + 1, rule.per_months)
        case _:
            pass
