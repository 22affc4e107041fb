"""What an annotation may say about a value of the data beside its type: the marks that scoring's own classes need.

The rest are in ``generator.policy.marks``. Nothing here is looked at when a score is computed.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Key:
    """The key in the file, where it is not the field's name."""

    name: str


@dataclass(frozen=True, slots=True)
class InSnake:
    """A code in lower_snake; names of documents and editions have ``-`` as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The bounds of a whole number."""

    at_least: int = 0
    at_most: int = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Exact:
    """The bounds of an exact decimal."""

    above: Decimal = Decimal(0)
    at_most: Decimal = Decimal(10**9)


@dataclass(frozen=True, slots=True)
class Entries:
    """How many entries a list has at least; 1 where nothing is said."""

    at_least: int


@dataclass(frozen=True, slots=True)
class Excludes:
    """Of the keys with the same name here at most one may stand."""

    group: str


@dataclass(frozen=True, slots=True)
class Refers:
    """A code that something of this kind has to declare; ``uses``: what nothing uses so is not needed."""

    kind: str
    uses: bool = False


@dataclass(frozen=True, slots=True)
class Once:
    """A list in which nothing stands twice: its texts, or the first keys of its tables; ``what`` messages call one."""

    what: str


type Code = Annotated[str, InSnake()]
type Points = Annotated[int, Whole(at_least=1, at_most=999)]
type Count = Annotated[int, Whole(at_least=1)]
