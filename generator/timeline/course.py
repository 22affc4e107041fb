"""A person's situation going on as it is: the facts on any day from the request's own to a last one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.scoring.codes import QuestionCode, ReadingCode
from generator.scoring.dates import month_of
from generator.scoring.facts import Answer, Facts
from generator.scoring.model import Edition, Policy
from generator.scoring.questions import Growth
from generator.scoring.request import edition_on
from generator.timeline.going_ledger import GoingLedger

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days, both ends included, that one edition decides, and the answers that it asks for."""

    edition: Edition
    first: date
    last: date
    answers: Mapping[QuestionCode, Answer]
    """As they are on the day of the request."""
    growing: Mapping[QuestionCode, int]
    """Those of them that go up by one with each month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """All that decides the score from ``on`` to ``until``."""

    policy: Policy
    on: date
    until: date
    readings: Mapping[ReadingCode, str]
    ledger: GoingLedger | None
    stretches: tuple[Stretch, ...]

    def facts(self, day: date, stretch: Stretch) -> Facts:
        """Return what is known on a day of the stretch."""
        months = month_of(day) - month_of(self.on)
        answers = stretch.answers
        if months and stretch.growing:
            grown = {code: count + months for code, count in stretch.growing.items()}
            answers = {**answers, **grown}
        return Facts(
            on=day,
            questions=stretch.edition.questions,
            window_end_by=stretch.edition.window_end,
            yardsticks=self.policy.yardsticks,
            answers=answers,
            ledger=None if self.ledger is None else self.ledger.on(day, self.on),
            readings=self.readings,
            by_default_readings=self.readings is self.policy.default_readings,
        )


def editions_between(policy: Policy, on: date, until: date) -> Iterator[tuple[Edition, date, date]]:
    """Return the editions that decide the days, each with its first and last day; the last known one goes on.

    Raises RequestError where no edition is in force on the first day.
    """
    edition, first = edition_on(on, policy), on
    for later in policy.editions:
        if edition.first < later.first <= until:
            yield edition, first, later.first - ONE_DAY
            edition, first = later, later.first
    yield edition, first, until


def stretch_of(
    edition: Edition, first: date, last: date, answers: Mapping[QuestionCode, Answer]
) -> Stretch:
    """Return the stretch with those of the answers that the edition asks for."""
    asked = {code: answer for code, answer in answers.items() if code in edition.questions}
    return Stretch(
        edition=edition, first=first, last=last, answers=asked, growing=growing(edition, asked)
    )


def growing(edition: Edition, answers: Mapping[QuestionCode, Answer]) -> dict[QuestionCode, int]:
    """Return the counts that go up with each month, in the order of the form."""
    found = {}
    for code, question in edition.questions.items():
        answer, grows = answers.get(code), question.grows
        if grows is not None and type(answer) is int and (answer or grows.when is Growth.ALWAYS):
            found[code] = answer
    return found
