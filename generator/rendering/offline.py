"""The whole site in one document: every page an article, every link a place in it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.paging.addresses import CALCULATOR, HOME, inside
from generator.paging.page import Page
from generator.rendering.pages import PageRenderer
from generator.rendering.search_index import Entry, search_rows

_MAIN = re.compile(r"<main[^>]*>(.*)</main>", re.DOTALL)
_ID = re.compile(r'(?<= )(id|for|aria-labelledby|aria-describedby|aria-controls)="([^"]+)"')
_SITE_LINK = re.compile(r'(?<=")site:([^"#]*)(?:#([^"]*))?')
_OWN_LINK = re.compile(r'(?<=href=")#([^"]+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A page inside the document."""

    anchor: str
    title: str
    html: Markup


def render_offline(
    page: Page,
    others: Iterable[Page],
    html: Mapping[str, str],
    entries: Iterable[Entry],
    renderer: PageRenderer,
) -> str:
    """The document: ``page`` with the ``others`` behind it, whose rendered text is in ``html``.

    ``entries`` are what its search looks through.
    """
    kept = [other for other in others if other.is_public and not other.runs_engine]
    kept = [other for other in kept if other.address != HOME]
    text = renderer.html(
        page,
        articles=[_article(other, html[other.address]) for other in kept],
        search_rows=search_rows(entries, scheme="site:"),
    )
    return links_inside(text, frozenset(other.address for other in kept))


def links_inside(text: str, known: frozenset[str]) -> str:
    """The document with all ``site:`` links turned into its own places.

    The calculator is the document itself; links to pages that are not ``known`` lead to its top.
    """

    def place(match: re.Match[str]) -> str:
        address, anchor = match[1], match[2]
        if address == CALCULATOR and anchor:
            return f"#{anchor}"
        if address not in known:
            return "#main"
        return f"#{inside(address)}--{anchor}" if anchor else f"#{inside(address)}"

    return _SITE_LINK.sub(place, text)


def _article(page: Page, text: str) -> Article:
    main = _MAIN.search(text)
    assert main is not None
    anchor = page.name
    return Article(anchor=anchor, title=page.title, html=Markup(_renamed(main[1], anchor)))  # noqa: S704  (cut from a rendered page)


def _renamed(text: str, prefix: str) -> str:
    """The text with its ids, and what refers to them, under a prefix, so that no two pages clash."""

    def ids(match: re.Match[str]) -> str:
        names = " ".join(f"{prefix}--{name}" for name in match[2].split())
        return f'{match[1]}="{names}"'

    return _OWN_LINK.sub(rf"#{prefix}--\1", _ID.sub(ids, text))
