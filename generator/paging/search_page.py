"""The page of the search."""

from dataclasses import dataclass

from generator.paging import addresses
from generator.paging.page import GUIDE_SCRIPT, Page, SearchGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchBody:
    """The groups of results, in their order."""

    groups: tuple[str, ...]


def search_page() -> Page:
    """The page of the search."""
    return Page(
        address=addresses.SEARCH,
        template="pages/search.html.j2",
        title="搜索",
        description="在全站的条款、步骤、问题和术语里查找；只在您的浏览器里进行。",
        scripts=(GUIDE_SCRIPT,),
        body=SearchBody(groups=tuple(group.value for group in SearchGroup)),
    )
