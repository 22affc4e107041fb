"""Markdown to HTML with raw HTML off: what looks like a tag is shown as text."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, override
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension, slugify_unicode
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from generator.rendering.tables import TablesExtension
from generator.rendering.terms import TermLinks

_MARK: Final = "\ue000{}\ue001"
_MARKED: Final = re.compile("\ue000([0-9]+)\ue001")
_GAP: Final = re.compile(r"(?<=[\u3001-\u9fff\uff00-\uffef])[ \n](?=[\u3001-\u9fff\uff00-\uffef])")
"""A space or a line's end between two Chinese characters or marks: no gap belongs there."""
_INSIDE: Final = re.compile(r"(?![a-z][a-z0-9+.-]*:|#|$)")
"""An address from the root of the site: none with a scheme, and no place on the page itself."""


def mark(number: int) -> str:
    """What a text carries where block ``number`` is to stand: a paragraph of its own, or a word in a line."""
    return _MARK.format(number)


def to_html(text: str, *, top_level: int, blocks: Mapping[int, Markup], terms: TermLinks) -> Markup:
    """The text with its ``#`` headings at ``top_level``; ``blocks`` replace their marks.

    Relative links are addresses from the root of the site; the first use of each term leads to the glossary.
    What editions take over from one another is the same text: it is turned into HTML once.
    """
    return _to_html(text, top_level, tuple(blocks.items()), terms)


@lru_cache(maxsize=4096)
def _to_html(
    text: str, top_level: int, blocks: tuple[tuple[int, Markup], ...], terms: TermLinks
) -> Markup:
    contents = TocExtension(baselevel=top_level, slugify=slugify_unicode)
    site = _SiteExtension(dict(blocks), terms)
    markdown = Markdown(
        extensions=["tables", TablesExtension(), "sane_lists", "def_list", contents, site]
    )
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    return Markup(markdown.convert(text))  # noqa: S704  (raw HTML is off)


class _SiteExtension(Extension):
    """What the site asks of its prose beyond Markdown."""

    def __init__(self, blocks: Mapping[int, Markup], terms: TermLinks) -> None:
        super().__init__()
        self._blocks = blocks
        self._terms = terms

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        # After the characters that Markdown itself marks with have been taken out of the text (30).
        md.preprocessors.register(_Blocks(md, self._blocks), "site_blocks", 25)
        # After inline patterns (20), before the tables of the site (5) name columns by their heads.
        md.treeprocessors.register(_Words(md, self._terms), "site_words", 15)


class _Blocks(Preprocessor):
    """Puts blocks into Markdown's own stash of finished HTML."""

    def __init__(self, md: Markdown, blocks: Mapping[int, Markup]) -> None:
        super().__init__(md)
        self._blocks = blocks

    @override
    def run(self, lines: list[str]) -> list[str]:
        return [_MARKED.sub(self._stashed, line) for line in lines]

    def _stashed(self, found: re.Match[str]) -> str:
        place: str = self.md.htmlStash.store(self._blocks[int(found[1])])
        return place


class _Words(Treeprocessor):
    """Closes gaps, leads links to the site, links terms."""

    def __init__(self, md: Markdown, terms: TermLinks) -> None:
        super().__init__(md)
        self._terms = terms

    @override
    def run(self, root: Element) -> None:
        for element in root.iter():
            element.text = _closed(element.text)
            element.tail = _closed(element.tail)
            address = element.get("href", "") if element.tag == "a" else ""
            if _INSIDE.match(address):
                element.set("href", f"site:{address}")
        self._terms.link(root)


def _closed(text: str | None) -> str | None:
    return _GAP.sub("", text) if text else text
