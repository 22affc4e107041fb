"""Rules that every piece of HTML of the site keeps; each broken one is told in a sentence.

What else makes good HTML is asked of axe, in a browser (``tests/site/test_accessibility.py``).
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import Final

from generator.html_tree import (
    Document,
    Node,
    children_of,
    elements_of,
    html_inside,
    name_of,
    read_page,
    read_part,
    words_of,
)

_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "div", "dl", "fieldset", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
})  # fmt: skip
_PHRASING_ONLY: Final = frozenset({"p", "h1", "h2", "h3", "h4", "legend", "caption", "summary"})
_FILLED: Final = {"data-slot", "data-guide"}
"""Marks of what a script puts words into."""
_WITH_WORDS: Final = _PHRASING_ONLY - {"p"} | {"a", "button", "label"}
_CHILDREN: Final = {
    "ul": {"li", "template"},
    "ol": {"li", "template"},
    "dl": {"div", "dt", "dd"},
}
_FIELDS: Final = frozenset({"input", "select", "textarea", "progress"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4"})
_DATA: Final = frozenset({"application/json", "application/ld+json"})
_TAG: Final = re.compile(r"</?[a-z][a-z0-9]*")
_NO_TAGS: Final = re.compile(r"(<script\b[^>]*>).*?(?=</script>)|<!--.*?-->", re.DOTALL)


def problems(html: str, *, first_heading: int | None = None) -> list[str]:
    """What is wrong with the HTML; ``first_heading`` is the level that its first heading must have."""
    is_page = html.lstrip().lower().startswith("<!doctype")
    document = read_page(html) if is_page else read_part(html)
    labelled = {each.attributes["for"] for each in document.elements() if "for" in each.attributes}
    ids = Counter(
        each.attributes["id"] for each in document.elements() if each.attributes.get("id")
    )
    return [
        *_misread(html, document),
        *(problem for each in document.elements() for problem in _of_element(each)),
        *(
            f"<{each.tag}> has no label"
            for each in document.elements()
            if each.tag in _FIELDS
            and not _is_named(each)
            and each.attributes.get("id") not in labelled
        ),
        *(f"the id {name!r} is used {times} times" for name, times in ids.items() if times > 1),
        *_of_headings(document, first_heading),
    ]


def _misread(html: str, document: Document) -> list[str]:
    """Where browsers read other tags than are written: something is left open, closed twice or put where it can't be."""
    written = _TAG.findall(_NO_TAGS.sub(r"\1", html))
    read = _TAG.findall(_NO_TAGS.sub(r"\1", html_inside(document.root)))
    for place, (meant, found) in enumerate(zip_longest(written, read, fillvalue="the end")):
        if meant != found:
            before = written[place - 1] if place else "the start"
            return [f"after {before} stands {meant}, and browsers read {found}"]
    return []


def _of_element(element: Node) -> Iterator[str]:
    tag, attributes = name_of(element), element.attributes
    yield from (
        f"<{tag}> has the inline attribute {name}"
        for name in attributes
        if name == "style" or name.startswith("on")
    )
    if tag == "th" and "scope" not in attributes:
        yield "<th> has no scope"
    if tag == "button" and attributes.get("type") != "button":
        yield "<button> has no type"
    if tag == "img" and "alt" not in attributes:
        yield "<img> has no alt"
    if tag == "style":
        yield "there is an inline <style>"
    if tag == "script" and "src" not in attributes and attributes.get("type") not in _DATA:
        yield "there is an inline <script>"
    if tag in _WITH_WORDS and not words_of(element).strip() and not _FILLED & attributes.keys():
        yield f"<{tag}> has no words"
    if tag in _PHRASING_ONLY:
        yield from (
            f"<{each.tag}> stands inside <{tag}>"
            for each in elements_of(element)
            if each.tag in _BLOCKS
        )
    if tag in _CHILDREN:
        children = (each for each in children_of(element) if each.is_element_node)
        yield from (
            f"<{each.tag}> is a child of <{tag}>"
            for each in children
            if each.tag not in _CHILDREN[tag]
        )


def _is_named(field: Node) -> bool:
    holder = field.parent
    while holder is not None and holder.tag != "label":
        holder = holder.parent
    is_named = "aria-label" in field.attributes or "aria-labelledby" in field.attributes
    return is_named or holder is not None


def _of_headings(document: Document, first: int | None) -> Iterator[str]:
    in_templates = {
        heading
        for each in document.elements()
        if each.tag == "template"
        for heading in elements_of(each)
    }
    levels = [
        int(name_of(each)[1])
        for each in document.elements()
        if each.tag in _HEADINGS and each not in in_templates
    ]
    if first is not None and levels[:1] != [first]:
        yield f"the first heading is not an h{first}"
    yield from (
        f"an h{level} follows an h{before}"
        for before, level in pairwise(levels)
        if level > before + 1
    )
