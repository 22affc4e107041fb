"""The pages of a policy as they are written, and what is kept of them for the next build."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.building.kept_site import KeptSite
from generator.building.made_pages import (
    MadePages,
    are_many_others,
    linked_pages,
    packed_with,
    still_packed,
)
from generator.building.policy_part import PolicyPart
from generator.writing.links import Found
from generator.writing.output import Files


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedPart:
    """A policy's pages with all links made, beside those of the last build."""

    part: PolicyPart
    pages: MadePages

    @property
    def place(self) -> str:
        """Where the policy stands in the site."""
        return self.part.place

    @property
    def files(self) -> dict[str, bytes]:
        """The pages by their addresses in the site."""
        return {self.place + address: page.content for address, page in self.pages.linked.items()}

    @property
    def found(self) -> dict[str, Found]:
        """What the pages link to and what can be linked to in them, by their addresses in the site."""
        return {self.place + address: page.found for address, page in self.pages.linked.items()}

    @property
    def still_packed(self) -> dict[str, bytes]:
        """The compressed siblings of pages that are as the last build wrote them."""
        return still_packed(self.pages, self.part.before, self.place)

    def keep(self, kept: KeptSite, packed: Files) -> None:
        """Keeps what the next build may take over; ``packed`` are compressed siblings, its own among them."""
        if are_many_others(self.pages, self.part.before):
            kept.keep_pages(self.place, packed_with(self.pages, packed, self.place))
        if not self.part.answered.composed:
            kept.keep_policy(self.part)


def linked_part(part: PolicyPart, shared: Mapping[str, str], root: str) -> LinkedPart:
    """The part with its links made; ``shared`` are addresses of the site's own files by plain name."""
    pages = linked_pages(
        part.made,
        {**shared, **part.side.names},
        part.before,
        part.document,
        place=part.place,
        root=root,
    )
    return LinkedPart(part=part, pages=pages)
