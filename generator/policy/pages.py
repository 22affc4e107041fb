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
class PageHead:
    """What the head of a page says; without a place in the guide other texts have to lead to it."""

    title: str
    lead: str
    description: str
    guide: GuidePlace | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A page that is one Markdown text."""

    name: str
    title: str
    lead: str
    description: str
    place: GuidePlace | None
    text: str
