"""What one policy brings to the site, step by step: what answers requests about it, then its pages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.building.made_pages import Article, MadePage, MadePages
from generator.building.rendered_site import Composed, SiteText
from generator.loading.checklist import Checklist
from generator.loading.model import PolicyText
from generator.paging.addresses import up_from
from generator.paging.compose import EngineFacts
from generator.paging.placement import Introduced, Placement
from generator.paging.self_check_page import CasesFile
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
    composed: tuple[Composed, ...] = ()
    """Its pages before they are rendered, where they are known from before."""

    @property
    def scored(self) -> Scored:
        """What its engine is made of."""
        return Scored(
            policy_text=self.policy.scoring_text,
            score_json=self.score_json,
            requests=self.cases.requests,
            place=self.placement.place,
            has_offline=self.policy.has_single_file,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyPart:
    """The pages of a policy as text with ``site:`` links, and what the search finds in them."""

    answered: Answered
    side: BrowserSide
    text: SiteText
    before: MadePages
    """Those of the last build."""
    made: Mapping[str, MadePage]
    """By the address behind the policy's place."""
    document: Article | None
    """The single file, before its articles and what its search looks through are put in."""

    @property
    def place(self) -> str:
        """Where the policy stands in the site."""
        return self.answered.placement.place

    @property
    def articles(self) -> dict[str, Article]:
        """What the single file has of the pages, by the address behind the policy's place."""
        return {
            address: page.article for address, page in self.made.items() if page.article is not None
        }

    @property
    def entries(self) -> Iterator[Entry]:
        """What the search finds in the pages, by the address behind the policy's place."""
        for page in self.made.values():
            yield from page.entries

    def entries_of_site(self, policies: int) -> Iterator[Entry]:
        """What the search of a site with so many policies finds here: of which policy, where there are several."""
        policy = self.answered.policy
        for entry in self.entries:
            page = entry.page if policies == 1 else f"{policy.title} · {entry.page}"
            yield replace(entry, address=self.place + entry.address, page=page)

    @property
    def published(self) -> Published:
        """What the outside world is told of it."""
        policy = self.answered.policy
        changes = policy.guide.changes
        checked = max(document.checked_on for document in policy.documents.values())
        return Published(
            code=policy.code,
            title=policy.title,
            addresses=[page.address for page in self.text.pages if page.is_public],
            changed_on=changes[0].on if changes else checked,
            place=self.place,
            changes=changes,
            picture=policy.picture,
        )


def engine_facts(answered: Answered, side: BrowserSide) -> EngineFacts:
    """What pages must know of the engine, with addresses as seen from them."""
    return EngineFacts(
        manifest=side.manifest,
        scoring_hash=side.scoring_hash,
        cases_address=up_from(answered.placement.place) + answered.cases.address,
    )


def introduced(policy: PolicyText | Checklist, place: str) -> Introduced:
    """What the list of all policies says of one."""
    if isinstance(policy, Checklist):
        return Introduced(place=place, title=policy.file.title, says=policy.file.description)
    says = policy.home.description if policy.home else ""
    return Introduced(place=place, title=policy.title, says=says, site=policy.site)


def with_all_search_words(
    policies: Sequence[PolicyText | Checklist],
) -> list[PolicyText | Checklist]:
    """The policies, each with the search words of all: one search finds what any of them says."""
    scored = [policy for policy in policies if isinstance(policy, PolicyText)]
    words = tuple(word for policy in scored for word in policy.search_words)
    return [
        replace(policy, search_words=words) if isinstance(policy, PolicyText) else policy
        for policy in policies
    ]
