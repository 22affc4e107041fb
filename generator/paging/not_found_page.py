"""The page that hosts show for an address at which nothing is."""

from dataclasses import dataclass

from generator.paging import addresses
from generator.paging.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundBody:
    """It says nothing of its own."""


def not_found_page() -> Page:
    """The page; it is shown at any depth, so its links begin at the root of the host."""
    return Page(
        address=addresses.NOT_FOUND,
        template="pages/not_found.html.j2",
        title="没有这一页",
        description="这个地址上没有内容。",
        is_public=False,
        scripts=("assets/astray.js",),
        body=NotFoundBody(),
    )
