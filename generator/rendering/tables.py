"""Tables of Markdown: no inline styles, heads with a scope, wide ones in rows that a phone can stack."""

from typing import override
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

STACKED_FROM = 4
"""Tables with so many columns are stacked on a phone: each cell under the name of its column."""


class TablesExtension(Extension):
    """To be used together with Python-Markdown's ``tables``."""

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        # After inline patterns (20), so that the words of the heads are text.
        md.treeprocessors.register(_Tables(md), "site_tables", 5)


class _Tables(Treeprocessor):
    @override
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for place, child in enumerate(list(parent)):
                if child.tag == "table":
                    parent[place] = _wrapped(child)


def _wrapped(table: Element) -> Element:
    heads = ["".join(head.itertext()) for head in table.iter("th")]
    for cell in [*table.iter("th"), *table.iter("td")]:
        align = cell.attrib.pop("style", "").removeprefix("text-align: ").rstrip(";")
        if align in {"center", "right"}:
            cell.set("class", align)
    for head in table.iter("th"):
        head.set("scope", "col")
    box = Element("div")
    if len(heads) >= STACKED_FROM:
        box.set("class", "stacked")
        _label(table, heads)
    else:
        box.set("class", "scroll")
        box.set("tabindex", "0")
    SubElement(box, "table").extend(list(table))
    if len(heads) >= STACKED_FROM:
        box[0].set("role", "table")
    box.tail = "\n"
    return box


def _label(table: Element, heads: list[str]) -> None:
    """Names each cell's column, and says again what the elements are: stacking would hide it."""
    for part in table:
        part.set("role", "rowgroup")
    for row in table.iter("tr"):
        row.set("role", "row")
        for head, cell in zip(heads, row, strict=False):
            is_head = cell.tag == "th"
            cell.set("role", "columnheader" if is_head else "cell")
            if not is_head:
                cell.set("data-label", head)
