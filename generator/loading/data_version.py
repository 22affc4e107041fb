"""The version of a policy's data: the day of its newest change, and a short digest of its figures.

Figures are what decides scores and what facts state: numbers, days, months, true and false, defaults. Sentences,
receipts, cases and the guide are none, nor is how a file is laid out or what an edition takes over instead of saying it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import override

from generator.loading.folder import PolicyFolder
from generator.reading import Listing, Node, Scalar, Table
from generator.reading.nodes import scalars
from generator.scoring.dates import in_words

_FIGURE = re.compile(r"-?[0-9]+(?:\.[0-9]+)?|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|true|false")
_DECIDING = frozenset({"default", "kind"})
"""Keys whose words decide as figures do."""
_NOT_OF_THE_LAW = frozenset(
    {"ease", "checked_on", "cases_on", "source", "except", "inherited", "needs_paper"}
)
_LETTERS = "bcdfghjklmnpqrstvwxz"
"""Letters alone, and no vowels: nothing that YAML or a reader could take for something else."""
_LENGTH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class DataVersion:
    """The day of the newest change that was told, and the word for the figures."""

    on: date | None
    figures: str

    @override
    def __str__(self) -> str:
        """``2026-11-24-bcdfghjk``; only the word where no change was told."""
        return self.figures if self.on is None else f"{self.on.isoformat()}-{self.figures}"

    @property
    def in_words(self) -> str:
        """The same as pages say it."""
        return self.figures if self.on is None else f"{in_words(self.on)}（{self.figures}）"


def figures_of(folder: PolicyFolder) -> str:
    """A short word that is another one as soon as a figure is."""
    digest = int.from_bytes(sha256("\n".join(_lines(folder)).encode()).digest())
    letters = []
    for _ in range(_LENGTH):
        digest, at = divmod(digest, len(_LETTERS))
        letters.append(_LETTERS[at])
    return "".join(letters)


def version_of(folder: PolicyFolder) -> DataVersion:
    """The version of what the folder says."""
    changes = None if folder.guide is None else folder.guide.changelog.value
    newest = max((change.on for change in changes or ()), default=None)
    return DataVersion(on=newest, figures=figures_of(folder))


def _lines(folder: PolicyFolder) -> Iterator[str]:
    shared = (folder.yardsticks, folder.questions, folder.readings, folder.facts)
    for name, file in zip(("yardsticks", "questions", "readings", "facts"), shared, strict=True):
        yield from _figures(file.node, name)
    for edition in folder.editions:
        yield from _figures(edition.file.node, edition.name)
        for entry in edition.indicators:
            yield from _figures(entry.file.node, f"{edition.name}/{entry.stem}")
        for condition in edition.conditions:
            yield from _figures(condition.file.node, f"{edition.name}/{condition.stem}")


def _figures(node: Node | None, path: str) -> Iterator[str]:
    match node:
        case Scalar() if node.plain and _FIGURE.fullmatch(node.text):
            yield f"{path}={node.text}"
        case Listing():
            for position, item in enumerate(node.items):
                yield from _figures(item, f"{path}/{_name(item, position)}")
        case Table():
            for entry in node.entries:
                key = entry.key.text
                if key in _DECIDING:
                    yield from (f"{path}/{key}={each.text}" for each in scalars(entry.value))
                elif key not in _NOT_OF_THE_LAW:
                    yield from _figures(entry.value, f"{path}/{key}")
        case _:
            return


def _name(item: Node, position: int) -> str:
    """What tells an entry of a list: its first word, so that an entry more leaves the others as they are."""
    first = next(scalars(item), None)
    return str(position) if first is None or isinstance(item, Scalar) else first.text
