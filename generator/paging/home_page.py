"""The first page: what this is, who starts where, which edition is in force."""

from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.editions import ScoredEdition
from generator.paging.guide_index_page import pages_for
from generator.paging.page import Page
from generator.paging.placement import PolicyLink
from generator.policy.pages import Reader
from generator.scoring.codes import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrance:
    """What someone should read first; ``code`` names the words for them."""

    code: str
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeBody:
    """What the first page shows."""

    edition: ScoredEdition
    entrances: tuple[Entrance, ...]
    heading: str
    gives: str
    """What the standard score gives; empty where the policy does not say."""
    has_deductions: bool
    has_levels: bool
    """Whether contributions are held against levels, whose history stands on the page of sources."""
    others: tuple[PolicyLink, ...]
    """The other policies of the site, where this is the first page of all."""


def home_page(
    policy: PolicyText,
    edition: ScoredEdition,
    guide: tuple[Page, ...],
    others: tuple[PolicyLink, ...],
) -> Page:
    """The policy's first page; ``guide`` are the pages that it may send readers to."""
    home = policy.home
    entrances = (Entrance(code=reader.value, pages=pages_for(reader, guide)) for reader in Reader)
    return Page(
        address=addresses.HOME,
        template="pages/home.html.j2",
        title=policy.title,
        description=home.description if home else policy.title,
        body=HomeBody(
            edition=edition,
            entrances=tuple(entrance for entrance in entrances if entrance.pages),
            heading=home.heading if home else policy.title,
            gives=home.gives if home else "",
            has_deductions=any(
                each.section is Section.DEDUCTION for each in edition.scoring.indicators
            ),
            has_levels=bool(policy.yardsticks.reference_level),
            others=others,
        ),
    )
