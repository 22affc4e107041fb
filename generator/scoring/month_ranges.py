"""Sets of months as ranges, counted by their ends: a working life is a few ranges, but hundreds of months."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from generator.scoring.codes import Month

type Range = tuple[Month, Month]
"""Months from a first one to just before another."""


@dataclass(frozen=True, slots=True)
class MonthRanges:
    """Months from each start to just before the end at the same place; no range touches the next one.

    ``before`` says how many months lie in the ranges before each.
    """

    starts: tuple[Month, ...]
    ends: tuple[Month, ...]
    before: tuple[int, ...]

    def __iter__(self) -> Iterator[Month]:
        """Yield the months in order."""
        for first, end in zip(self.starts, self.ends, strict=True):
            yield from range(first, end)

    def __contains__(self, month: object) -> bool:
        """Tell whether a month is one of them."""
        return isinstance(month, int) and self.count(month, month + 1) > 0

    def count(self, first: Month, end: Month) -> int:
        """Return how many of them lie from a month to just before another."""
        return max(0, self._until(end) - self._until(first))

    def before_each(self, months: range) -> list[int]:
        """Return how many of them lie before each of months that follow one another."""
        among = bytearray(len(months))
        for first, end in self.within(months.start, months.stop):
            among[first - months.start : end - months.start] = b"\1" * (end - first)
        return list(accumulate(among[:-1], initial=self._until(months.start)))

    def unbroken(self, end: Month) -> int:
        """Return the length of the last run of them without a gap before a month."""
        place = bisect_left(self.starts, end) - 1
        return 0 if place < 0 else min(end, self.ends[place]) - self.starts[place]

    def within(self, first: Month, end: Month) -> Iterator[Range]:
        """Yield what of the ranges lies from a month to just before another."""
        for place in range(bisect_right(self.ends, first), bisect_left(self.starts, end)):
            yield max(self.starts[place], first), min(self.ends[place], end)

    def gaps(self, first: Month, end: Month) -> Iterator[Range]:
        """Yield the ranges from a month to just before another that hold none of them."""
        for start, stop in self.within(first, end):
            if first < start:
                yield first, start
            first = stop
        if first < end:
            yield first, end

    def _until(self, end: Month) -> int:
        """Return how many of them lie before a month."""
        place = bisect_left(self.starts, end) - 1
        if place < 0:
            return 0
        return self.before[place] + min(end, self.ends[place]) - self.starts[place]


def joined(ranges: Iterable[Range]) -> MonthRanges:
    """Return the months of ranges that stand in order and don't overlap."""
    starts: list[Month] = []
    ends: list[Month] = []
    for first, end in ranges:
        if first < end:
            if ends and ends[-1] == first:
                ends[-1] = end
            else:
                starts.append(first)
                ends.append(end)
    lengths = [end - first for first, end in zip(starts, ends, strict=True)]
    before = accumulate(lengths[:-1], initial=0) if lengths else ()
    return MonthRanges(tuple(starts), tuple(ends), tuple(before))
