"""Read a timeline's request: a score request, how far to look and at which base a ledger goes on."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from generator.scoring.answers import read_answer, read_date, read_object, shown_value
from generator.scoring.assembly import multiples_of
from generator.scoring.codes import QuestionCode
from generator.scoring.dates import add_years, month_of
from generator.scoring.errors import RequestError
from generator.scoring.facts import Answer
from generator.scoring.ledger import levels_of
from generator.scoring.model import Edition, Policy
from generator.scoring.questions import Kind
from generator.scoring.request import ASSUMED, REQUEST_KEYS, Request, read_request
from generator.timeline.assuming import Assumed, read_assumed
from generator.timeline.course import Course, editions_between, stretch_of
from generator.timeline.going_ledger import GoingLedger, Measure, going_ledger, paying

MOST_YEARS = 40
"""How far a timeline may reach: a working life."""


def read_timeline(plain: Any, policy: Policy) -> tuple[Request, Course]:  # noqa: ANN401 -- JSON value
    """Return the score request and the course that is asked for; raises RequestError with the path and the mend."""
    given = read_object(plain, "", (*REQUEST_KEYS, ASSUMED, "until", "assume"))
    request, later = read_with_later(given, policy, ("until", "assume", ASSUMED))
    if given.get("until") is None:
        raise RequestError("until", "缺少“until”，请写上算到哪一天。")
    until = read_date(given["until"], "until")
    last = add_years(request.on, MOST_YEARS)
    if not request.on <= until <= last:
        raise RequestError("until", f"{until} 超出范围，请选 {request.on} 到 {last} 之间的一天。")
    assumed = read_assumed(given.get("assume"), request)
    return request, course_of(request, until, later, assumed)


def read_years(value: Any) -> int | None:  # noqa: ANN401 -- JSON value
    """Return how many years one looks ahead, None where nothing is said; raises RequestError at ``years``."""
    if value is not None and (type(value) is not int or not 1 <= value <= MOST_YEARS):
        raise RequestError(
            "years", f"{shown_value(value)}不是可用的年数，请写 1 到 {MOST_YEARS} 之间的整数。"
        )
    return value


def read_with_later(
    given: Mapping[str, Any], policy: Policy, extra: tuple[str, ...]
) -> tuple[Request, dict[QuestionCode, Answer]]:
    """Return the score request without the ``extra`` keys, and answers that only later editions ask for."""
    plain = {key: value for key, value in given.items() if key not in extra}
    answers, on = plain.get("answers"), plain.get("on")
    later: dict[QuestionCode, Answer] = {}
    if isinstance(answers, dict) and isinstance(on, str):
        day = read_date(on, "on")
        known = next((e for e in policy.editions if e.first <= day <= e.last), None)
        asked = _asked_later(policy, day, known)
        later = {
            code: read_answer(value, edition.questions[code], f"answers.{code}")
            for code, value in answers.items()
            if (edition := asked.get(code)) is not None and value is not None
        }
        plain["answers"] = {code: answers[code] for code in answers if code not in asked}
    return read_request(plain, policy), later


def course_of(
    request: Request, until: date, later: Mapping[QuestionCode, Answer], assumed: Assumed
) -> Course:
    """Return the course of a request that has been read."""
    policy, answers = request.policy, {**request.answers, **later}
    now = month_of(request.on)
    return Course(
        policy=policy,
        on=request.on,
        until=until,
        readings=request.readings,
        assumed=assumed,
        pays_from=None if assumed.stops else max(now, assumed.start or now),
        ledger=_ledger(request, until, assumed),
        stretches=tuple(
            stretch_of(edition, first, last, answers, stops=assumed.stops)
            for edition, first, last in editions_between(policy, request.on, until)
        ),
    )


def _ledger(request: Request, until: date, assumed: Assumed) -> GoingLedger | None:
    """Return the ledger with the months that go on: at the base that is assumed, else at that of the row being paid."""
    rows, row = request.rows, request.ongoing
    if rows is None:
        return None
    now, end = month_of(request.on), month_of(until) + 1
    valid = row if row is not None and row.counts else None
    ledger = going_ledger(rows, now, None if valid is None else valid.first, measure_of(request))
    if assumed.stops:
        return ledger
    if assumed.base is not None:
        return paying(ledger, assumed.base, assumed.start or now, end)
    if valid is None:
        return ledger
    start = max(now, valid.first, assumed.start or now)
    return replace(paying(ledger, valid.base, start, end), goes_on=assumed.start is None)


def measure_of(request: Request) -> Measure:
    """Return what the request's months are held against, whatever the edition."""
    yardsticks = request.policy.yardsticks
    return Measure(
        multiples=multiples_of(request.policy.questions.values()),
        levels=levels_of(yardsticks, request.readings.get(yardsticks.unestablished, "")),
    )


def _asked_later(policy: Policy, on: date, known: Edition | None) -> dict[QuestionCode, Edition]:
    """Return the questions, the ledger aside, that the edition in force on a day doesn't ask and a later one does."""
    return {
        code: edition
        for edition in policy.editions
        if known is not None and edition.first > on
        for code, question in edition.questions.items()
        if code not in known.questions and question.kind is not Kind.LEDGER
    }
