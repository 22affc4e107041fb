"""The readings chosen for a request: how the silences of a policy's text are filled."""

from collections.abc import Mapping
from enum import StrEnum

from generator.scoring.codes import ReadingCode

type Readings = Mapping[ReadingCode, str]
"""A choice for every reading of the policy."""


def chosen[Choice: StrEnum](
    readings: Readings, code: ReadingCode | None, otherwise: Choice
) -> Choice:
    """Return the choice of a reading; ``otherwise`` where the data names no reading."""
    if code is None or readings[code] == otherwise:
        return otherwise
    return type(otherwise)(readings[code])
