"""Random requests, valid and invalid, that draw the edges of the policy's rules often. Seeded: the same on every run."""

import json
import os
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from random import Random

from generator.scoring.dates import add_years, first_day, month_of, write_month
from generator.scoring.model import Edition, Policy
from generator.scoring.questions import Kind, Question

BROKEN_ONE_IN = 8
UNANSWERED_ONE_IN = 12
LEDGER_ONE_IN = 4
READING_ONE_IN = 10

type Answers = dict[str, object]


def how_many(*, chromium: int, elsewhere: int) -> dict[str, int]:
    """Return how many requests are asked of each browser: these, or of all as many as PARITY_REQUESTS says."""
    counts = {"chromium": chromium, "firefox": elsewhere, "webkit": elsewhere}
    return {
        browser: int(os.environ.get("PARITY_REQUESTS", count)) for browser, count in counts.items()
    }


def random_requests(policy: Policy, count: int, seed: int) -> Iterator[str]:
    """Yield the JSON text of ``count`` requests."""
    draw = Random(seed)
    for _ in range(count):
        text = json.dumps(_request(policy, draw), ensure_ascii=draw.random() < 0.5)
        yield _broken_text(text, draw) if draw.random() < 0.02 else text


def _request(policy: Policy, draw: Random) -> dict[str, object]:
    edition = draw.choice(policy.editions)
    on = _day_near(draw.choice([edition.first, edition.last, _day_in(edition, draw)]), draw)
    answers: Answers = {}
    for question in edition.questions.values():
        if draw.randrange(UNANSWERED_ONE_IN):
            answers[question.code] = _answer(question, edition, on, draw)
    _choose_ledger_or_counts(answers, edition, draw)
    if not draw.randrange(READING_ONE_IN):
        reading = draw.choice(list(policy.readings.values()))
        answers["readings"] = {reading.code: draw.choice(reading.choices)}
    request: dict[str, object] = {"policy": policy.code, "on": on.isoformat(), "answers": answers}
    if not draw.randrange(BROKEN_ONE_IN):
        _break(request, answers, draw)
    return request


def _choose_ledger_or_counts(answers: Answers, edition: Edition, draw: Random) -> None:
    ledger = [q.code for q in edition.questions.values() if q.kind is Kind.LEDGER]
    if draw.randrange(LEDGER_ONE_IN):
        for code in ledger:
            answers.pop(code, None)
        return
    for question in edition.questions.values():
        if question.from_ledger is not None and draw.randrange(50):
            answers.pop(question.code, None)


def _answer(question: Question, edition: Edition, on: date, draw: Random) -> object:
    match question.kind:
        case Kind.YES_NO:
            return draw.random() < 0.3
        case Kind.CHOICE:
            return draw.choice(list(question.choices))
        case Kind.COUNT:
            return _count(question, edition, draw)
        case Kind.AMOUNT:
            return _amount(edition, draw)
        case Kind.PERCENT:
            return draw.choice([0, 100, 50, 33.3, 99.99, "12.5", draw.randint(0, 100)])
        case Kind.DATE:
            return _anniversary(on, draw.randint(0, 62), draw).isoformat()
        case Kind.DATES:
            count = draw.choice([0, 0, 0, 1, 2])
            return [_anniversary(on, draw.randint(0, 6), draw).isoformat() for _ in range(count)]
        case Kind.LEDGER:
            return _ledger(on, draw)


def _count(question: Question, edition: Edition, draw: Random) -> int:
    """Return a count on or beside a threshold of the rules, or anywhere in its bounds."""
    most = question.at_most if question.at_most is not None else 200
    edges = [edge for edge in _edges(edition) if edge <= most] or [0]
    near = draw.choice(edges) + draw.choice([-1, 0, 0, 1])
    return min(most, max(0, draw.choice([near, near, draw.randint(0, most)])))


