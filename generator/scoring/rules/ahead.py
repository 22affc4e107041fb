"""The days ahead, everything going on as it is: what rules look at to say when their points change."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from operator import add, sub
from typing import TYPE_CHECKING

from generator.scoring.codes import QuestionCode
from generator.scoring.dates import add_years, first_day, month_of
from generator.scoring.facts import Answer
from generator.scoring.month_ranges import MonthRanges
from generator.scoring.questions import FromLedger, Question
from generator.scoring.readings import Readings

if TYPE_CHECKING:
    from generator.scoring.rules.rule import Needed

ONE_DAY = timedelta(days=1)

UNKNOWN = -1
"""Stands for a count that is not answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerAhead:
    """The months that count at each multiple: those that rows state, and with them all that go on being paid.

    A window ends with the month before that of the day, or where ``with_own`` says so with that month itself, which
    counts only where a row states it.
    """

    stated: Mapping[Decimal | None, MonthRanges]
    whole: Mapping[Decimal | None, MonthRanges]
    with_own: bool

    def counts(self, source: FromLedger, months: range) -> list[int]:
        """Return what a count comes to in each of the months."""
        whole, stated = self.whole[source.multiple], self.stated[source.multiple]
        counts = whole.before_each(months)
        if self.with_own:
            before = stated.before_each(range(months.start, months.stop + 1))
            counts = list(map(add, counts, map(sub, before[1:], before)))
        if source.window_months is None:
            return counts
        back = source.window_months - self.with_own
        first = range(months.start - back, months.stop - back)
        return list(map(sub, counts, whole.before_each(first)))

    def unbroken(self, months: range) -> list[int]:
        """Return the length of the last run of counted months without a gap in each of the months."""
        whole, stated = self.whole[None], self.stated[None]
        return [whole.unbroken(month + (self.with_own and month in stated)) for month in months]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """Days from ``first`` to ``last`` that one edition decides, and the answers given on the day ``on``."""

    on: date
    first: date
    last: date
    questions: Mapping[QuestionCode, Question]
    answers: Mapping[QuestionCode, Answer]
    growing: Mapping[QuestionCode, int]
    """Those of the answers that go up by one with each month, as if they did so from ``on``: one that pauses is less."""
    readings: Readings
    ledger: LedgerAhead | None

    @property
    def months(self) -> range:
        """Return the months in which the days lie."""
        return range(month_of(self.first), month_of(self.last) + 1)

    def anniversaries(self, code: QuestionCode) -> Iterator[date]:
        """Yield the days on which a year since the date answered is full."""
        start = self.answers.get(code)
        if isinstance(start, date):
            for year in range(self.first.year, self.last.year + 1):
                yield add_years(start, year - start.year)

    def turns(self, states: Sequence[Hashable]) -> Iterator[date]:
        """Yield the first days of the months whose state, of one for each of ``months``, is another than the one before."""
        for place in range(1, len(states)):
            if states[place] != states[place - 1]:
                yield first_day(self.months.start + place)

    def counts(self, code: QuestionCode) -> Sequence[int]:
        """Return what a count comes to in each of ``months``."""
        if self.ledger is not None and self._is_counted(code):
            return self.ledger.counts(self._source(code), self.months)
        months, given = self.months, self.answers.get(code)
        if code in self.growing:
            start = self.growing[code] + months.start - month_of(self.on)
            return range(start, start + len(months))
        return [given if isinstance(given, int) else UNKNOWN] * len(months)

    def states(self, needed: Sequence["Needed"]) -> list[Hashable]:
        """Return, for each of ``months``, which of the months that a rule needs are there.

        In months of the same state the rule finds the same points, as far as these counts decide them.
        """
        columns = [self._reached(each) for each in needed]
        return list(zip(*columns, strict=True)) if columns else [()] * len(self.months)

    def _reached(self, needed: "Needed") -> Sequence[Hashable]:
        """Return, for each of ``months``, whether a need is met; both counts where an answer of one bounds the other."""
        counts = self.counts(needed.question)
        if needed.above is not None and self.ledger is None:
            return list(zip(counts, self.counts(needed.above), strict=True))
        if needed.above is not None and self.ledger is not None:
            multiple = self._source(needed.above).multiple
            higher = replace(self._source(needed.question), multiple=multiple)
            counts = list(map(sub, counts, self.ledger.counts(higher, self.months)))
        return [count >= needed.months for count in counts]

    def _is_counted(self, code: QuestionCode) -> bool:
        """Tell whether a ledger decides a count; an answer goes first."""
        return code not in self.answers and self.questions[code].from_ledger is not None

    def _source(self, code: QuestionCode) -> FromLedger:
        source = self.questions[code].from_ledger
        assert source is not None
        return source
