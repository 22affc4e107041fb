"""What can be changed: an answer's other values, in the order of what they ask of a person."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.scoring.codes import Month, QuestionCode
from generator.scoring.dates import month_of
from generator.scoring.facts import Answer
from generator.scoring.model import Indicator
from generator.scoring.questions import Changeable, Kind, Question
from generator.scoring.rules.rule import Rule
from generator.timeline.course import Course, Stretch
from generator.timeline.days import ahead_of


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
    ahead = ahead_of(course, stretch)
    for code in indicator.reads:
        question = stretch.edition.questions[code]
        found: tuple[Value, ...] = ()
        match question.changeable:
            case Changeable.NOW:
                better = indicator.rule.better_answers(code, ahead)
                found = tuple(Value(to=each.to, rank=each.rank) for each in better)
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


def _months(rule: Rule, question: Question, course: Course, answer: Answer) -> Iterator[Value]:
    """Return the counts that give more by the last day, each once as many months have passed as it lacks."""
    assert isinstance(answer, int)
    most = answer + month_of(course.until) - month_of(course.on)
    if question.at_most is not None:
        most = min(most, question.at_most)
    for count in sorted(set(rule.better_counts(question.code, answer, most))):
        if answer < count <= most:
            yield Value(to=count, rank=count, months=count - answer)
