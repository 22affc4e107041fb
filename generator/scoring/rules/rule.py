"""What a rule kind has to say of itself: one module a kind answers all of it, and everybody else asks the rule.

Nothing here has a default, so that mypy refuses a kind that forgets a member.
"""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import ClassVar, NamedTuple, Protocol

from generator.scoring.codes import QuestionCode, ReadingCode, Section
from generator.scoring.facts import Answer, Facts
from generator.scoring.findings import Finding, Value
from generator.scoring.points import Points
from generator.scoring.questions import Question
from generator.scoring.readings import Readings
from generator.scoring.rules.ahead import Ahead

type Basis = Hashable
"""What a finding depends on."""

type Words = tuple[str, ...]
"""Names of words that a sentence may hold in braces."""


class Cause(NamedTuple):
    """Why the points changed: the key of the policy's sentence, and the words that fill it."""

    key: str
    words: Mapping[str, Value]


class Better(NamedTuple):
    """Another answer that may give more points. Of two answers the one of lower ``rank`` asks less of a person."""

    to: Answer
    rank: Points


class Needed(NamedTuple):
    """So many months of a count that a rule asks for.

    ``points`` are those that they give by themselves; None where they only open the way to others.
    Months that are high enough for the question ``above`` as well don't count.
    """

    question: QuestionCode
    months: int
    points: Points | None
    above: QuestionCode | None


class Steps(NamedTuple):
    """Points for each full ``size`` of a count."""

    question: QuestionCode
    size: int
    points: Points


class Rule(Protocol):
    """A rule of an indicator: a frozen dataclass whose fields are the keys of the data file."""

    kind: ClassVar[str]
    """How the data names the kind; the page component is called ``rule_<kind>``."""
    sections: ClassVar[tuple[Section, ...]]
    """The sections in which an indicator may have a rule of this kind."""
    causes: ClassVar[Mapping[str, Words]]
    """The sentences that say why the points changed, by key, each with the words that it may hold."""

    def questions(self) -> tuple[QuestionCode, ...]:
        """Return the questions whose answers the rule reads, in the order in which it needs them."""

    def readings(self) -> tuple[ReadingCode, ...]:
        """Return the readings that the rule follows."""

    def past_dates(self) -> tuple[QuestionCode, ...]:
        """Return the questions whose date must not lie after the day of the request."""

    def sentences(self) -> Mapping[str, Words]:
        """Return the sentences that explain a finding, by key, each with the words that it may hold.

        Left out are the words that every sentence may hold, and the sentence of what is unanswered.
        """

    def most_points(self) -> Points | None:
        """Return the most that the rule can give; None where it has no limit or gives nothing."""

    def basis(self, facts: Facts, /) -> Basis:
        """Return all in the facts that the finding depends on: two of the same basis give the same finding.

        The less of the day it holds, the more often a finding can be remembered.
        """

    def assess(self, facts: Facts, /) -> Finding:
        """Return what the rule finds in the facts."""

    def words(
        self, finding: Finding, questions: Mapping[QuestionCode, Question], /
    ) -> Mapping[str, Value]:
        """Return the words of a finding's sentence that are neither its facts nor its figures."""

    def days_of_change(self, ahead: Ahead, /) -> Iterable[date]:
        """Return the days on which the finding may differ from that of the day before, in any order.

        Days outside those looked at may be among them; of those within, none may be missing.
        """

    def cause(self, before: Finding, now: Finding, /) -> Cause:
        """Return why the points differ from those before, where the passing of time changed them."""

    def better_answers(self, code: QuestionCode, ahead: Ahead, /) -> Iterable[Better]:
        """Return the other answers to a question that can be given at once and may give more."""

    def needed(self, readings: Readings, /) -> tuple[Needed, ...] | None:
        """Return the months that the rule asks for.

        Together with the other answers these decide its points, whatever the day; None where more decides them.
        """

    def steps(self) -> Steps | None:
        """Return the steps in which a count gives points; None where no count does."""
