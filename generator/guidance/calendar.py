"""What matters of a timeline as an iCalendar file, with an alarm ahead of each.

These are the days to come on which the standard score is reached or lost or has to stand, the windows in which a
paper is renewed, and the end of the policy. The same request gives the same bytes: a file says of itself the day that is asked about.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from generator.guidance.deadlines import Due
from generator.guidance.guidance import Renewal
from generator.guidance.renewals import late_in_words, windows_of
from generator.guidance.told import Plain, Told, holding, score_of
from generator.scoring.dates import in_words
from generator.scoring.figures import shown

AHEAD: Final = "-P14D"
"""An alarm comes so long before."""
MOST_BYTES: Final = 75
"""A line of the file has at most so many (RFC 5545, 3.1)."""
LINE_END: Final = "\r\n"

REACHES: Final = "积分达标：{score} 分（模拟）"
LOSES: Final = "积分不再达标：{score} 分（模拟）"
DUE: Final = "{year} 年{title}：{standard} 分要有效（往年的日子，以当年通知为准）"
EDITION_ENDS: Final = "本站所依据的积分办法到此为止，分数要重新核对"


class Entry(NamedTuple):
    """From one day to another, both included."""

    first: date
    last: date
    summary: str
    description: str


def calendar_text(
    told: Told, due: Sequence[Due], ends: date | None, renewal: Renewal | None, *, name: str
) -> str:
    """Return the file called ``name``, with the entries that are not over on the day of the request."""
    timeline = told.timeline
    on, until = (date.fromisoformat(timeline[key]) for key in ("on", "until"))
    standard = shown(timeline["standard_score"])
    entries = [*_turns(told), *_end_of_policy(timeline)]
    entries += [
        Entry(
            each.date,
            each.date,
            DUE.format(year=each.year, title=each.day.title, standard=standard),
            each.day.needs,
        )
        for each in due
    ]
    if ends is not None and renewal is not None:
        entries += [
            Entry(
                first,
                last,
                renewal.sentences["entry"].format(last=in_words(last)),
                late_in_words(renewal, last),
            )
            for first, last in windows_of(ends, until, renewal)
        ]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//hujifen//calculator//ZH",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    coming = [entry for entry in entries if entry.last > on]
    for place, entry in enumerate(coming):
        lines += _lines(entry, place, on)
    lines.append("END:VCALENDAR")
    return "".join([folded(line) + LINE_END for line in lines])


def _turns(told: Told) -> Iterator[Entry]:
    """Yield the days on which the standard score is reached, and those on which it is lost."""
    windows = told.timeline["windows"]
    reached = {window["from"] for window in windows}

    def meets(event: Plain) -> bool:
        return holding(windows, event["date"]) is not None

    for before, event in pairwise([None, *told.timeline["events"]]):
        is_lost = before is not None and meets(before) and not meets(event)
        if event["date"] in reached or is_lost:
            day = date.fromisoformat(event["date"])
            summary = LOSES if is_lost else REACHES
            description = "\n".join(told.causes(event))
            yield Entry(day, day, summary.format(score=score_of(event)), description)


def _end_of_policy(timeline: Plain) -> Iterator[Entry]:
    end = timeline.get("beyond_edition_from")
    if end is not None:
        yield Entry(date.fromisoformat(end), date.fromisoformat(end), EDITION_ENDS, "")


def _lines(entry: Entry, place: int, on: date) -> list[str]:
    summary = escaped(entry.summary)
    # A file's end is the first day after it.
    after = entry.last + timedelta(days=1)
    return [
        "BEGIN:VEVENT",
        f"UID:{entry.first}-{place}@hujifen",
        f"DTSTAMP:{on:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{entry.first:%Y%m%d}",
        *([f"DTEND;VALUE=DATE:{after:%Y%m%d}"] if entry.last > entry.first else []),
        f"SUMMARY:{summary}",
        *([f"DESCRIPTION:{escaped(entry.description)}"] if entry.description else []),
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{summary}",
        f"TRIGGER:{AHEAD}",
        "END:VALARM",
        "END:VEVENT",
    ]


def escaped(text: str) -> str:
    """Return text as a value of the file has it."""
    for mark in "\\;,":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """Return a line in as many as it needs: no character is cut in two."""
    parts = [""]
    size = 0
    for character in line:
        size += len(character.encode())
        if size > MOST_BYTES:
            parts.append(" ")
            size = 1 + len(character.encode())
        parts[-1] += character
    return LINE_END.join(parts)
