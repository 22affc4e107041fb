"""A page's HTML as a tree, parsed as browsers do, and the questions that the build asks of it.

What is in a ``<template>`` counts like the rest: scripts put it onto the page.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

type Node = LexborNode
"""An element or a text; ``is_element_node`` tells which."""

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

    def elements(self) -> Iterator[Node]:
        """All elements in the order of the text."""
        return elements_of(self.root)

    def ids(self) -> frozenset[str]:
        """The ids of all elements."""
        return frozenset(
            attributes["id"] or ""
            for attributes in (element.attributes for element in self.elements())
            if "id" in attributes
        )

    def links(self) -> tuple[Link, ...]:
        """All addresses, each once."""
        found = (
            Link(tag=name_of(element), attribute=name, address=value or "")
            for element in self.elements()
            for name, value in element.attributes.items()
            if name in LINK_ATTRIBUTES
        )
        return tuple(dict.fromkeys(found))

    def references(self) -> tuple[str, ...]:
        """The ids that elements refer to others by, each once."""
        found = (
            word
            for element in self.elements()
            for name, value in element.attributes.items()
            if name in REFERENCES
            for word in (value or "").split()
        )
        return tuple(dict.fromkeys(found))

    def one(self, tag: str) -> Node:
        """The first element of this tag, which is there."""
        return next(element for element in self.elements() if element.tag == tag)


def read_page(html: str) -> Document:
    """A whole page as a tree."""
    root = LexborHTMLParser(html).root
    assert root is not None
    assert root.parent is not None
    return Document(root.parent)


def read_part(html: str) -> Document:
    """A piece of a page's body as a tree."""
    return Document(read_page(f"<!doctype html><body><div>{html}</div>").one("div"))


def elements_of(node: Node) -> Iterator[Node]:
    """All elements below the node, in the order of the text."""
    for each in node.traverse(include_text=False):
        if each.is_element_node and each.mem_id != node.mem_id:
            yield each
        if each.tag == "template":
            yield from elements_of(_inside(each))


def children_of(node: Node) -> tuple[Node, ...]:
    """The elements and texts that stand directly in the node, in a template too."""
    holder = _inside(node) if node.tag == "template" else node
    return tuple(
        each for each in holder.iter(include_text=True) if each.is_element_node or each.is_text_node
    )


def _inside(template: Node) -> Node:
    """What a template holds, which is no part of the tree that it stands in."""
    return template.template_fragments()[0]


def name_of(element: Node) -> str:
    """The element's tag."""
    return element.tag or ""


def words_of(node: Node) -> str:
    """All text in the node, as it stands there."""
    return node.text(deep=True, separator="", strip=False)


def html_of(node: Node) -> str:
    """The node as HTML."""
    return node.html or ""


def html_inside(element: Node) -> str:
    """The element's content as HTML."""
    return element.inner_html or ""


def replace_site_links(html: str, place: Callable[[str, str], str]) -> str:
    """The text with each ``site:address#anchor`` in an attribute replaced by what ``place`` makes of the two."""
    return _SITE_LINK.sub(lambda match: place(match[1], match[2]), html)
