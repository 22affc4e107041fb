"""The outlook: a timeline in words, the days by which its score has to stand, a paper's renewals, and all of it as a calendar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from generator.guidance.calendar import calendar_text
from generator.guidance.deadlines import Due, due_in_words, read_due
from generator.guidance.guidance import Guidance
from generator.guidance.renewals import read_end, renewal_in_words
from generator.guidance.told import Told
from generator.scoring.answers import read_date, read_object
from generator.scoring.codes import Section
from generator.scoring.dates import add_years, in_words
from generator.scoring.memory import Memory
from generator.scoring.model import Policy
from generator.scoring.request import ASSUMED, REQUEST_KEYS, edition_on
from generator.timeline.document import timeline_of
from generator.timeline.reading import read_years

OF_TIMELINE: Final = (*REQUEST_KEYS, ASSUMED, "assume")
"""What a timeline takes of the request."""
KEYS: Final = (*OF_TIMELINE, "years", "deadlines", "permit_ends")
USUAL_YEARS: Final = 10
RECORDS: Final = frozenset({Section.DEDUCTION, Section.VETO})

VETOED: Final = "有一票否决的情形，往后也没有分数可算。"
NO_RECORDS: Final = "不良记录还没有答，这里按没有算。"
ASKED_LATER: Final = "{day}起另外要问的（{titles}），这里按没有算。"
ASSUMING: Final = "假定："

type Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an outlook's request says beyond a timeline's; ``ends``: the last day of the paper that is renewed, None where it is not said."""

    on: date
    until: date
    due: tuple[Due, ...]
    ends: date | None


def outlook_of(plain: object, policy: Policy, guidance: Guidance, memory: Memory) -> Plain:
    """Return the timeline of a request, put into words, and its calendar file.

    It reaches ``years`` ahead (10 where none are said), and as far as the last of the ``deadlines``: a year for
    each that is asked about. ``permit_ends`` asks for the renewals of a paper that ends then. Raises RequestError.
    """
    given = read_object(plain, "", KEYS)
    asked = read_asked(given, policy, guidance)
    request = {key: given[key] for key in OF_TIMELINE if key in given}
    timeline: Plain = timeline_of({**request, "until": asked.until.isoformat()}, policy, memory)
    told = Told(
        timeline=timeline,
        titles=_titles(policy),
        standards={edition.code: edition.standard_score for edition in policy.editions},
    )
    assumptions = [
        *_assumed_records(given, asked.on, policy),
        *_assumed_later(given, asked, policy),
        *timeline["assumptions"],
    ]
    renewal = renewal_in_words(asked.ends, asked.on, guidance.renewal)
    return {
        "timeline": timeline,
        "closed": VETOED if told.is_vetoed else None,
        "sentence": told.headline(),
        "pauses": told.pauses(),
        "windows": told.windows_after(),
        "notices": [
            notice["message"]
            for notice in timeline["notices"]
            if notice["path"].startswith("assume")
        ],
        "assumptions": assumptions,
        "events": told.events(),
        "deadlines": [
            {
                "deadline": due.day.code,
                "says": due_in_words(due, told),
                "authority": due.day.authority,
            }
            for due in asked.due
        ],
        "renewal": renewal,
        "text": "\n".join([told.text(renewal), "", ASSUMING, *assumptions]),
        "calendar": calendar_text(
            told,
            asked.due,
            asked.ends,
            guidance.renewal,
            name=guidance.calendar,
        ),
        "file": f"hujifen-{asked.on}.ics",
    }


def read_asked(given: Plain, policy: Policy, guidance: Guidance) -> Asked:
    """Return how far one looks and at what; raises RequestError at the key that is wrong."""
    on = read_date(given.get("on"), "on")
    edition_on(on, policy)
    due = tuple(read_due(given.get("deadlines"), on, guidance.deadlines))
    years = read_years(given.get("years")) or USUAL_YEARS
    return Asked(
        on=on,
        until=max([add_years(on, years), *(each.date for each in due)]),
        due=due,
        ends=read_end(given.get("permit_ends"), on),
    )


def _titles(policy: Policy) -> dict[str, str]:
    """Return what each indicator is called, in the newest edition that has it."""
    return {
        indicator.code: indicator.title
        for edition in policy.editions
        for indicator in edition.indicators
    }


def _assumed_records(given: Plain, on: date, policy: Policy) -> Iterator[str]:
    """Yield that the person has no records, where nobody has said so."""
    asked = {
        code
        for indicator in edition_on(on, policy).indicators
        if indicator.section in RECORDS
        for code in indicator.reads
    }
    if asked & set(given.get(ASSUMED) or ()):
        yield NO_RECORDS


def _assumed_later(given: Plain, asked: Asked, policy: Policy) -> Iterator[str]:
    """Yield for each edition to come, as far as one looks, what it alone asks and nobody has said anything of."""
    assumed = set(given.get(ASSUMED) or ()) - set(edition_on(asked.on, policy).questions)
    for edition in policy.editions:
        if asked.on < edition.first <= asked.until:
            new = assumed & set(edition.questions)
            titles = [each.title for each in edition.indicators if new & set(each.reads)]
            titles += [each.title for each in edition.conditions if new & set(each.reads)]
            if titles:
                yield ASKED_LATER.format(day=in_words(edition.first), titles="、".join(titles))
            assumed -= new
