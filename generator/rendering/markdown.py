"""Markdown to HTML with raw HTML off: what looks like a tag is shown as text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markdown import Markdown
from markdown.extensions.toc import TocExtension, slugify_unicode
from markupsafe import Markup

from generator.rendering.tables import TablesExtension

_MARK = "\ue000{}\ue001"
_MARKED_PARAGRAPH = re.compile("<p>\ue000([0-9]+)\ue001</p>")
_MARKED = re.compile("\ue000([0-9]+)\ue001")
_GAP = re.compile(r"(?<=[\u3001-\u9fff\uff00-\uffef])[ \n](?=[\u3001-\u9fff\uff00-\uffef])")
"""A space or a line's end between two Chinese characters or marks: no gap belongs there."""
_LINK = re.compile(r'(?<=<a href=")(?![a-z][a-z0-9+.-]*:|#|")([^"]*)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of a text: its anchor and its words."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A text as HTML, and its highest headings for the page's contents."""

    html: Markup
    headings: tuple[Heading, ...]


def mark(number: int) -> str:
    """What a text carries where block ``number`` is to stand: a paragraph of its own, or a word in a line."""
    return _MARK.format(number)


def to_html(text: str, *, top_level: int, blocks: Mapping[int, Markup]) -> Prose:
    """The text with its ``#`` headings at ``top_level``; ``blocks`` replace their marks.

    Relative links are addresses from the root of the site.
    """
    contents = TocExtension(baselevel=top_level, slugify=slugify_unicode)
    markdown = Markdown(
        extensions=["tables", TablesExtension(), "sane_lists", "def_list", contents]
    )
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    html = _LINK.sub(r"site:\1", markdown.convert(text))
    html = _GAP.sub("", html)
    html = _MARKED_PARAGRAPH.sub(lambda match: blocks[int(match[1])], html)
    html = _MARKED.sub(lambda match: blocks[int(match[1])], html)
    tokens: list[dict[str, str]] = getattr(markdown, "toc_tokens")  # noqa: B009  (set by the extension)
    headings = tuple(Heading(anchor=token["id"], title=token["name"]) for token in tokens)
    return Prose(html=Markup(html), headings=headings)  # noqa: S704  (raw HTML is off)
