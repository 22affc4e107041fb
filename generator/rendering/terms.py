"""Terms of the glossary, linked where a text first uses them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from xml.etree.ElementTree import Element

from generator.paging import addresses
from generator.policy.glossary import Term

_KEPT_AS_IS: Final = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "strong", "th"})
"""Elements in which nothing is linked."""
_NOTE: Final = re.compile(r"（[^）]*）")


@lru_cache(maxsize=64)
def links_of(terms: tuple[Term, ...]) -> "TermLinks":
    """The links of a glossary; the same ones for the same glossary."""
    return TermLinks(terms)


class TermLinks:
    """Links the first use of each term in a text."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """``terms`` are those of the glossary; notes in brackets are no part of a term."""
        self._codes = {_NOTE.sub("", term.term): term.code for term in terms if term.linked}
        longest_first = sorted(self._codes, key=len, reverse=True)
        self._word = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def link(self, text: Element) -> None:
        """Puts links at first uses, outside of headings and links, into the tree of a text."""
        if self._word is not None:
            self._link(text, self._word, set())

    def _link(self, element: Element, word: re.Pattern[str], seen: set[str]) -> None:
        plain, links = self._cut(element.text, word, seen)
        element.text = plain
        parts = links
        for child in element:
            if child.tag not in _KEPT_AS_IS:
                self._link(child, word, seen)
            child.tail, links = self._cut(child.tail, word, seen)
            parts += [child, *links]
        element[:] = parts

    def _cut(
        self, text: str | None, word: re.Pattern[str], seen: set[str]
    ) -> tuple[str | None, list[Element]]:
        """The text up to the first term, and the links from there on, each with the text behind it."""
        before, links, start = text, list[Element](), 0
        for found in word.finditer(text or ""):
            if found[0] in seen:
                continue
            seen.add(found[0])
            between = found.string[start : found.start()]
            if links:
                links[-1].tail = between
            else:
                before = between
            links.append(self._to_glossary(found[0]))
            start = found.end()
        if text and links:
            links[-1].tail = text[start:]
        return before, links

    def _to_glossary(self, word: str) -> Element:
        address = f"site:{addresses.term(self._codes[word])}"
        link = Element("a", {"class": "term", "href": address})
        link.text = word
        return link
