"""Links: pages are rendered with ``site:`` addresses; here they become relative ones and are checked.

``site:score.html#formula`` is an address from the root of the site, in any attribute of any page. Assets go
by their plain name (``site:assets/site.css``) and get the hashed one.
"""

import posixpath
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from types import MappingProxyType
from typing import Final, override
from urllib.parse import unquote, urlsplit

from generator.html_tree import read_page, replace_site_links
from generator.paging.addresses import NOT_FOUND
from generator.writing.loads import loaded_by_style, loaded_from_elsewhere
from generator.writing.marked import marked
from generator.writing.output import Files

_OUTSIDE = frozenset({"http", "https", "mailto", "data"})
NOTHING: Final = MappingProxyType[str, "Found"]({})


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


def root_of(base_url: str) -> str:
    """Where the site begins on its host, such as ``/points/``; the host's own root where that is not known."""
    return f"{urlsplit(base_url).path}/"


def resolve(
    page: str, html: str, names: Mapping[str, str], *, root: str = "", place: str = ""
) -> str:
    """The page's text with every ``site:`` address made relative; ``names`` gives hashed names of assets.

    The page and those that it links to stand behind ``place``; assets have their names from the root of the site. Of the
    page that is shown wherever nothing is, addresses begin at the ``root``, where one is given.
    """
    is_anywhere = bool(root) and page == NOT_FOUND

    def way(address: str, anchor: str) -> str:
        after = f"#{anchor}" if anchor else ""
        name = names.get(address, place + address)
        way = f"{root}{name}" if is_anywhere else relative(place + page, name)
        return (way if address else "") + after

    return replace_site_links(html, way)


def resolved(
    html: Mapping[str, str], names: Mapping[str, str], *, root: str, place: str = ""
) -> dict[str, bytes]:
    """Pages with every link made, by their addresses in the site."""
    return {
        place + address: marked(resolve(address, text, names, root=root, place=place))
        for address, text in html.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a page is to others, and what it asks of them: its ids, its links, and ids that its elements refer to."""

    ids: frozenset[str]
    links: tuple[str, ...]
    references: tuple[str, ...]
    loaded: tuple[str, ...] = ()
    """What it would load from another host."""


def found_in(html: str) -> Found:
    """What is found in a page or in a piece of one."""
    page = read_page(html)
    return Found(
        ids=page.ids(),
        links=tuple(dict.fromkeys(link.address for link in page.links())),
        references=page.references(),
        loaded=loaded_from_elsewhere(page),
    )


def together(pieces: Iterable[Found]) -> Found:
    """What is found in a page that is made of pieces."""
    parts = tuple(pieces)
    return Found(
        ids=frozenset(chain.from_iterable(part.ids for part in parts)),
        links=tuple(dict.fromkeys(chain.from_iterable(part.links for part in parts))),
        references=tuple(dict.fromkeys(chain.from_iterable(part.references for part in parts))),
        loaded=tuple(dict.fromkeys(chain.from_iterable(part.loaded for part in parts))),
    )


def require_links(
    files: Files, rooted: Mapping[str, str] | None = None, known: Mapping[str, Found] = NOTHING
) -> None:
    """Raises BrokenLinksError for ``broken_links``."""
    broken = broken_links(files, rooted or {}, known)
    if broken:
        raise BrokenLinksError(broken)


def broken_links(
    files: Files, rooted: Mapping[str, str], known: Mapping[str, Found] = NOTHING
) -> tuple[BrokenLink, ...]:
    """Links of pages to files and elements that are not in the output, and what they would load from elsewhere.

    ``rooted`` are the pages whose links begin where the site begins on its host, each with that place. What was ``known``
    of pages before is not looked for again.
    """
    pages = {
        address: known.get(address) or found_in(content.decode())
        for address, content in files.items()
        if address.endswith(".html")
    }
    ids = {address: page.ids for address, page in pages.items()}
    broken = [
        BrokenLink(page=address, link=link, problem=problem)
        for address, page in pages.items()
        for link in dict.fromkeys(
            _from_page(address, link, rooted.get(address, "")) for link in page.links
        )
        if (problem := _problem(address, link, files, ids))
    ]
    broken += [
        BrokenLink(page=address, link=each, problem="a page loads nothing from elsewhere")
        for address, page in pages.items()
        for each in page.loaded
    ] + [
        BrokenLink(page=address, link=each, problem="a style sheet loads nothing from elsewhere")
        for address, content in files.items()
        if address.endswith(".css")
        for each in loaded_by_style(content.decode())
    ]
    broken += [
        BrokenLink(
            page=address, link=f"#{reference}", problem="no element of this page has that id"
        )
        for address, page in pages.items()
        for reference in page.references
        if reference not in ids[address]
    ]
    return tuple(broken)


def _from_page(page: str, link: str, root: str) -> str:
    """The link as one that begins at the page."""
    if not root or not link.startswith(root) or link.startswith("//"):
        return link
    path, mark, anchor = link.removeprefix(root).partition("#")
    return f"{relative(page, path or 'index.html')}{mark}{anchor}"


def _problem(page: str, link: str, files: Files, ids: Mapping[str, Collection[str]]) -> str:
    target, anchor, problem = _target(posixpath.dirname(page), link)
    if problem or target is None:
        return problem
    target = target or page
    if target not in files:
        return f"there is no {target} in the site"
    if anchor and target in ids and anchor not in ids[target]:
        return f"{target} has no element with the id {anchor!r}"
    return ""


@lru_cache(maxsize=100_000)
def _target(folder: str, link: str) -> tuple[str | None, str, str]:
    """The file that a link on a page of a folder names, empty for the page itself, None outside of the site; the place in it.

    Last what is wrong with the address itself.
    """
    parts = urlsplit(link)
    if parts.scheme in _OUTSIDE:
        return None, "", ""
    if parts.scheme or parts.netloc:
        return None, "", f"addresses with {parts.scheme or '//'} are not allowed"
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else ""
    return path, unquote(parts.fragment), ""
