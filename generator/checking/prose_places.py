"""All prose of a policy, piece by piece, each with the place of any part of it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from generator.checking.view import View
from generator.diagnostics import Place, Source
from generator.reading import Scalar, TextFile
from generator.reading.nodes import scalars

_FARTHEST = 40
"""Lines below the beginning of a text in a YAML file that are searched for a part of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text; ``scalar`` is what it was read from where that is a value of a YAML file."""

    text: str
    source: Source
    scalar: Scalar | None = None

    def place(self, start: int, part: str) -> Place:
        """Where the part of the text that begins at ``start`` stands in its file."""
        first = part.split("\n", maxsplit=1)[0]
        if self.scalar is not None:
            return place_within(self.scalar, first)
        return place_at(self.text, start, len(first) or 1, self.source)


def passages(view: View) -> Iterator[Passage]:
    """Texts of indicators, pages, and every value of the guide."""
    files = [text for edition in view.editions for text in edition.folder.texts.values()]
    files += [page.text for page in view.folder.pages.values()]
    once: dict[str, TextFile] = {file.source.name: file for file in files}
    for file in once.values():
        yield Passage(text=file.text, source=file.source)
    guide = view.folder.guide
    for data in () if guide is None else guide.files:
        for found in scalars(data.node):
            yield Passage(text=found.text, source=found.place.source, scalar=found)


def place_at(text: str, start: int, length: int, source: Source) -> Place:
    """The place of what begins at ``start`` in a whole file's text."""
    lines = _line_starts(text)
    line = bisect_right(lines, start)
    return Place(source=source, line=line, column=start - lines[line - 1] + 1, length=length)


@lru_cache(maxsize=16)
def _line_starts(text: str) -> tuple[int, ...]:
    """Where each line begins: many mistakes in one text ask for it."""
    return tuple(accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0))


def place_within(text: Scalar, part: str) -> Place:
    """Where a part of a value stands, as far as its lines show it as it is."""
    source = text.place.source
    for number in range(text.place.line, min(len(source.lines), text.place.line + _FARTHEST) + 1):
        column = (source.line(number) or "").find(part)
        if part and column >= 0:
            return Place(source=source, line=number, column=column + 1, length=len(part))
    return text.place
