"""The page of the guide: every page that has a place in it, by group."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.paging import addresses
from generator.paging.page import GUIDE_TITLE, Page
from generator.policy.pages import GuideGroup, Reader
from generator.policy.policy_file import PageWords


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideIndexGroup:
    """A group of the guide; ``code`` names its words."""

    code: str
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideIndexBody:
    """The groups that have pages, in their order."""

    groups: tuple[GuideIndexGroup, ...]


def guide_index_page(pages: Iterable[Page], words: PageWords) -> Page:
    """The list of those pages that have a place in the guide."""
    placed = in_order(pages)
    groups = (
        GuideIndexGroup(
            code=group.value,
            pages=tuple(page for page in placed if page.place and page.place.group is group),
        )
        for group in GuideGroup
    )
    return Page(
        address=addresses.GUIDE,
        template="pages/guide_index.html.j2",
        title=GUIDE_TITLE,
        description=f"{words.guide}{'：' if words.guide else ''}全部说明，按先后排好。",
        body=GuideIndexBody(groups=tuple(group for group in groups if group.pages)),
    )


def pages_for(reader: Reader, pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages that this reader should see first."""
    return tuple(page for page in in_order(pages) if page.place and reader in page.place.readers)


def in_order(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Those of the pages that have a place in the guide, in its order."""
    groups = list(GuideGroup)
    placed = [(page, page.place) for page in pages if page.place is not None]
    placed.sort(key=lambda each: (groups.index(each[1].group), each[1].order))
    return tuple(page for page, _ in placed)
