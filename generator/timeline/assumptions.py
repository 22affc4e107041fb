"""What a timeline takes for granted, in the policy's sentences."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from generator.scoring.dates import first_day, in_words, month_in_words, month_of
from generator.scoring.figures import shown
from generator.scoring.ledger import first_unestablished, reference_level
from generator.scoring.notices import Notice
from generator.timeline.course import Course
from generator.timeline.spans import ONE_DAY


def beyond_edition_from(course: Course) -> date | None:
    """Return the first day after the last edition's end, where the timeline reaches it."""
    last = course.stretches[-1].edition.last
    return last + ONE_DAY if course.until > last else None


def unverified_from(course: Course) -> date | None:
    """Return the first day of the months without an established reference level, where the timeline reaches it."""
    first = first_day(first_unestablished(course.policy.yardsticks))
    return first if course.until >= first else None


def notices_ahead(course: Course) -> Iterator[Notice]:
    """Yield a notice where the assumed base lies outside the last known bounds."""
    base = course.assumed.base
    if base is None:
        return
    bounds = course.policy.yardsticks.statutory_average[-1]
    if not bounds.floor <= base <= bounds.cap:
        said = f"已知的缴费基数下限是 {shown(bounds.floor)} 元，上限是 {shown(bounds.cap)} 元"
        yield Notice("assume.base", f"{said}，这里写的是 {shown(base)} 元，请核对。")


def assumptions(course: Course) -> Iterator[str]:
    """Return the sentences, those about the person first."""
    texts = course.policy.timeline.assumptions

    def said(key: str, **words: object) -> str:
        return texts.get(key, "").format_map(words)

    yield said("unchanged", on=in_words(course.on))
    first = course.stretches[0]
    for code in first.growing:
        grows = first.edition.questions[code].grows
        if grows is not None:
            yield grows.says
    for key, words in _of_paying(course):
        yield said(key, **words)
    for stretch in course.stretches[1:]:
        yield said("edition", **{"from": in_words(stretch.first)})
    beyond, unverified = beyond_edition_from(course), unverified_from(course)
    if beyond is not None:
        yield said("beyond_edition", last=in_words(beyond - ONE_DAY), **{"from": in_words(beyond)})
    if unverified is not None:
        level = shown(level_ahead(course))
        yield said("unverified", level=level, **{"from": in_words(unverified)})


def level_ahead(course: Course) -> Decimal:
    """Return the reference level that stands in for the months for which none is established."""
    yardsticks = course.policy.yardsticks
    reading = course.readings[yardsticks.unestablished]
    return reference_level(month_of(course.until), yardsticks, reading)


def _of_paying(course: Course) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield the keys of what is assumed of the months to come, and the words of each."""
    ledger, now, start = course.ledger, month_of(course.on), course.assumed.start
    if course.assumed.stops:
        yield "stops", {"from": month_in_words(now)}
    elif start is not None and start > now:
        yield "resumes", {"from": month_in_words(start)}
    if ledger is None:
        yield "counts", {}
        return
    if ledger.added is not None:
        assert ledger.base is not None
        yield "ledger", {"from": month_in_words(ledger.added), "base": shown(ledger.base)}
    if ledger.end > now:
        yield "ledger_ahead", {}
    yield "ledger_ends", {}
