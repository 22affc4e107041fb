"""Read the request for plans: a score request, by when, what is struck out, at which base a ledger goes on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.scoring.answers import one_of, read_date, read_list, read_object
from generator.scoring.codes import IndicatorCode
from generator.scoring.errors import RequestError
from generator.scoring.model import Policy
from generator.scoring.request import REQUEST_KEYS, edition_on
from generator.timeline.assuming import read_assumed
from generator.timeline.course import Course
from generator.timeline.reading import course_of, read_with_later

EXTRA = ("by", "exclude", "assume")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked: the course up to the last day that plans may use, and the indicators that are struck out.

    ``plain`` is the score request as it was given; ``by`` the day asked for, if any.
    """

    course: Course
    by: date | None
    excluded: frozenset[IndicatorCode]
    plain: Mapping[str, Any]


def read_wish(plain: Any, policy: Policy) -> Wish:  # noqa: ANN401 -- JSON value
    """Return the wish; raises RequestError with the path and the mend.

    Plans reach as far as the last edition: later days can't be confirmed by a score.
    """
    given = read_object(plain, "", (*REQUEST_KEYS, *EXTRA))
    request, later = read_with_later(given, policy, EXTRA)
    by = None if given.get("by") is None else read_date(given["by"], "by")
    if by is not None and by < request.on:
        raise RequestError("by", f"{by} 早于计算日 {request.on}，请选当天或以后的日期。")
    last = policy.editions[-1].last
    until = last if by is None else min(by, last)
    return Wish(
        course=course_of(request, until, later, read_assumed(given.get("assume"), request)),
        by=by,
        excluded=frozenset(_excluded(given.get("exclude"), request.on, policy)),
        plain={key: given[key] for key in REQUEST_KEYS},
    )


def _excluded(plain: Any, on: date, policy: Policy) -> list[IndicatorCode]:  # noqa: ANN401 -- JSON value
    if plain is None:
        return []
    known = [indicator.code for indicator in edition_on(on, policy).indicators]
    return [
        one_of(code, known, f"exclude[{place}]")
        for place, code in enumerate(read_list(plain, "exclude"))
    ]
