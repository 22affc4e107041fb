"""What the search looks through: the sections of all pages, cut from the rendered text.

The index is a script, not a document to fetch, so that the search works from a file as well.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from generator.html_tree import Node, children_of, read_page, words_of
from generator.paging import addresses
from generator.paging.page import Page, SearchGroup

SEARCH_INDEX = "assets/search-index.js"
"""The name that templates use."""

_LEFT_OUT = frozenset({addresses.HOME, addresses.SEARCH, addresses.GALLERY, addresses.CALCULATOR})
_SELF_TOLD = frozenset({SearchGroup.QUESTIONS, SearchGroup.TERMS})
"""Groups whose titles say by themselves what they are about; before others stands the page's."""
_TITLES = frozenset({"h1", "h2", "h3", "legend", "dt"})
_HOLDERS = frozenset({"section", "fieldset", "div"})
_BLOCKS = frozenset({"p", "li", "dd", "dt", "td", "th", "tr", "div", "section", "legend", "label"})
_SKIPPED_TAGS = frozenset({"details", "nav", "script", "template", "button"})
_SKIPPED_CLASSES = frozenset(
    {
        "certainty",
        "claim__basis",
        "claim__more",
        "document__address",
        "document__meta",
        "document--practice",
        "example",
        "pager",
        "papers-tools",
        "plain-links",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A section that can be found; ``group`` is steps, clauses, questions or terms."""

    group: str
    title: str
    page: str
    address: str
    text: str
    shown_from: str = ""
    """The first day on which it is so; empty: it always was."""
    shown_to: str = ""
    """The last such day; empty: there is none."""


def search_entries(pages: Iterable[Page], html: Mapping[str, str]) -> tuple[Entry, ...]:
    """The sections of all public pages that have a text, in the order of the site."""
    return tuple(
        entry
        for page in pages
        if page.is_public
        and page.is_searched
        and not page.runs_engine
        and page.address not in _LEFT_OUT
        and page.address in html
        for entry in _sections(page, html[page.address])
    )


def entries_from_day_on(
    before: Sequence[Entry], after: Sequence[Entry], day: date
) -> tuple[Entry, ...]:
    """What is found ``before`` the day and from it on: what is the same stands once, the rest says its days."""
    same = set(before) & set(after)
    last = str(day - timedelta(days=1))
    return (
        *(each if each in same else replace(each, shown_to=last) for each in before),
        *(replace(each, shown_from=str(day)) for each in after if each not in same),
    )


def search_rows(entries: Iterable[Entry], scheme: str = "") -> list[list[str]]:
    """The entries as the search's script reads them; ``scheme`` is put before each address."""
    return [
        [
            *(each.group, each.title, each.page, scheme + each.address, each.text),
            *((each.shown_from, each.shown_to) if each.shown_from or each.shown_to else ()),
        ]
        for each in entries
    ]


def search_script(entries: Iterable[Entry]) -> str:
    """The script that gives the entries to the page of the search."""
    text = json.dumps(search_rows(entries), ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.searchIndex={text};\n"


def _sections(page: Page, html: str) -> Iterator[Entry]:
    sections = [_Section(anchor="")]
    _read(read_page(html).one("main"), sections)
    for section in sections:
        text = " ".join("".join(section.text).split())
        title = section.title.strip() or page.title
        if page.breadcrumbs and title != page.title and page.search_group not in _SELF_TOLD:
            title = f"{page.title}：{title}"
        if text:
            address = f"{page.address}#{section.anchor}" if section.anchor else page.address
            yield Entry(
                group=page.search_group.value,
                title=title,
                page=page.title,
                address=address,
                text=text,
            )


@dataclass(slots=True, kw_only=True)
class _Section:
    """A heading with what follows it up to the next one."""

    anchor: str
    title: str = ""
    text: list[str] = field(default_factory=list)


def _read(holder: Node, sections: list[_Section]) -> None:
    """Cuts what an element holds at headings, legends and terms that have an address; the last section goes on."""
    for child in children_of(holder):
        if child.is_text_node:
            sections[-1].text.append(words_of(child))
        elif not _is_left_out(child):
            anchor = _anchor_of(child, holder)
            if child.tag == "h1" or (child.tag in _TITLES and anchor):
                anchor = "" if child.tag == "h1" else anchor
                sections.append(_Section(anchor=anchor, title=_title_of(child)))
                continue
            if child.tag in _BLOCKS | _TITLES:
                sections[-1].text.append(" ")
            _read(child, sections)


def _is_left_out(element: Node) -> bool:
    classes = (element.attributes.get("class") or "").split()
    return element.tag in _SKIPPED_TAGS or not _SKIPPED_CLASSES.isdisjoint(classes)


def _anchor_of(title: Node, holder: Node) -> str:
    """A claim's, a risk's and a term's address is that of what holds it."""
    own, holders = title.attributes.get("id") or "", holder.attributes.get("id") or ""
    return holders if holder.tag in _HOLDERS and holders else own


def _title_of(element: Node) -> str:
    """The words of a title, without those that are left out."""
    return "".join(
        words_of(child) if child.is_text_node else _title_of(child)
        for child in children_of(element)
        if child.is_text_node or not _is_left_out(child)
    )
