"""The same people under both sides: sample people, golden cases, people drawn by lot."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from generator.impact.drawing import drawn_people
from generator.loading.completing import NOBODY
from generator.loading.model import PolicyText
from generator.policy.people import Person
from generator.policy.plain import Plain
from generator.scorer import Scorer
from generator.scoring.dates import add_years
from generator.scoring.questions import Kind as AnswerKind

DRAWN: Final = 2000
AHEAD: Final = 300
"""So many drawn people are asked for their first date, too: a look ahead costs as much as many scores."""
PLANNING: Final = 60
"""And so many for what they could do."""
_YEARS_AHEAD: Final = 10


class Kind(StrEnum):
    """Who was asked."""

    PERSON = "person"
    CASE = "case"
    DRAWN = "drawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Someone, on a day, with answers to everything that they know."""

    kind: Kind
    name: str
    on: date
    answers: Mapping[str, Plain]
    looks_ahead: bool
    plans: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What one side says of them; empty where it was not asked, and no ``outcome`` on a day that no edition covers."""

    outcome: str
    score: str
    first_date: str = ""
    plan: str = ""


def everyone(old: PolicyText, new: PolicyText, from_day: date) -> Iterator[Asked]:
    """All who are asked, each once: those of the new side, and those that only the old one has."""
    for person in _people({**old.people, **new.people}):
        yield Asked(
            kind=Kind.PERSON,
            name=person.title,
            on=person.on,
            answers=person.answers,
            looks_ahead=True,
            plans=True,
        )
    cases = {(case.edition, case.name): case for policy in (old, new) for case in policy.cases}
    for case in cases.values():
        answers = case.request["answers"]
        assert isinstance(answers, dict)
        yield Asked(
            kind=Kind.CASE,
            name=case.name,
            on=date.fromisoformat(str(case.request["on"])),
            answers=answers,
            looks_ahead=False,
            plans=False,
        )
    for number, (name, on, answers) in enumerate(drawn_people(new, from_day, DRAWN)):
        yield Asked(
            kind=Kind.DRAWN,
            name=name,
            on=on,
            answers=answers,
            looks_ahead=number < AHEAD,
            plans=number < PLANNING,
        )


def everyone_on(policy: PolicyText, day: date) -> Iterator[Asked]:
    """The sample people and drawn ones, all asked on one day, and for their score alone.

    What a sample person says nothing of, they have nothing of.
    """
    nothing = {
        code: question.nothing
        for code, question in policy.questions.items()
        if question.nothing is not None
    }
    people = [
        (Kind.PERSON, each.title, {**nothing, **each.answers}) for each in _people(policy.people)
    ]
    drawn = [
        (Kind.DRAWN, name, answers)
        for name, on, answers in drawn_people(policy, day, DRAWN)
        if on == day
    ]
    for kind, name, answers in (*people, *drawn):
        yield Asked(kind=kind, name=name, on=day, answers=answers, looks_ahead=False, plans=False)


def _people(people: Mapping[str, Person]) -> Iterator[Person]:
    """The sample people; nobody is one of them only for cases."""
    return (person for person in people.values() if person.code != NOBODY)


class Answering:
    """One side, ready to be asked."""

    def __init__(self, policy: PolicyText) -> None:
        self._policy = policy
        self._nothing = policy.nothing
        self._scorer = Scorer(policy.scoring)
        self._asked = [
            (edition.first, edition.last, frozenset(edition.questions))
            for edition in policy.scoring.editions
        ]

    def answered(self, asked: Asked, other: "Answering | None" = None) -> Answered:
        """What this side says; questions that it does not ask are left out.

        Of those that the ``other`` side doesn't ask on that day, people have nothing unless they say so.
        """
        if not any(first <= asked.on <= last for first, last, _ in self._asked):
            return Answered(outcome="", score="")
        request = self._request(asked, other)
        verdict = json.loads(self._scorer.score_json(json.dumps(request)))
        if "error" in verdict:
            return Answered(outcome=f"refused: {verdict['error']['message']}", score="")
        low, high = verdict["score_range"]
        return Answered(
            outcome=verdict["outcome"],
            score=str(low) if low == high else f"{low} to {high}",
            first_date=self._first_date(request, asked.on) if asked.looks_ahead else "",
            plan=self._plan(request) if asked.plans else "",
        )

    def asks_on(self, on: date) -> frozenset[str]:
        """The questions that are asked on a day."""
        spans = (codes for first, last, codes in self._asked if first <= on <= last)
        return next(spans, frozenset())

    def _request(self, asked: Asked, other: "Answering | None") -> dict[str, Plain]:
        known = self.asks_on(asked.on)
        answers = {
            code: answer
            for code, answer in asked.answers.items()
            if code in known or code == "readings"
        }
        questions = self._policy.scoring.questions
        has_ledger = any(
            questions[each].kind is AnswerKind.LEDGER for each in answers.keys() & known
        )
        for code in known - other.asks_on(asked.on) if other is not None else ():
            is_counted = has_ledger and questions[code].from_ledger is not None
            if code in self._nothing and not is_counted:
                answers.setdefault(code, self._nothing[code])
        return {"policy": self._policy.code, "on": asked.on.isoformat(), "answers": answers}

    def _first_date(self, request: Mapping[str, Plain], on: date) -> str:
        until = add_years(on, _YEARS_AHEAD).isoformat()
        text = self._scorer.timeline_json(json.dumps({**request, "until": until}))
        return str(json.loads(text).get("first_date") or "not within ten years")

    def _plan(self, request: Mapping[str, Plain]) -> str:
        plans = json.loads(self._scorer.plans_json(json.dumps(request)))
        if plans.get("met"):
            return "nothing to do"
        titles = [str(plan["title"]) for plan in plans.get("plans", ())]
        return titles[0] if titles else "none"
