"""What one policy brings to the site, step by step: what answers requests about it, then its pages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.loading.model import PolicyText
from generator.paging.addresses import up_from
from generator.paging.compose import EngineFacts
from generator.paging.placement import Placement
from generator.paging.self_check_page import CasesFile
from generator.rendered_site import SiteText
from generator.rendering.search_index import Entry
from generator.writing.browser_side import BrowserSide, Scored
from generator.writing.discovery import Published


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A policy, where it stands, what answers requests about it, and its cases with their answers."""

    policy: PolicyText
    placement: Placement
    score_json: Callable[[str], str]
    cases: CasesFile

    @property
    def scored(self) -> Scored:
        """What its engine is made of."""
        return Scored(
            policy_text=self.policy.scoring_text,
            score_json=self.score_json,
            requests=self.cases.requests,
            place=self.placement.place,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyPart:
    """The pages of a policy as text with ``site:`` links, and what the search finds in them."""

    answered: Answered
    side: BrowserSide
    text: SiteText
    html: Mapping[str, str]
    """By the address behind the policy's place."""
    entries: tuple[Entry, ...]

    def entries_of_site(self, policies: int) -> Iterator[Entry]:
        """What the search of a site with so many policies finds here: of which policy, where there are several."""
        policy, place = self.answered.policy, self.answered.placement.place
        for entry in self.entries:
            page = entry.page if policies == 1 else f"{policy.title} · {entry.page}"
            yield replace(entry, address=place + entry.address, page=page)

    @property
    def published(self) -> Published:
        """What the outside world is told of it."""
        return Published(
            policy=self.answered.policy,
            pages=self.text.pages,
            place=self.answered.placement.place,
        )


def engine_facts(answered: Answered, side: BrowserSide) -> EngineFacts:
    """What pages must know of the engine, with addresses as seen from them."""
    return EngineFacts(
        manifest=side.manifest,
        scoring_hash=side.scoring_hash,
        cases_address=up_from(answered.placement.place) + answered.cases.address,
    )


def with_all_search_words(policies: Sequence[PolicyText]) -> list[PolicyText]:
    """The policies, each with the search words of all: one search finds what any of them says."""
    words = tuple(word for policy in policies for word in policy.search_words)
    return [replace(policy, search_words=words) for policy in policies]
