"""What of a request can't all be true, or is held against no known level: told, and never a change of the score."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from generator.scoring.codes import Month, QuestionCode
from generator.scoring.dates import add_years, full_years, month_in_words, month_of
from generator.scoring.facts import Answer, Facts
from generator.scoring.figures import shown
from generator.scoring.ledger import Ledger, Row
from generator.scoring.questions import WithinLife
from generator.scoring.request import Request
from generator.scoring.yardsticks import Average


class Notice(NamedTuple):
    """The place in the request, and in words what can't be there together with the rest."""

    path: str
    message: str


def notices_of(request: Request, facts: Facts | None = None) -> tuple[Notice, ...]:
    """Return the notices, those of plain answers first, then those of the ledger's rows; ``facts`` are the request's."""
    if facts is None:
        facts = request.facts()
    found = [
        *_of_dates(request),
        *_of_lives(request, facts),
        *_of_counts(request),
    ]
    if facts.ledger is not None:
        found += [*_of_rows(request), *_of_ledger(request, facts, facts.ledger)]
    return tuple([Notice(f"answers.{code}", message) for code, message in found])


type _Found = Iterator[tuple[str, str]]
"""A code with a way into its answer, and the message."""


def _of_dates(request: Request) -> _Found:
    """Tell dates that no living person has, and what lies after the day of the request or before the birth."""
    on = request.on
    birth = _birth(request)
    for question in request.edition.dated:
        code = question.code
        answer = request.answers.get(code)
        if isinstance(answer, tuple):
            for place, day in enumerate(answer):
                if day > on:
                    yield f"{code}[{place}]", _not_yet(day, on)
                elif birth is not None and day < birth.day:
                    yield f"{code}[{place}]", _before(day, birth)
        elif isinstance(answer, date):
            if answer > on:
                yield code, _not_yet(answer, on)
            elif birth is not None and answer < birth.day:
                yield code, _before(answer, birth)
            elif question.plausible is not None and full_years(answer, on) > question.plausible:
                years = full_years(answer, on)
                yield code, f"从 {answer} 到 {on} 已经 {years} 年，请核对这个日期。"


class _Birth(NamedTuple):
    """The day from which a person lives, and the label of the question that asks for it."""

    day: date
    label: str


def _birth(request: Request) -> _Birth | None:
    for code in request.edition.past_dates:
        answer = request.answers.get(code)
        if isinstance(answer, date):
            return _Birth(answer, request.edition.questions[code].label)
    return None


def _before(day: date, birth: _Birth) -> str:
    return f"{day} 早于“{birth.label}”的 {birth.day}，不可能都对，请核对。"


def _not_yet(day: date, on: date) -> str:
    return f"{day} 晚于计算日 {on}，那一天还没有到，先不计入；请核对日期。"


def _of_lives(request: Request, facts: Facts) -> _Found:
    """Tell counts of more months than there were since the age from which they can begin."""
    for question in request.edition.lived:
        code, life = question.code, question.within_life
        count = request.answers.get(code)
        if life is None or not isinstance(count, int):
            continue
        most = months_of_life(life, request.answers, facts)
        if most is not None and count > most:
            age = f"{life.from_age} {request.edition.questions[life.since].years}"
            yield (
                code,
                f"从满 {age}算起，到计算日一共只有 {most} 个月，这里填了 {count} 个月，请核对。",
            )


def months_of_life(
    life: WithinLife, answers: Mapping[QuestionCode, Answer], facts: Facts
) -> int | None:
    """Return how many months a count can have at most in the life so far; None where its beginning is not answered."""
    born = answers.get(life.since)
    if not isinstance(born, date):
        return None
    return max(0, facts.window_end - month_of(add_years(born, life.from_age)))


def _of_counts(request: Request) -> _Found:
    """Tell counts that contradict another one: more months of a narrower kind than of a wider, or too few."""
    answer = request.answers.get
    for code, around in request.edition.nested.items():
        count = answer(code)
        if not isinstance(count, int):
            continue
        for outer, label, outside in around:
            wide = answer(outer)
            if not isinstance(wide, int):
                continue
            if count > wide:
                said = f"这里填了 {count} 个月，比“{label}”的 {wide} 个月还多，不可能都对，请核对。"
                yield code, said
                break
            if outside is not None and count < (least := wide - outside):
                said = f"“{label}”填了 {wide} 个月，这里就至少是 {least} 个月，现在填的是 {count} 个月，请核对。"
                yield code, said
                break


