"""The dated histories of the figures that contributions are held against, in yuan a month."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.scoring.codes import Month, ReadingCode


class Unestablished(StrEnum):
    """What stands in for R where it is not established: its last known figure, or the statutory average."""

    LAST_KNOWN = "last_known"
    STATUTORY_AVERAGE = "statutory_average"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The reference level in yuan a month from one month to another, both included."""

    first: Month
    last: Month
    yuan: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Average:
    """The statutory average in yuan a month, as above; ``floor`` and ``cap`` bound the base of contributions."""

    first: Month
    last: Month
    yuan: Decimal
    floor: Decimal
    cap: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Yardsticks:
    """The dated histories of the reference level R and the statutory average S, oldest first."""

    reference_level: tuple[Period, ...]
    statutory_average: tuple[Average, ...]
    unestablished: ReadingCode
    """The reading that says what stands in where R is not established."""
