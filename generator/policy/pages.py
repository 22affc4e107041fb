"""pages/<name>.md: a page of its own. Between two lines ``---`` stands what the site has to know of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from generator.scoring.marks import Count, Key


class GuideGroup(StrEnum):
    """Where in the guide a page stands."""

    BEFORE = "before"
    APPLYING = "applying"
    AFTER = "after"
    DOUBTS = "doubts"


class Reader(StrEnum):
    """For whom a page is among the first to read."""

    APPLICANT = "applicant"
    EMPLOYER = "employer"
    PARENT = "parent"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidePlace:
    """A page's place in the guide: its group, and a number that pages of a group are sorted by."""

    group: GuideGroup
    order: Count
    readers: Annotated[tuple[Reader, ...], Key("for")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of a way that several take together; ``by``: those who can do it, the usual one first."""

    title: str
    by: tuple[str, ...]
    where: str
    takes: str
    gives: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """Steps in order, and the names of those who do them, from top to bottom."""

    names: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """Days of a year that ends when something is due, or after it (``late``)."""

    when: str
    says: str
    lasts: str = ""
    """How many days, as a reference; left out for the rest of the year and for what has no end."""
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class YearStrip:
    """The year up to the day on which something is ``due``, and what comes after."""

    due: str
    phases: tuple[Phase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHead:
    """What the head of a page says; without a place in the guide other texts have to lead to it.

    ``lanes`` and ``year`` are drawn where the text says ``picture("lanes")`` and ``picture("year")``.
    """

    title: str
    lead: str
    description: str
    guide: GuidePlace | None = None
    lanes: Lanes | None = None
    year: YearStrip | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A page that is one Markdown text, which is among the policy's texts as ``pages/<name>.md``."""

    name: str
    title: str
    lead: str
    description: str
    place: GuidePlace | None
    lanes: Lanes | None
    year: YearStrip | None
