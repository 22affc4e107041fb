"""What one rule finds in the facts, before indicators that exclude each other are settled."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.scoring.codes import Month, QuestionCode
from generator.scoring.points import Points

type Value = str | int | Decimal | bool | tuple[str, ...]


class Status(StrEnum):
    """How an indicator came out."""

    AWARDED = "awarded"
    NOT_MET = "not_met"
    NOT_COUNTED = "not_counted"
    UNANSWERED = "unanswered"
    VETOED = "vetoed"


class Lost(NamedTuple):
    """A row of the same indicator that was reached too and gave way to a better one."""

    points: Points
    words: Mapping[str, Value]


class Finding(NamedTuple):
    """Points from ``low`` to ``high`` (equal where all that matters is known) and what they come from.

    ``sentence`` is the key of the sentence that explains it; ``facts`` are the person's, ``figures`` the policy's.
    ``missing`` are the questions whose answers would narrow the range.
    A named tuple, because a verdict makes dozens and these are made twice as fast as frozen dataclasses.
    """

    status: Status
    low: Points
    high: Points
    sentence: str
    facts: Mapping[str, Value]
    figures: Mapping[str, Value]
    missing: tuple[QuestionCode, ...] = ()
    lost: tuple[Lost, ...] = ()
    unverified_from: Month | None = None


def settled(
    points: Points,
    *,
    facts: Mapping[str, Value],
    figures: Mapping[str, Value],
    sentence: str = "",
    lost: tuple[Lost, ...] = (),
    unverified_from: Month | None = None,
) -> Finding:
    """Return a finding of known points: awarded unless they are 0."""
    status = Status.AWARDED if points else Status.NOT_MET
    return Finding(
        status, points, points, sentence or status, facts, figures, (), lost, unverified_from
    )


def open_between(
    low: Points,
    high: Points,
    *,
    missing: tuple[QuestionCode, ...],
    facts: Mapping[str, Value],
    figures: Mapping[str, Value],
    unverified_from: Month | None = None,
) -> Finding:
    """Return a finding that missing answers leave open between two different ends."""
    return Finding(
        status=Status.UNANSWERED,
        low=low,
        high=high,
        sentence=Status.UNANSWERED,
        facts=facts,
        figures=figures,
        missing=missing,
        unverified_from=unverified_from,
    )
