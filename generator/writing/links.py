"""Links: pages are rendered with ``site:`` addresses; here they become relative ones and are checked.

``site:score.html#formula`` is an address from the root of the site, in any attribute of any page. Assets go
by their plain name (``site:assets/site.css``) and get the hashed one.
"""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import override
from urllib.parse import unquote, urlsplit

from generator.writing.output import Files

SCHEME = "site:"
_SITE_ADDRESS = re.compile(r'(?<=")site:([^"#]*)')
_LINK_ATTRIBUTES = frozenset({"href", "src", "action", "data-src", "data-href", "poster", "srcset"})
_REFERENCES = frozenset({"for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"})
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

    def replacement(match: re.Match[str]) -> str:
        address = match[1]
        return relative(page, names.get(address, address)) if address else ""

    return _SITE_ADDRESS.sub(replacement, html)


def require_links(files: Files) -> None:
    """Raises BrokenLinksError where a page links to a file or an element that is not in the output."""
    pages = {
        address: _read(content) for address, content in files.items() if address.endswith(".html")
    }
    broken = [
        BrokenLink(page=address, link=link, problem=problem)
        for address, page in pages.items()
        for link in dict.fromkeys(page.links)
        if (problem := _problem(address, link, files, pages))
    ]
    broken += [
        BrokenLink(
            page=address, link=f"#{reference}", problem="no element of this page has that id"
        )
        for address, page in pages.items()
        for reference in dict.fromkeys(page.references)
        if reference not in page.ids
    ]
    if broken:
        raise BrokenLinksError(broken)


def _problem(page: str, link: str, files: Files, pages: Mapping[str, "_Page"]) -> str:
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
    if anchor and target in pages and anchor not in pages[target].ids:
        return f"{target} has no element with the id {anchor!r}"
    return ""


class _Page(HTMLParser):
    """Collects what a page offers (ids) and what it asks for (links, references to ids)."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.references: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value is None:
                continue
            if name == "id":
                self.ids.add(value)
            elif name in _LINK_ATTRIBUTES:
                self.links.append(value)
            elif name in _REFERENCES:
                self.references += value.split()


def _read(content: bytes) -> _Page:
    page = _Page()
    page.feed(content.decode())
    page.close()
    return page
