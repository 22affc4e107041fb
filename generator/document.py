"""A page's HTML as a tree, parsed as browsers do, and the questions that the build asks of it.

What is in a ``<template>`` counts like the rest: scripts put it onto the page.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from justhtml import Element, JustHTML, Node, Template

_SITE_LINK: Final = re.compile(r'(?<=")site:([^"#]*)#?([^"]*)')
LINK_ATTRIBUTES: Final = frozenset(
    {"href", "src", "srcset", "action", "poster", "data", "data-src", "data-href"}
)
REFERENCES: Final = frozenset(
    {"for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"}
)
"""Attributes whose words are ids of other elements of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where an element leads: its tag, the attribute and the address in it."""

    tag: str
    attribute: str
    address: str


@dataclass(frozen=True, slots=True)
class Document:
    """A page or a part of one."""

    root: Node

    def elements(self) -> Iterator[Element]:
        """All elements in the order of the text."""
        return elements_of(self.root)

    def ids(self) -> frozenset[str]:
        """The ids of all elements."""
        return frozenset(
            element.attrs["id"] or "" for element in self.elements() if "id" in element.attrs
        )

    def links(self) -> tuple[Link, ...]:
        """All addresses, each once."""
        found = (
            Link(tag=element.name, attribute=name, address=value or "")
            for element in self.elements()
            for name, value in element.attrs.items()
            if name in LINK_ATTRIBUTES
        )
        return tuple(dict.fromkeys(found))

    def references(self) -> tuple[str, ...]:
        """The ids that elements refer to others by, each once."""
        found = (
            word
            for element in self.elements()
            for name, value in element.attrs.items()
            if name in REFERENCES
            for word in (value or "").split()
        )
        return tuple(dict.fromkeys(found))

    def one(self, tag: str) -> Element:
        """The first element of this tag, which is there."""
        return next(element for element in self.elements() if element.name == tag)


def read_page(html: str) -> Document:
    """A whole page as a tree."""
    return Document(JustHTML(html, sanitize=False, scripting_enabled=False).root)


def read_part(html: str) -> Document:
    """A piece of a page's body as a tree."""
    return Document(JustHTML(html, sanitize=False, scripting_enabled=False, fragment=True).root)


def elements_of(node: Node) -> Iterator[Element]:
    """All elements below the node, in the order of the text."""
    for child in children_of(node):
        if isinstance(child, Element):
            yield child
            yield from elements_of(child)


def children_of(node: Node) -> tuple[Node, ...]:
    """What stands directly in the node, in a template too."""
    inside = node.template_content if isinstance(node, Template) else None
    return (*(node.children or ()), *((inside.children or ()) if inside is not None else ()))


def words_of(node: Node) -> str:
    """All text in the node, as it stands there."""
    return node.to_text(separator="", strip=False)


def html_inside(element: Element) -> str:
    """The element's content as HTML."""
    whole = element.to_html(pretty=False)
    return whole[whole.index(">") + 1 : whole.rindex("<")]


def replace_site_links(html: str, place: Callable[[str, str], str]) -> str:
    """The text with each ``site:address#anchor`` in an attribute replaced by what ``place`` makes of the two."""
    return _SITE_LINK.sub(lambda match: place(match[1], match[2]), html)
