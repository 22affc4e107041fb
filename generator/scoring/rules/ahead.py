"""The days ahead, everything going on as it is: what rules look at to say when their points change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.scoring.codes import Month, QuestionCode
from generator.scoring.dates import add_years, first_day, month_of
from generator.scoring.facts import Answer
from generator.scoring.ledger import Ledger
from generator.scoring.questions import FromLedger, Question
from generator.scoring.readings import Readings

ONE_DAY = timedelta(days=1)


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
    ledger: Ledger | None
    """With all months that go on being paid."""
    steady: Month
    """From this month on every month of the ledger is paid at one base and held against one level."""

    def anniversaries(self, code: QuestionCode) -> Iterator[date]:
        """Yield the days on which a year since the date answered is full."""
        start = self.answers.get(code)
        if isinstance(start, date):
            for year in range(self.first.year, self.last.year + 1):
                yield add_years(start, year - start.year)

    def from_ledger(self, code: QuestionCode) -> FromLedger | None:
        """Return how the ledger decides a question; None where there is no ledger, or an answer that goes first."""
        if self.ledger is None or code in self.answers:
            return None
        return self.questions[code].from_ledger

    def window_days(self, codes: tuple[QuestionCode, ...]) -> Iterator[date]:
        """Yield the days on which a count in a look-back window can change, until the window holds only months that go on alike."""
        if any(code in self.growing for code in codes):
            yield from self.first_days(month_of(self.last))
        sources = [source for code in codes if (source := self.from_ledger(code)) is not None]
        if sources:
            longest = max(source.window_months or 0 for source in sources)
            yield from self.first_days(self.steady + longest + 1)

    def count_days(self, code: QuestionCode) -> Iterator[date]:
        """Yield the days on which a count may differ from that of the day before."""
        is_counted = self.from_ledger(code) is not None
        if is_counted:
            yield self.on + ONE_DAY
        if is_counted or code in self.growing:
            yield from self.first_days(month_of(self.last))

    def first_days(self, last: Month) -> Iterator[date]:
        """Yield the first days of the months up to ``last``, from the one after the request's on."""
        start = max(month_of(self.on) + 1, month_of(self.first))
        for month in range(start, min(month_of(self.last), last) + 1):
            yield first_day(month)
