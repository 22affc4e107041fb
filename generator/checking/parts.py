"""Parts of a text between two marks, found in a time that grows with the text alone.

A pattern such as ``“[^”]*”`` reads on to the end of the text from each mark that nothing closes; here one that was looked for
in vain is not looked for again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

REFERENCE = ("{{", "}}")


def parts(text: str, marks: Mapping[str, str], others: str = "(?!)") -> Iterator[tuple[int, int]]:
    """Where each part begins and ends, from left to right: from an opening mark to its closing one, or what ``others`` matches.

    ``others`` is a pattern that gives up soon wherever it does not match.
    """
    left = dict(marks)
    beginning = _beginning(left, others)
    at = 0
    while found := beginning.search(text, at):
        start, at = found.span()
        if found[0] in left:
            closing = left[found[0]]
            end = text.find(closing, at)
            if end < 0:
                del left[found[0]]
                beginning = _beginning(left, others)
                at = start
                continue
            at = end + len(closing)
        yield start, at


def _beginning(marks: Iterable[str], others: str) -> re.Pattern[str]:
    return re.compile("|".join((others, *map(re.escape, marks))))


def references(text: str) -> Iterator[tuple[int, int]]:
    """Where each reference begins and ends, its braces with it."""
    return parts(text, dict([REFERENCE]))


def blanked(text: str, spans: Iterator[tuple[int, int]]) -> str:
    """The text with as many characters that say nothing in place of these parts, line ends kept, so that places stay right."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += (text[at:start], re.sub(r"[^\n]", "·", text[start:end]))
        at = end
    return "".join((*pieces, text[at:]))
