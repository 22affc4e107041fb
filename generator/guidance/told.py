"""A timeline in words: its headline, its windows, its events, all of it as text to copy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Final

from generator.scoring.codes import IndicatorCode
from generator.scoring.dates import in_words
from generator.scoring.figures import shown, signed

type Plain = Mapping[str, Any]

NEVER: Final = "不变的话，到 {until}为止都达不到 {standard}。"
ONLY_POSSIBLE: Final = (
    "不变的话最早可能 {possible}达标；只算已经确定的分，到 {until}为止都不到 {standard}。"
)
POSSIBLE_THEN_CERTAIN: Final = "不变的话最早 {possible}、最晚 {first}达标，要看还没有答的几问。"
NOW: Final = "照这样下去，现在就达标，到 {until}为止一直达标。"
NOW_UNTIL: Final = "照这样下去，现在就达标，维持到 {last}。"
LATER: Final = "不变的话最早 {first}达标，之后到 {until}为止一直达标。"
LATER_UNTIL: Final = "不变的话最早 {first}达标，维持到 {last}。"
BEYOND: Final = "{beyond}起的日子，假定办法照旧。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A timeline's document, and what indicators are called."""

    timeline: Plain
    titles: Mapping[IndicatorCode, str]
    standards: Mapping[str, int]
    """The standard score of each edition."""

    @property
    def is_vetoed(self) -> bool:
        """Tell whether no points are to be had, today or later."""
        return all(
            event["score"] is None and event["range"][1] == 0 for event in self.timeline["events"]
        )

    def headline(self) -> str:
        """Return when the standard score is reached first and how long it holds.

        What is certain goes before what is only possible while answers are missing; what lies beyond the last edition
        is called assumed.
        """
        sentence, last = self._headline()
        beyond = self.timeline.get("beyond_edition_from")
        if beyond is None or last < beyond:
            return sentence
        return sentence + BEYOND.format(beyond=day_in_words(beyond))

    def _headline(self) -> tuple[str, str]:
        """Return the sentence, and the last day that it speaks of."""
        timeline = self.timeline
        last, standard = timeline["until"], self._standard()
        until = day_in_words(last)
        window = next(iter(timeline["windows"]), None)
        chance = next(iter(timeline["possible_windows"]), None)
        possible = "" if chance is None else day_in_words(chance["from"])
        if window is None:
            sentence = NEVER if chance is None else ONLY_POSSIBLE
            return sentence.format(possible=possible, until=until, standard=standard), last
        first = day_in_words(window["from"])
        if chance is not None and chance["from"] < window["from"]:
            return POSSIBLE_THEN_CERTAIN.format(possible=possible, first=first), window["from"]
        is_now = window["from"] == timeline["on"]
        if window["to"] is None:
            return (NOW if is_now else LATER).format(first=first, until=until), last
        sentence = NOW_UNTIL if is_now else LATER_UNTIL
        return sentence.format(first=first, last=day_in_words(window["to"])), window["to"]

    def standard_on(self, on: str) -> int:
        """Return the standard score of the edition that decides a day, written ``YYYY-MM-DD``."""
        stretches = self.timeline["editions"]
        stretch = next(each for each in reversed(stretches) if each["from"] <= on)
        return self.standards[stretch["edition"]]

    def _standard(self) -> str:
        """Return the standard score, and from when on an edition asks for another one."""
        days = [stretch["from"] for stretch in self.timeline["editions"]]
        changes = [
            f"{day_in_words(day)}起 {shown(self.standard_on(day))} 分"
            for before, day in pairwise(days)
            if self.standard_on(day) != self.standard_on(before)
        ]
        said = f"{shown(self.standard_on(days[0]))} 分"
        return f"{said}（{'、'.join(changes)}）" if changes else said

    def windows_after(self) -> list[str]:
        """Return the later windows in which the standard score is reached again."""
        return [f"{span_in_words(window)}又达标" for window in self.timeline["windows"][1:]]

    def pauses(self) -> list[str]:
        """Return when the points are enough and one may not apply, and why."""
        return [
            f"分数够，但 {span_in_words(pause)}不能申请：不满足{named(pause['because'])}。"
            for pause in self.timeline.get("apply_pauses", ())
        ]

    def events(self) -> list[Plain]:
        """Return each day on which something changes, with its score in words and why."""
        return [
            {
                "date": event["date"],
                "score": score_of(event),
                "says": f"{event['date']}：{score_of(event)} 分",
                "causes": self.causes(event),
            }
            for event in self.timeline["events"]
        ]

    def causes(self, event: Plain) -> list[str]:
        """Return why the score changes on a day; on the first one what it is made of."""
        is_first = event is self.timeline["events"][0]
        return [self._cause(change, is_first=is_first) for change in event["changes"]]

    def text(self, *more: str) -> str:
        """Return all of it as lines to copy; ``more`` follows what is said of windows."""
        lines = [
            f"{event['date']}　{score_of(event)} 分　"
            + "；".join(cause.removesuffix("。").removesuffix("；") for cause in self.causes(event))
            for event in self.timeline["events"]
        ]
        said = [self.headline(), *self.windows_after(), *self.pauses(), *filter(None, more)]
        return "\n".join([*said, "", *lines])

    def _cause(self, change: Plain, *, is_first: bool) -> str:
        title, because = self.titles[change["indicator"]], change["because"]
        if is_first:
            return f"{title}：{because}"
        if "range" in change:
            return f"{title}{because}"
        was, points = signed(change["was"]), signed(change["points"])
        return f"{title}{because}（{was} → {points}）"


def holding(spans: Sequence[Plain], on: str) -> Plain | None:
    """Return the span that a day, written ``YYYY-MM-DD``, lies in, if any."""
    lies_in = (span for span in spans if span["from"] <= on <= (span["to"] or on))
    return next(lies_in, None)


def score_of(event: Plain) -> str:
    """Return a day's score, or what it lies between."""
    if event["score"] is not None:
        return signed(event["score"])
    low, high = event["range"]
    return f"{signed(low)} 到 {signed(high)}"


def day_in_words(text: str) -> str:
    """Return a day of a document as sentences write it."""
    return in_words(date.fromisoformat(text))


def span_in_words(span: Plain) -> str:
    """Return from when to when, or since when where it still holds on the last day."""
    first = day_in_words(span["from"])
    return f"{first}起" if span["to"] is None else f"{first}到 {day_in_words(span['to'])}"


def named(titles: list[str]) -> str:
    """Return the titles of conditions, each in its marks."""
    return "、".join(f"“{title}”" for title in titles)
