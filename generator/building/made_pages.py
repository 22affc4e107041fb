"""The pages of a policy as they were made, each with what is found in it.

A page hangs on the one text that it shows and on what all pages hang on; where the latter is as it was, only pages whose
text is another one are made anew.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from generator.building.rendered_site import SiteText
from generator.paging.page import Page
from generator.rendering.offline import pages_inside
from generator.rendering.search_index import Entry
from generator.writing.engine import require_whole
from generator.writing.links import Found, found_in, resolve
from generator.writing.marked import marked
from generator.writing.output import Files


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What the single file has of a page, or the file around that."""

    text: str
    found: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePage:
    """A page with ``site:`` links."""

    shows: str
    """The Markdown on it."""
    html: str
    entries: tuple[Entry, ...]
    """What the search finds in it."""
    article: Article | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedPage:
    """A page as it is written."""

    content: bytes
    found: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePages:
    """All pages of a policy by the address behind its place, made and then linked by these ``names`` of files."""

    made: Mapping[str, MadePage]
    linked: Mapping[str, LinkedPage]
    names: Mapping[str, str]
    document: Article | None
    """The single file with marks for what hangs on texts; None where there is none."""
    packed: Files = MappingProxyType({})
    """Compressed siblings by their addresses in the site."""


_FEW: Final = 10
"""One page in so many is made again sooner than all are written to the disk."""
NO_PAGES: Final = MadePages(
    made=MappingProxyType({}),
    linked=MappingProxyType({}),
    names=MappingProxyType({}),
    document=None,
)


def made_pages(
    site: SiteText, texts: Mapping[str, str], before: MadePages, *, has_document: bool
) -> dict[str, MadePage]:
    """All pages; those of ``before`` whose text is the same are taken over.

    With ``has_document`` each also as an article. Raises EngineBuildError where one can't be in the single file.
    """
    shown = {page.address: texts.get(page.text, "") for page in site.pages}
    same = {
        address: page for address, page in before.made.items() if shown.get(address) == page.shows
    }
    texts_made = site.texts(shown.keys() - same.keys())
    html = site.joined(texts_made)
    articles = {page.address for page in pages_inside(site.pages)} if has_document else set()

    def made(page: Page) -> MadePage:
        text = html[page.address]
        own = [{page.address: version[page.address]} for version in texts_made]
        return MadePage(
            shows=shown[page.address],
            html=text,
            entries=site.entries(own),
            article=_article(site, page, text) if page.address in articles else None,
        )

    return {page.address: same.get(page.address) or made(page) for page in site.pages}


def _article(site: SiteText, page: Page, html: str) -> Article:
    text = site.article(page, html)
    require_whole(text)
    return Article(text=text, found=found_in(text))


def document_of(site: SiteText, before: MadePages) -> Article:
    """The single file with marks for what hangs on texts."""
    if before.document is not None:
        return before.document
    text = site.offline()
    return Article(text=text, found=found_in(text))


def still_packed(pages: MadePages, before: MadePages, place: str) -> dict[str, bytes]:
    """The compressed siblings of those pages that were taken over as they were written before."""
    return {
        name: before.packed[name]
        for address, page in pages.linked.items()
        if page is before.linked.get(address)
        for name in (f"{place}{address}.br", f"{place}{address}.gz")
        if name in before.packed
    }


def are_many_others(pages: MadePages, before: MadePages) -> bool:
    """Whether so many pages are others than before that keeping all of them takes less than making those again next time."""
    others = sum(page is not before.made.get(address) for address, page in pages.made.items())
    return others * _FEW > len(pages.made)


def packed_with(pages: MadePages, files: Files, place: str) -> MadePages:
    """The pages with those of the files that are their compressed siblings."""
    names = (f"{place}{address}{end}" for address in pages.linked for end in (".br", ".gz"))
    return replace(pages, packed={name: files[name] for name in names if name in files})


def linked_pages(
    made: Mapping[str, MadePage],
    names: Mapping[str, str],
    before: MadePages,
    document: Article | None,
    *,
    place: str,
    root: str,
) -> MadePages:
    """The pages with all links made; ``place`` and ``root`` as with ``resolve``, the latter for the page that has none."""
    changed = {
        f"site:{name}"
        for name in names.keys() | before.names.keys()
        if names.get(name) != before.names.get(name)
    }
    return MadePages(
        made=made,
        linked={
            address: before.linked[address]
            if page is before.made.get(address) and not _names_any(page.html, changed)
            else _linked(address, page.html, names, place, root)
            for address, page in made.items()
        },
        names=names,
        document=document,
    )


def _names_any(html: str, links: Collection[str]) -> bool:
    return any(link in html for link in links)


def _linked(address: str, html: str, names: Mapping[str, str], place: str, root: str) -> LinkedPage:
    text = resolve(address, html, names, root=root, place=place)
    return LinkedPage(content=marked(text), found=found_in(text))
