"""Terms of the glossary, linked where a text first uses them."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from generator.loading.model import Term
from generator.paging import addresses

_TAG = re.compile(r"(<[^>]+>)")
_NAME = re.compile(r"</?([a-z0-9]+)")
_KEPT_AS_IS = frozenset(
    {"a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "strong", "section", "th"}
)
"""Elements in which nothing is linked; sections are worked examples."""
_NOTE = re.compile(r"（[^）]*）")


class TermLinks:
    """Links the first use of each term in a text."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """``terms`` are those of the glossary; notes in brackets are no part of a term."""
        self._codes = {_NOTE.sub("", term.term): term.code for term in terms if term.linked}
        longest_first = sorted(self._codes, key=len, reverse=True)
        self._word = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def linked(self, html: Markup) -> Markup:
        """The text with links at first uses, outside of headings, links and examples."""
        if self._word is None:
            return html
        seen: set[str] = set()
        depth = 0
        parts = _TAG.split(html)
        for position, part in enumerate(parts):
            if position % 2:
                name = _NAME.match(part)
                if name is not None and name[1] in _KEPT_AS_IS:
                    depth += -1 if part.startswith("</") else 1
            elif not depth:
                parts[position] = self._word.sub(lambda found: self._link(found[0], seen), part)
        return Markup("".join(parts))  # noqa: S704  (the text was safe, the link is ours)

    def _link(self, word: str, seen: set[str]) -> str:
        if word in seen:
            return word
        seen.add(word)
        return f'<a class="term" href="site:{addresses.term(self._codes[word])}">{word}</a>'
