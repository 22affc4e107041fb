"""Gather the months that pasted lines say; a line with a month that an earlier line named adds nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from generator.pasting.rows import AT_NO_END, Row, Sort, Unread
from generator.scoring.codes import Month
from generator.scoring.dates import write_month

type Plain = Mapping[str, object]

CENTS = Decimal("0.01")


class _Paid(NamedTuple):
    """A month's base, whether it counts and the line that said so."""

    base: Decimal
    counts: bool
    line: int


@dataclass(slots=True)
class Taken:
    """The months that were taken so far; a row without an end holds every month up to ``AT_NO_END``."""

    months: dict[Month, _Paid] = field(default_factory=dict)

    def take(self, rows: Sequence[Row], line: int) -> Unread | None:
        """Add the rows of a line, or return why not: where an earlier line named one of their months, none is added."""
        said = {
            month: _Paid(row.base, row.counts, line)
            for row in rows
            for month in range(row.first, row.last + 1)
        }
        known = [month for month in said if month in self.months]
        if not known:
            self.months.update(said)
            return None
        before = self.months[known[0]].line
        if len(known) == len(said) and all(self.months[m][:2] == said[m][:2] for m in known):
            return Unread(why=f"与第 {before} 行相同，只算一次。", expected=True, sort=Sort.SAME)
        return Unread(
            why=f"{write_month(known[0])} 在第 {before} 行已经写过，这一行没有采用，请改成互不重叠。"
        )

    def contributions(self) -> list[Plain]:
        """Return runs of equal months, sorted."""
        return [self._run(run) for run in self._runs()]

    def _runs(self) -> Iterator[list[Month]]:
        run: list[Month] = []
        for month in sorted(self.months):
            if run and (month != run[-1] + 1 or self.months[month][:2] != self.months[run[-1]][:2]):
                yield run
                run = []
            run.append(month)
        if run:
            yield run

    def _run(self, run: Sequence[Month]) -> Plain:
        base, counts, _ = self.months[run[0]]
        exact = base == base.quantize(CENTS)
        return {
            "from": write_month(run[0]),
            **({"ongoing": True} if run[-1] == AT_NO_END else {"to": write_month(run[-1])}),
            "base": f"{base.quantize(CENTS) if exact else base:f}",
            "counts": counts,
        }
