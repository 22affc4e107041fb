"""The whole site in one document: every page an article, every link a place in it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator.html_tree import (
    REFERENCES,
    Node,
    elements_of,
    html_inside,
    read_page,
    replace_site_links,
)
from generator.paging.addresses import CALCULATOR, HOME, inside
from generator.paging.page import Page
from generator.rendering.filters import plain_json
from generator.rendering.pages import PageRenderer
from generator.rendering.search_index import Entry, search_rows

_MARK: Final = "\ue000{}\ue001"
_ROWS: Final = _MARK.format("")
_MARKED: Final = re.compile("\ue000([^\ue001]*)\ue001")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A page inside the document."""

    anchor: str
    title: str
    html: Markup


def pages_inside(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Those pages that stand in the document as articles."""
    return tuple(
        page for page in pages if page.is_public and not page.runs_engine and page.address != HOME
    )


def render_offline(page: Page, others: Iterable[Page], renderer: PageRenderer) -> str:
    """The document without what hangs on any text: ``page``, a mark for each of the ``others`` and one for the search."""
    inside_it = pages_inside(others)
    text = renderer.html(
        page,
        articles=[
            Article(anchor=each.name, title=each.title, html=Markup(_MARK.format(each.address)))  # noqa: S704  (an address of ours)
            for each in inside_it
        ],
        search_rows=_ROWS,
    )
    return links_inside(text, frozenset(each.address for each in inside_it))


def filled(document: str, articles: Mapping[str, str], entries: Iterable[Entry]) -> str:
    """The document with the text of its articles, by their addresses, and with ``entries`` for its search."""
    rows = plain_json(search_rows(entries, scheme="site:"))
    rows_inside = links_inside(rows, frozenset(articles))
    document = document.replace(plain_json(_ROWS), rows_inside)
    return _MARKED.sub(lambda mark: articles[mark[1]], document)


def article_text(page: Page, html: str, pages: Iterable[Page]) -> str:
    """What the document has of the text of a page; ``pages`` are all that there are."""
    known = frozenset(each.address for each in pages_inside(pages))
    main = read_page(html).one("main")
    for element in elements_of(main):
        if _leads_out(element.attributes.get("href"), known):
            del element.attrs["href"]
        _put_under(page.name, element)
    return links_inside(html_inside(main), known)


def links_inside(text: str, known: frozenset[str]) -> str:
    """The document with all ``site:`` links turned into its own places.

    The calculator is the document itself; links to pages that are not ``known`` lead to its top.
    """

    def place(address: str, anchor: str) -> str:
        if address == CALCULATOR and anchor:
            return f"#{anchor}"
        if address not in known:
            return "#main"
        return f"#{inside(address)}--{anchor}" if anchor else f"#{inside(address)}"

    return replace_site_links(text, place)


def _leads_out(address: str | None, known: frozenset[str]) -> bool:
    """Whether it is a page of the site that the document has not: its link then is plain words."""
    page = (address or "").partition("#")[0]
    return page.startswith("site:") and page.removeprefix("site:") not in {*known, CALCULATOR, HOME}


def _put_under(prefix: str, element: Node) -> None:
    """Puts an element's id, and what refers to others, under a prefix, so that no two pages clash."""
    for name, value in element.attributes.items():
        if not value:
            continue
        if name == "id" or name in REFERENCES:
            element.attrs[name] = " ".join(f"{prefix}--{word}" for word in value.split())
        elif name == "href" and value.startswith("#"):
            element.attrs[name] = f"#{prefix}--{value[1:]}"
