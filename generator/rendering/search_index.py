"""What the search looks through: the sections of all pages, cut from the rendered text.

The index is a script, not a document to fetch, so that the search works from a file as well.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import override

from generator.paging import addresses
from generator.paging.page import Page

SEARCH_INDEX = "assets/search-index.js"
"""The name that templates use."""

_GROUPS: Mapping[str, str] = {
    addresses.PATH: "steps",
    addresses.PAPERS: "steps",
    addresses.RISK_CHECK: "steps",
    addresses.SELF_ASSESSMENT: "steps",
    addresses.QUESTIONS: "questions",
    addresses.FACT_CHECKS: "questions",
    addresses.GLOSSARY: "terms",
}
_OTHERS = "clauses"
_LEFT_OUT = frozenset({addresses.HOME, addresses.SEARCH, addresses.GALLERY, addresses.CALCULATOR})
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
_BLOCKS = frozenset({"p", "li", "dd", "dt", "td", "th", "tr", "div", "section", "legend", "label"})
_SKIPPED_TAGS = frozenset({"details", "nav", "script", "template", "button"})
_SKIPPED_CLASSES = frozenset(
    {"certainty", "claim__more", "claim__basis", "example", "pager", "papers-tools", "plain-links"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A section that can be found; ``group`` is steps, clauses, questions or terms."""

    group: str
    title: str
    page: str
    address: str
    text: str


def search_entries(pages: Iterable[Page], html: Mapping[str, str]) -> tuple[Entry, ...]:
    """The sections of all public pages, in the order of the site."""
    return tuple(
        entry
        for page in pages
        if page.is_public and not page.runs_engine and page.address not in _LEFT_OUT
        for entry in _sections(page, html[page.address])
    )


def search_rows(entries: Iterable[Entry], scheme: str = "") -> list[list[str]]:
    """The entries as the search's script reads them; ``scheme`` is put before each address."""
    return [
        [each.group, each.title, each.page, scheme + each.address, each.text] for each in entries
    ]


def search_script(entries: Iterable[Entry]) -> bytes:
    """The script that gives the entries to the page of the search."""
    text = json.dumps(search_rows(entries), ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.searchIndex={text};\n".encode()


def _sections(page: Page, html: str) -> Iterator[Entry]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    for section in reader.sections:
        text = " ".join("".join(section.text).split())
        title = "".join(section.title).strip() or page.title
        if page.breadcrumbs and title != page.title:
            title = f"{page.title}：{title}"
        if text:
            address = f"{page.address}#{section.anchor}" if section.anchor else page.address
            yield Entry(
                group=_GROUPS.get(page.address, _OTHERS),
                title=title,
                page=page.title,
                address=address,
                text=text,
            )


class _Section:
    """A heading with what follows it up to the next one."""

    def __init__(self, anchor: str) -> None:
        self.anchor = anchor
        self.title: list[str] = []
        self.text: list[str] = []


class _Reader(HTMLParser):
    """Cuts the main part of a page at headings, legends and terms that have an address."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections: list[_Section] = [_Section("")]
        self._open: list[tuple[str, str, bool]] = []
        """Tag, id and whether its text is left out, for every open element."""
        self._in_title = False
        self._in_main = False

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        attributes = {name: value or "" for name, value in attrs}
        self._in_main = self._in_main or tag == "main"
        classes = set(attributes.get("class", "").split())
        is_left_out = tag in _SKIPPED_TAGS or bool(classes & _SKIPPED_CLASSES)
        if self._in_main and not is_left_out and tag in {"h1", "h2", "h3", "legend", "dt"}:
            self._start(tag, attributes.get("id", ""))
        elif tag in _BLOCKS:
            self._add(" ")
        self._open.append((tag, attributes.get("id", ""), is_left_out))

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        while self._open and self._open[-1][0] != tag:
            self._open.pop()
        if self._open:
            self._open.pop()
        if tag in {"h1", "h2", "h3", "legend", "dt"}:
            self._in_title = False
        if tag == "main":
            self._in_main = False

    @override
    def handle_data(self, data: str) -> None:
        self._add(data)

    def _start(self, tag: str, own: str) -> None:
        """Begins a section at a heading; a claim's, a risk's and a term's address is that of what holds it."""
        holder = self._open[-1] if self._open else ("", "", False)
        anchor = holder[1] if holder[0] in {"section", "fieldset", "div"} and holder[1] else own
        if tag == "h1" or anchor:
            self.sections.append(_Section("" if tag == "h1" else anchor))
            self._in_title = True
        else:
            self._add(" ")

    def _add(self, text: str) -> None:
        if not self._in_main or any(left_out for _, _, left_out in self._open):
            return
        section = self.sections[-1]
        (section.title if self._in_title else section.text).append(text)
