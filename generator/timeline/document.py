"""A timeline as the plain data of the command-line contract."""

from collections.abc import Iterator, Mapping

from generator.scoring.codes import IndicatorCode
from generator.scoring.dates import in_words
from generator.scoring.memory import Memory
from generator.scoring.model import Policy
from generator.scoring.notices import notices_of
from generator.scoring.points import Points
from generator.scoring.verdict import Award
from generator.timeline.applying import applying, pauses
from generator.timeline.assumptions import (
    assumptions,
    beyond_edition_from,
    notices_ahead,
    unverified_from,
)
from generator.timeline.causes import cause, first_cause
from generator.timeline.course import Course
from generator.timeline.moments import Moment, moments_of
from generator.timeline.reading import read_timeline
from generator.timeline.spans import Span, spans_of

type Plain = Mapping[str, object]
type Awards = Mapping[IndicatorCode, Award]

NOTHING = (0, 0, 0)
"""Points known, and both ends, of an award that is not there."""


def timeline_of(plain: object, policy: Policy, memory: Memory) -> Plain:
    """Return the score from the request's day to ``until``: as a range on days on which something is open.

    Raises RequestError. Beyond the contract: ``notices`` (as in a verdict, and of what is assumed), ``editions``, with
    each change the points before it and why, and ``apply_pauses`` where the points are enough and one may not apply.
    """
    request, course = read_timeline(plain, policy)
    moments = list(moments_of(course, memory))
    last = course.until
    windows = list(spans_of(((each.day, each.meets_standard) for each in moments), last))
    possible = spans_of(((each.day, each.may_meet_standard) for each in moments), last)
    apply = [span for window in windows for span in applying(course, window)]
    document: dict[str, object] = {
        "policy": policy.code,
        "on": course.on.isoformat(),
        "until": course.until.isoformat(),
        "standard_score": course.stretches[0].edition.standard_score,
        "first_date": windows[0][0].isoformat() if windows else None,
        "windows": [_written(span, course) for span in windows],
        "possible_windows": [_written(span, course) for span in possible],
        "apply_windows": [_written(span, course) for span in apply],
        "events": list(_events(course, moments)),
        "assumptions": [sentence for sentence in assumptions(course) if sentence],
        "notices": [notice._asdict() for notice in (*notices_of(request), *notices_ahead(course))],
        "editions": [
            {"edition": stretch.edition.code, "from": stretch.first.isoformat()}
            for stretch in course.stretches
        ],
    }
    paused = [pause for window in windows for pause in pauses(course, window)]
    if paused:
        document["apply_pauses"] = [
            {**_written((first, last), course), "because": because}
            for first, last, because in paused
        ]
    for key, day in (
        ("beyond_edition_from", beyond_edition_from(course)),
        ("unverified_from", unverified_from(course)),
    ):
        if day is not None:
            document[key] = day.isoformat()
    return document


def _written(span: Span, course: Course) -> Plain:
    """Return a span as the contract has it; ``to`` is null where it still holds on the last day."""
    first, last = span
    return {
        "from": first.isoformat(),
        "to": None if last == course.until else last.isoformat(),
    }


def _events(course: Course, moments: list[Moment]) -> Iterator[Plain]:
    before: Moment | None = None
    old: Awards = {}
    old_range: tuple[Points, Points] | None = None
    for moment in moments:
        verdict = moment.verdict
        awards = {award.indicator.code: award for award in verdict.awards}
        changes = [
            _change(course, before, moment, old.get(code), award)
            for code, award in awards.items()
            if _worth(award) != _worth(old.get(code))
        ]
        changes += [
            _dropped(course, moment, award)
            for code, award in old.items()
            if code not in awards and _worth(award) != NOTHING
        ]
        ends = (verdict.low, verdict.high)
        if before is None or changes or ends != old_range:
            yield {
                "date": moment.day.isoformat(),
                "score": verdict.score,
                "range": ends,
                "changes": changes,
            }
        before, old, old_range = moment, awards, ends


def _worth(award: Award | None) -> tuple[Points, Points, Points]:
    return NOTHING if award is None else (award.points, award.low, award.high)


def _change(
    course: Course, before: Moment | None, moment: Moment, old: Award | None, award: Award
) -> Plain:
    was, low, high = _worth(old)
    change: dict[str, object] = {
        "indicator": award.indicator.code,
        "points": award.points,
        "was": was,
        "change": award.points - was,
        "because": first_cause(award, moment)
        if before is None
        else cause(course, before, moment, old, award),
    }
    if award.low != award.high or low != high:
        change |= {"range": [award.low, award.high], "was_range": [low, high]}
    return change


def _dropped(course: Course, moment: Moment, old: Award) -> Plain:
    text = course.policy.timeline.because.get("edition", "")
    return {
        "indicator": old.indicator.code,
        "points": 0,
        "was": old.points,
        "change": -old.points,
        "because": text.format_map({"edition": in_words(moment.stretch.edition.first)}),
    }
