"""Sample people scored under neighbouring editions: the same answers, on the last day of the one and the first of the other."""

from dataclasses import dataclass
from datetime import date

from generator.guidance.editions import Neighbours, asked_by_some, neighbours, request_under
from generator.loading.model import PolicyText
from generator.paging.worked_examples import WorkedExample, WorkedExamples
from generator.policy.cases import Case, CaseText, Expectation
from generator.policy.guide.comparison import ComparedPerson, answers_of
from generator.scoring.model import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPersonView:
    """Someone's verdicts under both."""

    title: str
    before: WorkedExample
    after: WorkedExample

    @property
    def differs(self) -> bool:
        """Whether the editions come to different results."""
        return (self.before.outcome, self.before.score) != (self.after.outcome, self.after.score)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPeople:
    """The people under two editions, called so, on these days."""

    called: tuple[str, str]
    days: tuple[date, date]
    people: tuple[ComparedPersonView, ...]


def compared_people(policy: PolicyText, examples: WorkedExamples) -> tuple[ComparedPeople, ...]:
    """The people of the comparison under each two neighbours, newest first."""
    people = policy.guide.comparison.people
    pairs = list(neighbours(policy.scoring.editions)) if people else []
    return tuple(_compared(policy, pair, examples) for pair in reversed(pairs))


def _compared(policy: PolicyText, pair: Neighbours, examples: WorkedExamples) -> ComparedPeople:
    def verdict(person: ComparedPerson, edition: Edition, on: date) -> WorkedExample:
        return examples.answering(_case(policy, edition, on, person))

    before, after = pair.days
    return ComparedPeople(
        called=(
            policy.editions[pair.before.code].called,
            policy.editions[pair.after.code].called,
        ),
        days=pair.days,
        people=tuple(
            ComparedPersonView(
                title=person.title,
                before=verdict(person, pair.before, before),
                after=verdict(person, pair.after, after),
            )
            for person in policy.guide.comparison.people
        ),
    )


def _case(policy: PolicyText, edition: Edition, on: date, person: ComparedPerson) -> Case:
    """The person as a case of that edition: those answers that it asks for."""
    nothing = asked_by_some(policy.scoring.editions, policy.nothing)
    return Case(
        text=CaseText(name=person.title, expect=Expectation()),
        edition=edition.code,
        topic="comparison",
        place="guide/comparison.yaml",
        request=request_under(edition, on, policy.code, answers_of(person, policy.people, nothing)),
    )
