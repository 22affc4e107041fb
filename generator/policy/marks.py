"""What an annotation may say about a value of the data beside its type.

``below: Annotated[int, Whole(at_least=1)]``: a field without a default is a key that has to be there; its key is
its name, without the ``_`` at its end that keeps it from being a word of Python, unless ``Key`` says otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class BlankToo:
    """A text that may be left empty with ``""``."""


@dataclass(frozen=True, slots=True)
class AsDay:
    """A text that is a date such as ``2023-01-01``."""


@dataclass(frozen=True, slots=True)
class AsMonth:
    """A text that is a month such as ``2023-07``."""


@dataclass(frozen=True, slots=True)
class Words:
    """The closed list that a text is from, where its type does not hold just that."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """A value of one of the types of a union; ``what`` says in words which."""

    what: str


@dataclass(frozen=True, slots=True)
class Keys:
    """A table with just these keys, all of them but the ``optional`` ones."""

    names: tuple[str, ...]
    optional: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """A table of answers as a request has them: anything that JSON can say; the engine judges it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One such answer."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A record whose keys stand among those of the table that it is a part of."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The key, or the first one of an inline record, without which the figures of a table have no source."""


@dataclass(frozen=True, slots=True)
class Tag:
    """The key whose word says which other keys the table has."""


@dataclass(frozen=True, slots=True)
class OneOfKinds:
    """A record of one of these classes, told by the word at the key ``kind``."""

    kinds: Mapping[str, type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """The words of the tag with which a key has to be there, and those with which it may be."""

    needed: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OneOf:
    """Of the keys with the same name here one has to stand; with these words of the tag only, where some are given."""

    group: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Declares:
    """The code by which a table declares something of this kind."""

    kind: str


type DayText = Annotated[str, AsDay()]
type MonthText = Annotated[str, AsMonth()]
