"""What a field of a rule says in the data beyond its type: bounds, and what its word stands for.

Written as ``Annotated[str, Asks(Kind.COUNT)]``. The build reads these to check the data files; scoring does not.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from generator.scoring.marks import Exact
from generator.scoring.questions import Kind


@dataclass(frozen=True, slots=True)
class Between:
    """A number from ``least`` to ``most``, both included."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Asks:
    """The code of a question of one of these kinds. ``in_window``: its ledger count has a window and a multiple."""

    kinds: tuple[Kind, ...]
    in_window: bool = False


@dataclass(frozen=True, slots=True)
class Follows:
    """The code of a reading with just these choices."""

    choices: type[StrEnum]


@dataclass(frozen=True, slots=True)
class ChoiceOf:
    """A choice, or several, of the question that the field of this name names, in this table or the one around it."""

    field: str


@dataclass(frozen=True, slots=True)
class Without:
    """Excludes the field of this name: at most one of the two may be given."""

    field: str


@dataclass(frozen=True, slots=True)
class Reachable:
    """A number that an answer to the question named by this field can reach."""

    field: str


@dataclass(frozen=True, slots=True)
class Behind:
    """A flag that needs the field of this name beside the list that it stands in, and the other way round."""

    field: str


@dataclass(frozen=True, slots=True)
class Rising:
    """A list whose entries each give more points, for a question at a higher multiple, than the entry before."""


@dataclass(frozen=True, slots=True)
class Adjoining:
    """A list of spans, each beginning (``at_least``) where the one before ends (``below``); ``unit`` of their ends."""

    unit: str


@dataclass(frozen=True, slots=True)
class With:
    """Says nothing without the field of this name, of which it tells something: ``counts the years under below``."""

    field: str
    tells: str


@dataclass(frozen=True, slots=True)
class Caps:
    """The most that the points in the field of this name may come to: those of each unit, or of each entry."""

    field: str


Points = Annotated[int | Decimal, Exact(at_most=Decimal(999))]
Count = Annotated[int, Between(1, 10**9)]
Whole = Annotated[int, Between(0, 10**9)]
Months = Annotated[int, Between(1, 1200)]
Years = Annotated[int, Between(0, 150)]
YesNo = Annotated[str, Asks((Kind.YES_NO,))]
Choice = Annotated[str, Asks((Kind.CHOICE,))]
Date = Annotated[str, Asks((Kind.DATE,))]
Dates = Annotated[str, Asks((Kind.DATES,))]
CountOf = Annotated[str, Asks((Kind.COUNT,))]
