"""What is known about a person on one day: answers, figures that the ledger decides, readings chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generator.scoring.codes import Month, QuestionCode, ReadingCode
from generator.scoring.dates import month_of
from generator.scoring.ledger import Ledger, first_unestablished
from generator.scoring.questions import FromLedger, Question
from generator.scoring.readings import Readings, chosen
from generator.scoring.span import Span, exactly
from generator.scoring.unanswered import UNANSWERED, Unanswered
from generator.scoring.yardsticks import Yardsticks

type Answer = bool | int | Decimal | str | date | tuple[date, ...]


class WindowEnd(StrEnum):
    """The last month of a look-back window: the one before the day's own, or the day's own."""

    MONTH_BEFORE = "month_before"
    MONTH_OF_APPLICATION = "month_of_application"


def window_end_of(day: date, by: ReadingCode, readings: Readings) -> Month:
    """Return the month after the last one of windows that are looked at on a day.

    ``by`` is the reading that says it; empty where the text says it itself: the month before the day's.
    """
    end = chosen(readings, by or None, WindowEnd.MONTH_BEFORE)
    return month_of(day) + (end is WindowEnd.MONTH_OF_APPLICATION)


@dataclass(slots=True)
class Facts:
    """The answers of one request on one day. A question without an answer is not among them.

    ``questions`` are those that the edition in force asks. ``window_end`` is the month after the last one that look-back
    windows and insured months include. Nobody changes facts; a frozen class takes six times as long to make them.
    """

    on: date
    questions: Mapping[QuestionCode, Question]
    window_end: Month
    yardsticks: Yardsticks
    answers: Mapping[QuestionCode, Answer]
    ledger: Ledger | None
    readings: Readings

    def answering(self, answers: Mapping[QuestionCode, Answer]) -> "Facts":
        """Return the facts with these answers, too, in place of what was answered to the same questions."""
        return Facts(
            self.on,
            self.questions,
            self.window_end,
            self.yardsticks,
            {**self.answers, **answers},
            self.ledger,
            self.readings,
        )

    def yes(self, code: QuestionCode) -> bool | Unanswered:
        """Return the answer of a yes-or-no question."""
        answer = self.answers.get(code, UNANSWERED)
        assert answer is UNANSWERED or isinstance(answer, bool)
        return answer

    def choice(self, code: QuestionCode) -> str | Unanswered:
        """Return the chosen code."""
        answer = self.answers.get(code, UNANSWERED)
        assert answer is UNANSWERED or isinstance(answer, str)
        return answer

    def day(self, code: QuestionCode) -> date | Unanswered:
        """Return the day answered."""
        answer = self.answers.get(code, UNANSWERED)
        assert answer is UNANSWERED or isinstance(answer, date)
        return answer

    def days(self, code: QuestionCode) -> tuple[date, ...] | Unanswered:
        """Return the days answered."""
        answer = self.answers.get(code, UNANSWERED)
        assert answer is UNANSWERED or isinstance(answer, tuple)
        return answer

    def amount(self, code: QuestionCode) -> Span[Decimal]:
        """Return an amount or percentage; from its lower bound to the plausible end while unanswered."""
        answer = self.answers.get(code, UNANSWERED)
        if answer is UNANSWERED:
            question = self.question(code)
            return Span(Decimal(question.at_least), Decimal(question.highest))
        assert isinstance(answer, int | Decimal)
        return exactly(Decimal(answer))

    def count(self, code: QuestionCode) -> int | None:
        """Return a count of months: as answered, else as the ledger has it; None where neither says it."""
        answer = self.answers.get(code)
        if answer is not None:
            assert isinstance(answer, int)
            return answer
        source = self.questions[code].from_ledger
        if self.ledger is None or source is None:
            return None
        return self.ledger_months(self.ledger, source)

    def months(self, code: QuestionCode) -> Span[int]:
        """Return a count of months, or its bounds where it is not known."""
        count = self.count(code)
        if count is not None:
            return exactly(count)
        question = self.questions[code]
        return Span(question.at_least, question.highest)

    def ledger_months(self, ledger: Ledger, count: FromLedger) -> int:
        """Return a count as the ledger has it, in the window that ends where the reading says."""
        end = self.window_end
        return ledger.months(count.multiple, count.first_month(end), end)

    def reading[Choice: StrEnum](self, code: ReadingCode | None, otherwise: Choice) -> Choice:
        """Return the choice of a reading; ``otherwise`` where the data names no reading."""
        return chosen(self.readings, code, otherwise)

    def missing(self, *codes: QuestionCode) -> tuple[QuestionCode, ...]:
        """Return those of the questions that have no answer."""
        answers, questions, has_ledger = self.answers, self.questions, self.ledger is not None
        return tuple(
            [
                code
                for code in codes
                if code not in answers
                and not (has_ledger and questions[code].from_ledger is not None)
            ]
        )

    def unverified_from(self, *codes: QuestionCode) -> Month | None:
        """Return the first month without an established R that the counts' windows hold, if any."""
        first = first_unestablished(self.yardsticks)
        if self.window_end <= first:
            return None
        for code in codes:
            if self._reaches(code, first):
                return first
        return None

    def question(self, code: QuestionCode) -> Question:
        """Return a question of the edition."""
        return self.questions[code]

    def _reaches(self, code: QuestionCode, first: Month) -> bool:
        count = self.questions[code].from_ledger
        if count is None or count.multiple is None:
            return False
        if self.ledger is None or code in self.answers:
            return self.months(code).high > 0
        return self.ledger.months(None, first, self.window_end) > 0