def _edges(edition: Edition) -> list[int]:
    """Return all whole numbers that the rules hold, their tiers, gates and waits included."""
    edges: list[int] = []
    for indicator in edition.indicators:
        parts: list[object] = [indicator.rule]
        while parts:
            part = parts.pop()
            if isinstance(part, bool):
                continue
            if isinstance(part, int):
                edges.append(part)
            elif isinstance(part, tuple):
                parts.extend(part)
            elif is_dataclass(part):
                parts.extend(getattr(part, field.name) for field in fields(part))
    return edges


def _amount(edition: Edition, draw: Random) -> object:
    unit = draw.choice([10, 100_000])
    amount = unit * draw.randint(0, 15) + draw.choice([-1, 0, 0, 1])
    cents = draw.choice(["", "", ".5", ".99", ".01"])
    text = f"{max(0, amount)}{cents}"
    return draw.choice([text, float(text) if cents else int(text)])


def _ledger(on: date, draw: Random) -> list[dict[str, object]]:
    month = month_of(on) - draw.choice([12, 24, 36, 47, 48, 49, 60, 150])
    rows: list[dict[str, object]] = []
    while month <= month_of(on) + 2 and len(rows) < 12:
        last = month + draw.choice([0, 5, 11, 22, 23, 24, 35, 36])
        rows.append(
            {
                "from": write_month(month),
                "to": write_month(last),
                "base": _base(draw),
                "counts": draw.random() < 0.85,
            }
        )
        month = last + draw.choice([1, 1, 1, 2, 7])
    draw.shuffle(rows)
    return rows


def _base(draw: Random) -> object:
    level = draw.choice([4692, 7132, 7832, 8211, 9339, 10338, 11396, 12577])
    tenths = draw.choice([8, 10, 20, 30]) * level
    return f"{tenths // 10 + draw.choice([-1, 0, 0, 1])}.{tenths % 10}{draw.choice('05')}"


def _day_in(edition: Edition, draw: Random) -> date:
    return edition.first + timedelta(days=draw.randint(0, (edition.last - edition.first).days))


def _day_near(day: date, draw: Random) -> date:
    leap_day = date(2024, 2, 29)
    candidates = [day, day + timedelta(days=draw.choice([-1, 1])), first_day(month_of(day))]
    return draw.choice([*candidates, draw.choice([leap_day, date(2020, 2, 29), day])])


def _anniversary(on: date, years: int, draw: Random) -> date:
    if not draw.randrange(20):
        return date(2016 - 4 * draw.randint(0, 10), 2, 29)
    return add_years(on, -years) + timedelta(
        days=draw.choice([-1, 0, 0, 1, draw.randint(-300, 300)])
    )


def _break(request: dict[str, object], answers: Answers, draw: Random) -> None:
    """Spoil a request in one of the ways in which people and programs do."""
    code = draw.choice([*answers, "on", "policy"])
    target = answers if code in answers else request
    match draw.randrange(5):
        case 0:
            target[code] = draw.choice(
                ["", "x", -1, 1.5, True, [], {}, "2026-02-30", 10**13, "１２", [None], "a\u0000b"]
            )
        case 1:
            target[code[:-1] + draw.choice("aes_x")] = target.pop(code)
        case 2:
            request["on"] = draw.choice(["2017-12-31", "2028-01-01", "2026-13-01", 20260630])
        case 3:
            answers["contributions"] = draw.choice(
                [
                    [{"from": "2024-05", "to": "2024-04", "base": 1}],
                    [{"from": "2024-05", "to": "2024-06"}],
                    [{"from": "2024-05", "to": "2024-06", "base": 1}] * 2,
                    {"from": "2024-05"},
                ]
            )
        case _:
            target.pop(code)


def _broken_text(text: str, draw: Random) -> str:
    at = draw.randrange(len(text))
    return draw.choice([text[:at], text[:at] + draw.choice('{}[]",:x\\') + text[at:], text + text])
