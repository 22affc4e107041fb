"""One's own answers under the two newest editions: on the last day of the one and the first of the other.

A day lies between the two, so that what differs comes of the law.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from generator.guidance.guidance import Guidance
from generator.scoring.answers import read_object
from generator.scoring.codes import QuestionCode
from generator.scoring.errors import RequestError
from generator.scoring.model import Edition, Policy
from generator.scoring.request import ASSUMED, READINGS, REQUEST_KEYS

type Plain = dict[str, Any]


class Neighbours(NamedTuple):
    """Two editions one after the other."""

    before: Edition
    after: Edition

    @property
    def days(self) -> tuple[date, date]:
        """Return the days on which people are scored under each."""
        return self.before.last, self.after.first


def neighbours(editions: Sequence[Edition]) -> Iterator[Neighbours]:
    """Yield each edition with the one before, oldest first."""
    return (Neighbours(before, after) for before, after in pairwise(editions))


def asked_by_some(
    editions: Sequence[Edition], nothing: Mapping[QuestionCode, Any]
) -> dict[QuestionCode, Any]:
    """Return, for questions that only some editions ask, what those answer who have nothing of it."""
    return {
        code: answer
        for code, answer in nothing.items()
        if len({code in edition.questions for edition in editions}) > 1
    }


def request_under(edition: Edition, on: date, policy: str, answers: Mapping[str, Any]) -> Plain:
    """Return the score request of a day: those of the answers that the edition asks for, and the readings."""
    known = {*edition.questions, READINGS}
    asked = {code: answer for code, answer in answers.items() if code in known}
    return {"policy": policy, "on": on.isoformat(), "answers": asked}


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The score requests, the older edition's first, and the questions that are taken as answered with nothing."""

    pair: Neighbours
    requests: tuple[Plain, Plain]
    assumed: tuple[QuestionCode, ...]

    @property
    def head(self) -> Plain:
        """Return what is said of the two verdicts that go with it."""
        editions = [
            {"edition": edition.code, "on": on.isoformat()}
            for edition, on in zip(self.pair, self.pair.days, strict=True)
        ]
        return {"editions": editions, "assumed": self.assumed}


def compared(plain: object, policy: Policy, guidance: Guidance) -> Compared:
    """Return a score request put to both editions, whatever its own day.

    Raises RequestError where there is one edition only, and where neither asks for an answer.
    """
    pairs = list(neighbours(policy.editions))
    if not pairs:
        raise RequestError("policy", "只有一版办法可以计算，没有可以对照的。")
    pair = pairs[-1]
    request = read_object(plain, "", (*REQUEST_KEYS, ASSUMED))
    known = {**pair.before.questions, **pair.after.questions, READINGS: None}
    given = read_object(request.get("answers"), "answers", known)
    nothing = asked_by_some(policy.editions, guidance.nothing)
    assumed = {
        code: answer
        for code, answer in nothing.items()
        if code in known and given.get(code) is None
    }
    before, after = (
        request_under(edition, on, request.get("policy", ""), {**given, **assumed})
        for edition, on in zip(pair, pair.days, strict=True)
    )
    return Compared(pair=pair, requests=(before, after), assumed=tuple(assumed))