def _of_rows(request: Request) -> _Found:
    """Tell rows whose base lies outside the bounds of one of their months, the first such month of each."""
    now = month_of(request.on)
    for place, row in enumerate(request.rows or ()):
        period = _first_outside(row, request.policy.yardsticks.statutory_average, now)
        if period is not None:
            month = month_in_words(max(row.first, period.first))
            bounds = f"下限是 {shown(period.floor)} 元，上限是 {shown(period.cap)} 元"
            said = f"{month}的缴费基数{bounds}，这里写的是 {shown(row.base)} 元，请核对。"
            yield f"{request.edition.ledger_code}[{place}].base", said


def _first_outside(row: Row, periods: Sequence[Average], now: Month) -> Average | None:
    """Return the first period with a month of the row in which its base lies above the cap or below the floor."""
    first, last, base = row.first, now - 1 if row.last is None else row.last, row.base
    for period in periods if first <= last else ():
        overlaps = period.first <= last and first <= period.last
        if overlaps and not period.floor <= base <= period.cap:
            return period
    return None


def _of_ledger(request: Request, facts: Facts, ledger: Ledger) -> _Found:
    """Tell answers beside the ledger that it contradicts, and months before anybody could work."""
    for question in request.edition.counted:
        count, source = request.answers.get(question.code), question.from_ledger
        if source is not None and isinstance(count, int):
            months = facts.ledger_months(ledger, source)
            if count > months:
                said = f"逐月缴费记录里只数得出 {months} 个月，这里填了 {count} 个月，请核对。"
                yield question.code, said
    yield from _of_this_month(request, ledger)
    yield from _of_youth(request)
    yield from _of_early_levels(request, facts)


def _of_this_month(request: Request, ledger: Ledger) -> _Found:
    month = month_of(request.on)
    for condition in request.edition.conditions:
        code = condition.rule.asks_this_month()
        answer = None if code is None else request.answers.get(code)
        if code is not None and isinstance(answer, bool) and answer != ledger.covers(month):
            said = (
                "没有写这个月在缴费，这里却答了“是”"
                if answer
                else "写着这个月在缴费，这里却答了“不是”"
            )
            yield code, f"逐月缴费记录里{said}（{month_in_words(month)}），请核对。"


def _of_youth(request: Request) -> _Found:
    """Tell rows that begin before the age from which the months of a ledger can begin."""
    life = next((each.within_life for each in request.edition.counted if each.within_life), None)
    born = None if life is None else request.answers.get(life.since)
    if life is None or not isinstance(born, date):
        return
    first = month_of(add_years(born, life.from_age))
    age = f"{life.from_age} {request.edition.questions[life.since].years}"
    for place, row in enumerate(request.rows or ()):
        if row.first < first:
            yield (
                f"{request.edition.ledger_code}[{place}].from",
                f"{month_in_words(row.first)}还没有满 {age}，请核对。",
            )


def _of_early_levels(request: Request, facts: Facts) -> _Found:
    """Tell from when on months are held against the first known level before it holds, at the earliest row with any."""
    if not request.rows:
        return
    level = request.policy.yardsticks.reference_level[0]
    windows = [
        source.first_month(facts.window_end)
        for each in request.edition.counted
        if (source := each.from_ledger) is not None and source.multiple is not None
    ]
    first = min(windows, default=level.first)
    early = [
        (since, place)
        for place, row in enumerate(request.rows)
        if row.counts
        and (since := max(row.first, first)) < level.first
        and (row.last is None or since <= row.last)
    ]
    for since, place in sorted(early)[:1]:
        said = (
            f"{month_in_words(level.first)}以前的参照标准没有查到，"
            f"{month_in_words(since)}起的基数先按 {shown(level.yuan)} 元比，请向受理窗口核对。"
        )
        yield f"{request.edition.ledger_code}[{place}].from", said
