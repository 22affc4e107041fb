"""Pages that are one Markdown text of the policy's ``pages`` folder; what they are called stands in their heads."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging.page import Page, SearchGroup
from generator.policy.pages import Lanes, YearStrip


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseBody:
    """``name`` tells the text in messages; ``lanes`` and ``year`` are drawn where it says so."""

    name: str
    lead: str
    lanes: Lanes | None
    year: YearStrip | None


def prose_pages(policy: PolicyText) -> Iterator[Page]:
    """All of them, in the order of their names."""
    for page in policy.pages.values():
        name = f"pages/{page.name}.md"
        yield Page(
            address=f"{page.name}.html",
            template="pages/prose.html.j2",
            title=page.title,
            description=page.description,
            place=page.place,
            search_group=SearchGroup.STEPS,
            text=name,
            body=ProseBody(
                name=name,
                lead=page.lead,
                lanes=page.lanes,
                year=page.year,
            ),
        )
