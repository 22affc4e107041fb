"""People drawn by lot, the same at every run: each answer by a hash of the person's number and the question.

So a new question changes no other answer, and no version of Python draws anybody else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Final

from generator.loading.model import PolicyText
from generator.policy.plain import Plain
from generator.policy.questions import QuestionText
from generator.policy.yardsticks import period_of
from generator.scoring.dates import add_years, month_of, write_month
from generator.scoring.model import Edition
from generator.scoring.questions import Kind

_MOST_MONTHS: Final = 360
_MULTIPLES: Final = (60, 80, 100, 120, 200, 210, 300, 310)
"""Of a yardstick, in hundredths: bases of contributions are drawn from these."""
_LEDGER_ONE_IN: Final = 4
_RARE: Final = 25
"""In a hundred: how many have what most have nothing of."""


@dataclass(frozen=True, slots=True)
class Lot:
    """Draws for one person."""

    person: int

    def below(self, name: str, end: int) -> int:
        """A number from 0 to below ``end``, always the same for this name."""
        return int.from_bytes(sha256(f"{self.person}:{name}".encode()).digest()[:8]) % max(end, 1)

    def one_of[T](self, name: str, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[self.below(name, len(choices))]

    def happens(self, name: str, in_a_hundred: int) -> bool:
        """Whether it does, so many times in a hundred."""
        return self.below(name, 100) < in_a_hundred


_AT_MOST_AHEAD: Final = timedelta(days=30 * 365)


def drawn_people(
    policy: PolicyText, from_day: date, count: int
) -> Iterator[tuple[str, date, dict[str, Plain]]]:
    """So many people: a name, a day, and answers to all that the policy asks.

    Half of them ask on ``from_day``, the others on any later day that an edition covers, thirty years ahead at most.
    """
    editions = policy.scoring.editions
    last = min(max(edition.last for edition in editions), from_day + _AT_MOST_AHEAD)
    for number in range(1, count + 1):
        lot = Lot(number)
        ahead = lot.below("day", max((last - from_day).days, 0) + 1) if number % 2 else 0
        on = from_day + timedelta(days=ahead)
        edition = next(each for each in reversed(editions) if each.first <= on)
        yield f"drawn {number}", on, _answers(policy, edition, on, lot)


def _answers(policy: PolicyText, edition: Edition, on: date, lot: Lot) -> dict[str, Plain]:
    has_ledger = bool(edition.ledgers) and lot.below("ledger?", _LEDGER_ONE_IN) == 0
    answers: dict[str, Plain] = {}
    for code, question in policy.questions.items():
        is_ledger = question.kind is Kind.LEDGER
        if is_ledger is not has_ledger and (is_ledger or question.from_ledger is not None):
            continue
        answers[code] = _answer(question, policy, on, lot)
    return answers


def _answer(question: QuestionText, policy: PolicyText, on: date, lot: Lot) -> Plain:
    code = question.code
    match question.kind:
        case Kind.YES_NO:
            return lot.happens(code, _RARE)
        case Kind.CHOICE:
            if question.nothing is not None and not lot.happens(f"{code}?", 2 * _RARE):
                return question.nothing
            return lot.one_of(code, [choice.code for choice in question.choices])
        case Kind.COUNT:
            most = question.at_most if question.at_most is not None else _MOST_MONTHS
            return lot.below(code, most + 1) if lot.happens(f"{code}?", 3 * _RARE) else 0
        case Kind.AMOUNT:
            return 10_000 * lot.below(code, 200) if lot.happens(f"{code}?", _RARE) else 0
        case Kind.PERCENT:
            return lot.one_of(code, (100, 100, 50, 10))
        case Kind.DATE:
            return _day(
                on, lot, code, *((18, 65) if _is_birth(code, policy.questions) else (0, 30))
            )
        case Kind.DATES:
            return [_day(on, lot, code, 0, 6)] if lot.happens(f"{code}?", _RARE // 2) else []
        case Kind.LEDGER:
            return _ledger(policy, on, lot)


def _is_birth(code: str, questions: Mapping[str, QuestionText]) -> bool:
    """Whether other answers are bounded by a life that began on this day."""
    return any(each.within_life and each.within_life.since == code for each in questions.values())


def _day(on: date, lot: Lot, name: str, least: int, most: int) -> str:
    years = least + lot.below(name, most - least)
    return (add_years(on, -years) - timedelta(days=lot.below(f"{name} day", 365))).isoformat()


def _ledger(policy: PolicyText, on: date, lot: Lot) -> list[Plain]:
    rows: list[Plain] = []
    first = month_of(on) - 12 - lot.below("ledger", 168)
    while first < month_of(on) and len(rows) < 12:
        name = f"row {len(rows)}"
        last = min(first + 5 + lot.below(name, 42), month_of(on) - 1)
        base = _level(policy, write_month(first)) * lot.one_of(f"{name} base", _MULTIPLES) // 100
        row: dict[str, Plain] = {"from": write_month(first), "base": base}
        goes_on = last == month_of(on) - 1 and lot.happens("ongoing", 60)
        row |= {"ongoing": True} if goes_on else {"to": write_month(last)}
        rows.append(row)
        first = last + 1 + lot.below(f"{name} gap", 3)
    return rows


def _level(policy: PolicyText, month: str) -> int:
    """The reference level of a month; the nearest one where it is not known."""
    periods = policy.yardsticks.reference_level
    nearest = periods[0] if month < periods[0].from_ else periods[-1]
    return (period_of(periods, month) or nearest).yuan
