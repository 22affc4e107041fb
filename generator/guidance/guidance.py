"""What a policy says beside its points, as far as answers decide what of it concerns a person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Final

from generator.scoring.codes import IndicatorCode, QuestionCode
from generator.scoring.marks import Key
from generator.scoring.records import read_record, write_record

DOCUMENT_KEY: Final = "guidance"
"""Where it stands in the scoring document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerWanted:
    """Holds where a question has this answer; exactly one of the three is given."""

    question: QuestionCode
    is_: Annotated[bool | str | None, Key("is")] = None
    is_not: bool | str | None = None
    at_least: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperToBring:
    """A paper. Without indicators it is for everyone; ``when`` holds where any of its conditions does."""

    code: Annotated[str, Key("paper")]
    name: str
    from_: Annotated[str, Key("from")]
    indicators: tuple[IndicatorCode, ...] = ()
    when: tuple[AnswerWanted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDay:
    """A day of each year by which the score has to stand, ``years_before`` the year that a person names."""

    code: Annotated[str, Key("deadline")]
    title: str
    years_before: int = 0
    month: int
    day: int
    says: str
    needs: str
    breaks: str
    authority: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterRenewal:
    """What of a renewal is otherwise from a day on, as that day is written."""

    from_: Annotated[str, Key("from")]
    window: int
    kept: int
    authority: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """So many days before a paper's last one it is renewed; so many after it, being late can be mended."""

    window: int
    kept: int
    authority: str
    later: tuple[LaterRenewal, ...] = ()
    """Oldest first."""
    sentences: Mapping[str, str]
    """By key, with words in braces: what is said of the next window, of one that is past, of being late, in a calendar."""

    def on(self, day: date) -> "Renewal | LaterRenewal":
        """Return what holds on a day."""
        written = day.isoformat()
        return next((each for each in reversed(self.later) if each.from_ <= written), self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """All of it; empty where a policy says nothing.

    ``nothing`` is what people answer who have nothing of what a question asks for.
    """

    papers: tuple[PaperToBring, ...] = ()
    deadlines: tuple[DueDay, ...] = ()
    renewal: Renewal | None = None
    calendar: str = ""
    """What the calendar file is called."""
    nothing: Mapping[QuestionCode, Any] = field(default_factory=dict)


def read_guidance(document: Mapping[str, Any]) -> Guidance:
    """Return what a plain scoring document has of it."""
    return read_record(Guidance, document.get(DOCUMENT_KEY, {}))


def write_guidance(guidance: Guidance) -> dict[str, Any]:
    """Return its part of the scoring document: none where there is nothing to say."""
    return {} if guidance == Guidance() else {DOCUMENT_KEY: write_record(guidance)}
