"""A timeline as the plain data of the command-line contract."""

from collections.abc import Iterable, Iterator, Mapping

from generator.scoring.codes import IndicatorCode
from generator.scoring.dates import in_words
from generator.scoring.model import Policy
from generator.scoring.verdict import Award, verdict_of
from generator.timeline.assumptions import (
    assumptions,
    beyond_edition_from,
    unverified_from,
)
from generator.timeline.causes import cause, first_cause
from generator.timeline.complete import refuse_open
from generator.timeline.course import ONE_DAY, Course
from generator.timeline.moments import Moment, moments_of
from generator.timeline.reading import read_timeline

type Plain = Mapping[str, object]
type Awards = Mapping[IndicatorCode, Award]


def timeline_of(plain: object, policy: Policy) -> Plain:
    """Return the score from the request's day to ``until``; raises RequestError also where the score stays open."""
    course = read_timeline(plain, policy)
    moments = list(moments_of(course))
    refuse_open(moments)
    windows = list(windows_of(moments))
    document: dict[str, object] = {
        "policy": policy.code,
        "on": course.on.isoformat(),
        "until": course.until.isoformat(),
        "standard_score": course.stretches[0].edition.standard_score,
        "first_date": windows[0]["from"] if windows else None,
        "windows": windows,
        "events": list(_events(course, moments)),
        "assumptions": list(assumptions(course)),
        "editions": [
            {"edition": stretch.edition.code, "from": stretch.first.isoformat()}
            for stretch in course.stretches
        ],
    }
    for key, day in (
        ("beyond_edition_from", beyond_edition_from(course)),
        ("unverified_from", unverified_from(course)),
    ):
        if day is not None:
            document[key] = day.isoformat()
    return document


def windows_of(moments: Iterable[Moment]) -> Iterator[Plain]:
    """Return the inclusive spans of days that meet the standard; ``to`` is null where the last still holds."""
    since = ""
    for moment in moments:
        if moment.meets_standard and not since:
            since = moment.day.isoformat()
        elif since and not moment.meets_standard:
            yield {"from": since, "to": (moment.day - ONE_DAY).isoformat()}
            since = ""
    if since:
        yield {"from": since, "to": None}


def _events(course: Course, moments: list[Moment]) -> Iterator[Plain]:
    before: Moment | None = None
    old: Awards = {}
    old_score: int | None = None
    for moment in moments:
        edition = moment.stretch.edition
        verdict = verdict_of(edition, moment.day, moment.findings)
        awards = {award.indicator.code: award for award in verdict.awards}
        changes = [
            _change(course, before, moment, old.get(code), award)
            for code, award in awards.items()
            if award.points != (old[code].points if code in old else 0)
        ]
        changes += [
            _dropped(course, moment, award)
            for code, award in old.items()
            if code not in awards and award.points
        ]
        if before is None or changes or verdict.score != old_score:
            yield {"date": moment.day.isoformat(), "score": verdict.score, "changes": changes}
        before, old, old_score = moment, awards, verdict.score


def _change(
    course: Course, before: Moment | None, moment: Moment, old: Award | None, award: Award
) -> Plain:
    was = 0 if old is None else old.points
    return {
        "indicator": award.indicator.code,
        "points": award.points,
        "was": was,
        "change": award.points - was,
        "because": first_cause(award, moment)
        if before is None
        else cause(course, before, moment, old, award),
    }


def _dropped(course: Course, moment: Moment, old: Award) -> Plain:
    text = course.policy.timeline.because.get("edition", "")
    return {
        "indicator": old.indicator.code,
        "points": 0,
        "was": old.points,
        "change": -old.points,
        "because": text.format_map({"edition": in_words(moment.stretch.edition.first)}),
    }
