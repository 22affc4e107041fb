"""The whole site in one document: every page an article, every link a place in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.document import (
    REFERENCES,
    Node,
    elements_of,
    html_inside,
    read_page,
    replace_site_links,
)
from generator.paging.addresses import CALCULATOR, HOME, inside
from generator.paging.page import Page
from generator.rendering.pages import PageRenderer
from generator.rendering.search_index import Entry, search_rows


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
    known = frozenset(other.address for other in kept)
    text = renderer.html(
        page,
        articles=[_article(other, html[other.address], known) for other in kept],
        search_rows=search_rows(entries, scheme="site:"),
    )
    return links_inside(text, known)


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


def _article(page: Page, text: str, known: frozenset[str]) -> Article:
    main = read_page(text).one("main")
    for element in elements_of(main):
        if _leads_out(element.attributes.get("href"), known):
            del element.attrs["href"]
        _put_under(page.name, element)
    return Article(anchor=page.name, title=page.title, html=Markup(html_inside(main)))  # noqa: S704  (cut from a rendered page)


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
