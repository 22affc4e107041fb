"""Read the request for plans: a score request, by when, what is struck out, and what a timeline may assume."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.scoring.answers import one_of, read_date, read_list, read_object
from generator.scoring.changing import Effort
from generator.scoring.codes import IndicatorCode
from generator.scoring.dates import add_years
from generator.scoring.errors import RequestError
from generator.scoring.model import Policy
from generator.scoring.plain import Written, write_json
from generator.scoring.request import ASSUMED, REQUEST_KEYS, edition_on
from generator.timeline.assuming import read_assumed
from generator.timeline.course import Course
from generator.timeline.reading import MOST_YEARS, course_of, read_with_later, read_years

EXTRA = ("by", "years", "exclude", "assume")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRequest:
    """What is asked.

    ``course`` is how things go on up to the last day that plans may use; ``by`` is the day asked for, if any;
    ``plain`` is the score request as it was given, ``written`` the JSON text of each of its answers, ``ledgers`` those
    that plans have in the place of its own: what all plans repeat is written once.
    """

    course: Course
    by: date | None
    without_indicators: frozenset[IndicatorCode]
    without_efforts: frozenset[Effort]
    plain: Mapping[str, Any]
    written: Mapping[str, Written]
    ledgers: dict[Hashable, Written] = field(default_factory=dict)


def read_plan_request(plain: Any, policy: Policy) -> PlanRequest:  # noqa: ANN401 -- JSON value
    """Return the request; raises RequestError with the path and the mend.

    ``years`` says ``by`` as so many years ahead. Without either plans reach as far as the last edition, where a
    score can confirm each of them, or as far as they can where that has no end.
    """
    given = read_object(plain, "", (*REQUEST_KEYS, ASSUMED, *EXTRA))
    request, later = read_with_later(given, policy, (*EXTRA, ASSUMED))
    by = None if given.get("by") is None else read_date(given["by"], "by")
    years = read_years(given.get("years"))
    if by is None and years is not None:
        by = add_years(request.on, years)
    last = add_years(request.on, MOST_YEARS)
    if by is not None and by < request.on:
        raise RequestError("by", f"{by} 早于计算日 {request.on}，请选当天或以后的日期。")
    if by is not None and by > last:
        raise RequestError("by", f"{by} 太远了，请选 {last} 或更早的日期。")
    indicators, efforts = _excluded(given.get("exclude"), request.on, policy)
    until = min(policy.last_day, last) if by is None else by
    return PlanRequest(
        course=course_of(request, until, later, read_assumed(given.get("assume"), request)),
        by=by,
        without_indicators=indicators,
        without_efforts=efforts,
        plain={key: given[key] for key in REQUEST_KEYS},
        written={code: Written(write_json(each)) for code, each in given["answers"].items()},
    )


def _excluded(
    plain: Any,  # noqa: ANN401 -- JSON value
    on: date,
    policy: Policy,
) -> tuple[frozenset[IndicatorCode], frozenset[Effort]]:
    """Return the indicators and the efforts that are struck out."""
    indicators = [indicator.code for indicator in edition_on(on, policy).indicators]
    efforts = [effort.value for effort in Effort]
    codes = [
        one_of(code, (*indicators, *efforts), f"exclude[{place}]")
        for place, code in enumerate(() if plain is None else read_list(plain, "exclude"))
    ]
    return (
        frozenset(codes),
        frozenset(Effort(code) for code in codes if code in efforts),
    )
