"""A plan in words: what one does, made from the policy's sentences and the steps' own."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from generator.plans.outcome import Outcome
from generator.plans.payments import months_paid
from generator.plans.steps import Pace, Step
from generator.scoring.changing import Effort
from generator.scoring.codes import Month
from generator.scoring.dates import first_day, in_words, month_of
from generator.scoring.figures import money, shown
from generator.scoring.ledger import reference_level
from generator.scoring.questions import Kind
from generator.timeline.course import Course

EFFORTS = tuple(Effort)


def effort_of(steps: tuple[Step, ...]) -> Effort:
    """Return the effort of the hardest step; waiting is all that a plan without a step asks."""
    return max((step.effort for step in steps), key=EFFORTS.index, default=Effort.WAIT)


def title_of(outcome: Outcome, course: Course) -> str:
    """Return the deeds, the hardest first, and until when to wait where they don't say it."""
    sentences = course.policy.plans
    day = {"date": in_words(outcome.day)}
    if not outcome.plan.steps:
        return sentences.get("wait", "").format_map(day)
    steps = sorted(outcome.plan.steps, key=lambda step: -EFFORTS.index(step.effort))
    left = _months_left(steps, outcome)
    deeds = [_deed(step, outcome, course, left) for step in steps if left.get(step, 1) > 0]
    ends = {end for step in steps for end in _ends(step, outcome, course)}
    if outcome.day != course.on and outcome.day not in ends:
        deeds.append(sentences.get("then_wait", "").format_map(day))
    title = deeds[0]
    for deed in deeds[1:]:
        title = sentences.get("then", "").format_map({"done": title, "next": deed})
    return title


def _months_left(steps: Iterable[Step], outcome: Outcome) -> dict[Step, int]:
    """Return the months that are still to be paid at the base of each count: those at a higher base serve it, too."""
    questions = outcome.stretch.edition.questions
    paid = {
        step: source.multiple
        for step in steps
        if step.pace is Pace.MONTHLY
        and (source := questions[step.code].from_ledger) is not None
        and source.multiple is not None
    }
    left: dict[Step, int] = {}
    done = 0
    for step in sorted(paid, key=paid.__getitem__, reverse=True):
        months = _months(step, outcome)
        left[step] = months - done
        done = max(done, months)
    return left


def _deed(step: Step, outcome: Outcome, course: Course, left: Mapping[Step, int]) -> str:
    question = outcome.stretch.edition.questions[step.code]
    words: dict[str, str] = {}
    match step.pace:
        case Pace.AT_ONCE if isinstance(step.to, str):
            words["choice"] = question.choices[step.to]
        case Pace.AT_ONCE if isinstance(step.to, int | Decimal):
            words["count" if question.kind is Kind.COUNT else "amount"] = shown(step.to)
        case Pace.MONTHLY:
            months = _months(step, outcome)
            words["months"] = str(left.get(step, months))
            if question.from_ledger is not None and question.from_ledger.multiple is not None:
                level = highest_level(course, step.since, step.since + months)
                words["base"] = money(question.from_ledger.multiple * level)
        case Pace.PAYING:
            assert isinstance(step.to, Decimal)
            words["base"] = money(step.to)
            words["months"] = str(months_paid(course, step.since, month_of(outcome.day)))
        case _:
            pass
    return step.says.format_map(words)


def _months(step: Step, outcome: Outcome) -> int:
    given = outcome.stretch.answers[step.code]
    assert isinstance(given, int)
    return outcome.counts[step.code] - given


def _ends(step: Step, outcome: Outcome, course: Course) -> Iterator[date]:
    """Return the day after the months that a step takes."""
    if step.pace is Pace.MONTHLY:
        yield first_day(month_of(course.on) + _months(step, outcome))
    elif step.pace is Pace.PAYING:
        yield first_day(month_of(outcome.day))


def highest_level(course: Course, first: Month, end: Month) -> Decimal:
    """Return the highest level R of the months from one to just before another."""
    yardsticks = course.policy.yardsticks
    unestablished = course.readings[yardsticks.unestablished]
    months = range(first, max(first + 1, end))
    return max(reference_level(month, yardsticks, unestablished) for month in months)
