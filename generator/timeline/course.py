"""A person's situation going on as it is: the facts on any day from the request's own to a last one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.scoring.codes import Month, QuestionCode, ReadingCode
from generator.scoring.dates import month_of
from generator.scoring.facts import Answer, Facts, window_end_of
from generator.scoring.model import Edition, Policy
from generator.scoring.questions import Growth
from generator.scoring.request import edition_on
from generator.timeline.assuming import Assumed
from generator.timeline.going_ledger import GoingLedger
from generator.timeline.spans import ONE_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days, both ends included, that one edition decides, and the answers that it asks for."""

    edition: Edition
    first: date
    last: date
    answers: Mapping[QuestionCode, Answer]
    """As they are on the day of the request."""
    growing: Mapping[QuestionCode, int]
    """Those of them that go up by one with each month, once paying has begun where it is months that are paid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """All that decides the score from ``on`` to ``until``."""

    policy: Policy
    on: date
    until: date
    readings: Mapping[ReadingCode, str]
    assumed: Assumed
    pays_from: Month | None
    """From this month on, that of ``on`` or a later one, months are paid where only their number is known."""
    ledger: GoingLedger | None
    stretches: tuple[Stretch, ...]

    def facts(self, day: date, stretch: Stretch) -> Facts:
        """Return what is known on a day of the stretch."""
        grown = self.grown(day, stretch)
        answers = {**stretch.answers, **grown} if grown else stretch.answers
        return Facts(
            on=day,
            questions=stretch.edition.questions,
            window_end=window_end_of(day, stretch.edition.window_end, self.readings),
            yardsticks=self.policy.yardsticks,
            answers=answers,
            ledger=None if self.ledger is None else self.ledger.on(day, self.on),
            readings=self.readings,
        )

    def grown(self, day: date, stretch: Stretch) -> dict[QuestionCode, int]:
        """Return the counts that go up by themselves as they are on a day of the stretch."""
        now = month_of(day)
        return {
            code: count + max(0, now - self.grows_from(code, stretch))
            for code, count in stretch.growing.items()
        }

    def grows_from(self, code: QuestionCode, stretch: Stretch) -> Month:
        """Return the first month that a growing count adds."""
        is_paid = stretch.edition.questions[code].from_ledger is not None
        return self.pays_from if is_paid and self.pays_from is not None else month_of(self.on)


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
    edition: Edition,
    first: date,
    last: date,
    answers: Mapping[QuestionCode, Answer],
    *,
    stops: bool,
) -> Stretch:
    """Return the stretch with those of the answers that the edition asks for; ``stops``: nothing more is paid."""
    asked = {code: answer for code, answer in answers.items() if code in edition.questions}
    return Stretch(
        edition=edition,
        first=first,
        last=last,
        answers=asked,
        growing=_growing(edition, asked, stops=stops),
    )


def _growing(
    edition: Edition, answers: Mapping[QuestionCode, Answer], *, stops: bool
) -> dict[QuestionCode, int]:
    """Return the counts that go up with each month, in the order of the form."""
    found = {}
    for code, question in edition.questions.items():
        answer, grows = answers.get(code), question.grows
        if stops and question.from_ledger is not None:
            continue
        if grows is not None and type(answer) is int and (answer or grows.when is Growth.ALWAYS):
            found[code] = answer
    return found
