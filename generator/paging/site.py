"""What every page shows of the site as a whole: names, the edition in force, navigation."""

from dataclasses import dataclass
from datetime import date

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.editions import ScoredEdition, current_of
from generator.paging.lapses import Lapses, lapses_of
from generator.paging.placement import ALONE, Placement
from generator.policy.policy_file import PageWords
from generator.policy.sources import DayOf


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationEntry:
    """A link of the main navigation; ``key`` names its words in ``words.navigation``."""

    key: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Shown at the head and the foot of every page."""

    policy_title: str
    edition_title: str
    document_number: str
    document_address: str
    in_force_from: date
    in_force_to: date | None
    checked_on: date
    day_of: DayOf
    """What happened on that day."""
    version: str
    """Of the data, in words."""
    standard_score: int
    lapses: Lapses
    changes_over: bool
    """Whether pages have what holds from the announced edition's first day on; where not, they say so."""
    announced: ScoredEdition | None
    """The edition that comes next, where it is known already."""
    navigation: tuple[NavigationEntry, ...]
    base_url: str
    """The address of the policy's pages without a slash at its end; empty where it is not known."""
    placement: Placement
    words: PageWords
    """What pages say of this policy alone."""
    tagline: str
    """What the picture for shared links says; empty where there is no picture."""


NAVIGATION = (
    NavigationEntry(key="calculator", address=addresses.CALCULATOR),
    NavigationEntry(key="score", address=addresses.SCORE),
    NavigationEntry(key="guide", address=addresses.GUIDE),
    NavigationEntry(key="sources", address=addresses.SOURCES),
    NavigationEntry(key="search", address=addresses.SEARCH),
)


def site_of(
    policy: PolicyText,
    editions: tuple[ScoredEdition, ...],
    base_url: str = "",
    placement: Placement = ALONE,
    *,
    changes_over: bool = True,
) -> Site:
    """The site's frame under the edition in force; ``changes_over`` as in Site."""
    edition = current_of(policy, editions)
    return Site(
        policy_title=policy.title,
        edition_title=edition.text.title,
        document_number=edition.document.number,
        document_address=addresses.document(edition.document.code),
        in_force_from=edition.text.in_force_from,
        in_force_to=edition.text.in_force_to,
        checked_on=edition.document.checked_on,
        day_of=edition.document.day_of,
        version=policy.version.in_words,
        standard_score=edition.standard_score,
        lapses=lapses_of(policy, edition),
        changes_over=changes_over,
        announced=next((each for each in editions if each.text in policy.announced), None),
        navigation=NAVIGATION,
        base_url=base_url,
        placement=placement,
        words=policy.words,
        tagline=(policy.home.tagline if policy.home else policy.title) if policy.picture else "",
    )
