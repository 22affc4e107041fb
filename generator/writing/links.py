"""Links: pages are rendered with ``site:`` addresses; here they become relative ones and are checked.

``site:score.html#formula`` is an address from the root of the site, in any attribute of any page. Assets go
by their plain name (``site:assets/site.css``) and get the hashed one.
"""

import posixpath
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import override
from urllib.parse import unquote, urlsplit

from generator.document import read_page, replace_site_links
from generator.writing.output import Files

_OUTSIDE = frozenset({"http", "https", "mailto", "data"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenLink:
    """A link that leads nowhere."""

    page: str
    link: str
    problem: str

    @override
    def __str__(self) -> str:
        return f"{self.page}: link to {self.link!r}: {self.problem}"


class BrokenLinksError(Exception):
    """All broken links of the build, one a line."""

    def __init__(self, broken: Iterable[BrokenLink]) -> None:
        self.broken = tuple(broken)
        super().__init__("\n".join(str(link) for link in self.broken))


def relative(page: str, address: str) -> str:
    """The way from one address of the site to another: ``../score.html``."""
    return posixpath.relpath(address, posixpath.dirname(page) or ".")


def resolve(page: str, html: str, names: Mapping[str, str]) -> str:
    """The page's text with every ``site:`` address made relative; ``names`` gives hashed names of assets."""

    def way(address: str, anchor: str) -> str:
        after = f"#{anchor}" if anchor else ""
        return (relative(page, names.get(address, address)) if address else "") + after

    return replace_site_links(html, way)


def require_links(files: Files) -> None:
    """Raises BrokenLinksError where a page links to a file or an element that is not in the output."""
    broken = broken_links(files)
    if broken:
        raise BrokenLinksError(broken)


def broken_links(files: Files) -> tuple[BrokenLink, ...]:
    """Links of pages to files and elements that are not in the output."""
    pages = {
        address: read_page(content.decode())
        for address, content in files.items()
        if address.endswith(".html")
    }
    ids = {address: page.ids() for address, page in pages.items()}
    broken = [
        BrokenLink(page=address, link=link, problem=problem)
        for address, page in pages.items()
        for link in dict.fromkeys(link.address for link in page.links())
        if (problem := _problem(address, link, files, ids))
    ]
    broken += [
        BrokenLink(
            page=address, link=f"#{reference}", problem="no element of this page has that id"
        )
        for address, page in pages.items()
        for reference in page.references()
        if reference not in ids[address]
    ]
    return tuple(broken)


def _problem(page: str, link: str, files: Files, ids: Mapping[str, Collection[str]]) -> str:
    parts = urlsplit(link)
    if parts.scheme in _OUTSIDE:
        return ""
    if parts.scheme or parts.netloc:
        return f"addresses with {parts.scheme or '//'} are not allowed"
    target = page
    if parts.path:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    if target not in files:
        return f"there is no {target} in the site"
    anchor = unquote(parts.fragment)
    if anchor and target in ids and anchor not in ids[target]:
        return f"{target} has no element with the id {anchor!r}"
    return ""
