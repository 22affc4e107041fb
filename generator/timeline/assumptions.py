"""What a timeline takes for granted, in the policy's sentences."""

from collections.abc import Iterator
from datetime import date

from generator.scoring.dates import first_day, in_words, month_in_words
from generator.scoring.explain import shown
from generator.scoring.ledger import first_unestablished
from generator.timeline.course import ONE_DAY, Course


def beyond_edition_from(course: Course) -> date | None:
    """Return the first day after the last edition's end, where the timeline reaches it."""
    first = course.stretches[-1].edition.last + ONE_DAY
    return first if course.until >= first else None


def unverified_from(course: Course) -> date | None:
    """Return the first day of the months without an established reference level, where the timeline reaches it."""
    first = first_day(first_unestablished(course.policy.yardsticks))
    return first if course.until >= first else None


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
    ledger = course.ledger
    if ledger is None:
        yield said("counts")
    elif ledger.added is None or ledger.base is None:
        yield said("ledger_ends")
    else:
        yield said("ledger", last=month_in_words(ledger.added - 1), base=shown(ledger.base))
    for stretch in course.stretches[1:]:
        yield said("edition", **{"from": in_words(stretch.first)})
    beyond, unverified = beyond_edition_from(course), unverified_from(course)
    if beyond is not None:
        yield said("beyond_edition", last=in_words(beyond - ONE_DAY), **{"from": in_words(beyond)})
    if unverified is not None:
        yield said("unverified", **{"from": in_words(unverified)})
