"""Read a sheet that has the months across and a year in each row, or the years across and a month in each row."""

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.pasting.amounts import LEAST, amounts, has_doubtful
from generator.scoring.codes import Month

_MONTH = re.compile(r"(1[0-2]|0?[1-9])\s?月份?")
_YEAR = re.compile(r"((?:19|20)\d\d)\s?年?度?")
_EMPTY = re.compile(r"[-/\s无]*")
FEWEST_MONTHS = 3
FEWEST_YEARS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Which month, or which year, a column is of, by its place; the other one names a row."""

    width: int
    columns: dict[int, int]
    by_month: bool

    def row_name(self, found: list[str]) -> int | None:
        """Return the year, or the month, that names a row; None where it has none."""
        name = _YEAR if self.by_month else _MONTH
        first = next((place for place in range(len(found)) if place not in self.columns), None)
        match = None if first is None else name.fullmatch(found[first])
        return None if match is None else int(match[1])

    def month(self, row_name: int, place: int) -> Month:
        """Return the month that a row has in a column."""
        year, month = (
            (row_name, self.columns[place]) if self.by_month else (self.columns[place], row_name)
        )
        return year * 12 + month - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCell:
    """A month's base in a sheet, and what else its cell says."""

    month: Month
    base: Decimal
    text: str


def read_sheet_heading(found: list[str]) -> Sheet | None:
    """Return the sheet that a line of names begins: months, or years after one other name; None where it is none."""
    months = _named(found, _MONTH)
    if len(months) >= FEWEST_MONTHS:
        return Sheet(width=len(found), columns=months, by_month=True)
    years = _named(found, _YEAR)
    if len(years) >= FEWEST_YEARS and 0 not in years and len(years) == len(found) - 1:
        return Sheet(width=len(found), columns=years, by_month=False)
    return None


def read_sheet_row(sheet: Sheet, row_name: int, found: list[str]) -> tuple[SheetCell, ...] | None:
    """Return the months with a base; None where the row is longer than the heading or a cell holds something that is no base."""
    if len(found) > sheet.width:
        return None
    cells = []
    for place, text in enumerate(found):
        if place not in sheet.columns or _EMPTY.fullmatch(text):
            continue
        bases = amounts(text)
        if has_doubtful(text) or len(bases) != 1 or 0 < bases[0] < LEAST:
            return None
        if bases[0]:
            cells.append(SheetCell(month=sheet.month(row_name, place), base=bases[0], text=text))
    return tuple(cells)


def _named(found: list[str], name: re.Pattern[str]) -> dict[int, int]:
    """Return the numbers that cells name, by their places; nothing where a number comes twice."""
    matches = {place: name.fullmatch(text) for place, text in enumerate(found)}
    named = {place: int(match[1]) for place, match in matches.items() if match is not None}
    return named if len(set(named.values())) == len(named) else {}
