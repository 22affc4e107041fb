"""Days by which the standard score has to stand, such as a child's exam: whether it does, and what would undo it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from generator.guidance.guidance import DueDay
from generator.guidance.told import Told, day_in_words, holding, named
from generator.guidance.years import day_in
from generator.scoring.answers import read_object
from generator.scoring.dates import is_digits
from generator.scoring.errors import RequestError
from generator.scoring.figures import shown

MOST_YEARS: Final = 25
"""A year that can be meant lies so far ahead at most."""
YEAR_DIGITS: Final = 4

ASKED: Final = "{year} 年{title}：照往年推算是 {date}（{says}）。"
PAST: Final = "这一天已经过了。"
STANDS: Final = "照这样下去，那天够 {standard} 分，以后在看到的年份里也一直够。"
UNTIL: Final = "照这样下去，那天够 {standard} 分，维持到 {last}；之后{why}。"
PERHAPS: Final = "那天可能够 {standard} 分，要看还没有答的几问。"
SHORT: Final = "照这样下去，那天还不够 {standard} 分。"
LATER: Final = "最早要到 {first}。"
PAUSED: Final = "分数够，但那时不满足{why}，请先接上。"
NOTICE: Final = "以当年通知为准。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Such a day of the year that somebody names."""

    day: DueDay
    year: int

    @property
    def date(self) -> date:
        """Return the day, as it was in years that are known."""
        return day_in(self.year - self.day.years_before, self.day.month, self.day.day)


def read_due(value: Any, on: date, days: Sequence[DueDay]) -> Iterator[Due]:  # noqa: ANN401 -- JSON value
    """Yield the days that a year is named for, in the order of the data; raises RequestError at the year that is wrong."""
    known = {day.code: day for day in days}
    given = {} if value is None else read_object(value, "deadlines", known)
    for code, day in known.items():
        if given.get(code) is not None:
            yield Due(day=day, year=_read_year(given[code], on, f"deadlines.{code}"))


def due_in_words(due: Due, told: Told) -> str:
    """Return whether the score stands on the day, until when, and what would undo it."""
    day, timeline = due.day, told.timeline
    on = due.date.isoformat()
    says = [
        ASKED.format(year=due.year, title=day.title, date=day_in_words(on), says=day.says),
    ]
    if on < timeline["on"]:
        return "".join([*says, PAST])
    says += _standing(on, told)
    pause = holding(timeline.get("apply_pauses", ()), on)
    if pause is not None:
        says.append(PAUSED.format(why=named(pause["because"])))
    return "".join([*says, f"{day.needs}。{day.breaks}。", NOTICE])


def _standing(on: str, told: Told) -> Iterator[str]:
    timeline = told.timeline
    standard, windows = shown(told.standard_on(on)), timeline["windows"]
    window = holding(windows, on)
    if window is not None and window["to"] is None:
        yield STANDS.format(standard=standard)
    elif window is not None:
        last = window["to"]
        yield UNTIL.format(standard=standard, last=day_in_words(last), why=_fall_after(last, told))
    elif holding(timeline["possible_windows"], on) is not None:
        yield PERHAPS.format(standard=standard)
    else:
        yield SHORT.format(standard=standard)
        later = next((each["from"] for each in windows if each["from"] > on), None)
        if later is not None:
            yield LATER.format(first=day_in_words(later))


def _fall_after(last: str, told: Told) -> str:
    """Return why the standard score is lost on the day after."""
    after = (date.fromisoformat(last) + timedelta(days=1)).isoformat()
    fall = next((event for event in told.timeline["events"] if event["date"] == after), None)
    return "" if fall is None else "；".join(told.causes(fall))


def _read_year(value: Any, on: date, path: str) -> int:  # noqa: ANN401 -- JSON value
    text = str(value) if type(value) is int else value
    year = 0
    if isinstance(text, str) and is_digits(text) and len(text) == YEAR_DIGITS:
        year = int(text)
    if not on.year <= year <= on.year + MOST_YEARS:
        raise RequestError(path, f"请填年份，{on.year} 到 {on.year + MOST_YEARS} 年之间的。")
    return year
