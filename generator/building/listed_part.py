"""What a policy without points brings to the site: one page, and an engine with its conditions."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.loading.checklist import Checklist
from generator.paging.addresses import HOME
from generator.paging.checklist_page import SCRIPT, checklist_body
from generator.paging.placement import Placement
from generator.rendering.checklist import checklist_entries, render_checklist
from generator.rendering.compiled import CompiledTemplates
from generator.rendering.search_index import Entry
from generator.writing.browser_side import BrowserSide, Scored
from generator.writing.discovery import Published
from generator.writing.links import resolved


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A policy without points, where it stands, and what answers requests about it."""

    policy: Checklist
    placement: Placement
    score_json: Callable[[str], str]

    @property
    def scored(self) -> Scored:
        """What its engine is made of."""
        return Scored(
            policy_text=self.policy.scoring_text,
            score_json=self.score_json,
            requests=tuple(self.policy.requests.values()),
            place=self.placement.place,
            modules=(SCRIPT,),
            has_offline=False,
            has_points=False,
        )

    @property
    def published(self) -> Published:
        """What the outside world is told of it."""
        return Published(
            code=self.policy.scoring.code,
            title=self.policy.file.title,
            addresses=(HOME,),
            changed_on=self.policy.checked_on,
            place=self.placement.place,
        )

    def page(
        self,
        side: BrowserSide,
        templates: Path,
        compiled: CompiledTemplates,
        assets: Collection[str],
        base_url: str,
    ) -> dict[str, str]:
        """Its page with ``site:`` links, by the address behind its place."""
        address = f"{base_url}/{self.placement.place}" if base_url else ""
        body = checklist_body(self.policy, side.manifest)
        html = render_checklist(
            self.policy.file,
            body,
            self.placement,
            templates,
            compiled,
            assets=assets,
            address=address,
        )
        return {HOME: html}

    def entries(self) -> Iterator[Entry]:
        """What the search of the site finds here."""
        for entry in checklist_entries(self.policy):
            yield replace(entry, address=self.placement.place + entry.address)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPart:
    """The page of such a policy as text with ``site:`` links, and what stands beside it."""

    listed: Listed
    side: BrowserSide
    made: Mapping[str, str]
    """By the address behind the policy's place."""

    @property
    def published(self) -> Published:
        """What the outside world is told of it."""
        return self.listed.published

    def entries_of_site(self, _policies: int) -> Iterator[Entry]:
        """What the search of a site with so many policies finds here; it says of which policy in any case."""
        return self.listed.entries()

    def files(self, shared: Mapping[str, str], root: str) -> dict[str, bytes]:
        """The page with all links made, by its address in the site; ``shared`` as with ``linked_part``."""
        names = {**shared, **self.side.names}
        return resolved(self.made, names, root=root, place=self.listed.placement.place)
