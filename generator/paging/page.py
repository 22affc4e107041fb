"""A page: where it is, what it is called, which template shows it and what the template is given."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from generator.paging.addresses import GUIDE, inside
from generator.policy.pages import GuidePlace

GUIDE_SCRIPT = "assets/guide/pages.js"
"""The script of those pages that keep, count, filter or find something."""


class SearchGroup(StrEnum):
    """Under which heading the search lists what it finds on a page."""

    QUESTIONS = "questions"
    CLAUSES = "clauses"
    STEPS = "steps"
    TERMS = "terms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """``body`` is the page kind's own frozen value; the template reads nothing else but the site's."""

    address: str
    """From the root of the site: ``indicators/age.html``."""
    template: str
    title: str
    description: str
    body: object
    text: str = ""
    """Which of the policy's texts it shows; the template gets that one as ``text``, and no other."""
    above: tuple["Crumb", ...] = ()
    """The pages above it, where that is not the guide."""
    runs_engine: bool = False
    scripts: tuple[str, ...] = ()
    """Plain scripts, run in this order; pages that run the engine bring their own."""
    place: GuidePlace | None = None
    """Where in the guide the page is listed."""
    search_group: SearchGroup = SearchGroup.CLAUSES
    is_searched: bool = True
    """False keeps the page out of the site's own search, where another page tells the same."""
    is_public: bool = True
    """False keeps the page out of search engines and navigation."""

    @property
    def breadcrumbs(self) -> tuple["Crumb", ...]:
        """The pages above it, the highest first: the guide above all that have a place in it."""
        return self.above if self.above or self.place is None else (_GUIDE,)

    @property
    def name(self) -> str:
        """What its scripts know it by, and its place inside the single file."""
        return inside(self.address)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """A page above this one."""

    title: str
    address: str


GUIDE_TITLE: Final = "办事指南"
_GUIDE: Final = Crumb(title=GUIDE_TITLE, address=GUIDE)
