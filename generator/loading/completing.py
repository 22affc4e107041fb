"""What cases and people leave unsaid: the answers of someone who has nothing, and the day on which cases are asked."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.loading.folder import PolicyFolder
from generator.loading.relative_dates import dated
from generator.policy.cases import Case, CaseText, EdgeDay
from generator.policy.codes_found import READINGS_KEY
from generator.policy.people import Person
from generator.policy.plain import Plain
from generator.scoring.model import Edition, Policy

NOBODY = "nobody"
"""The blank person that cases start from: everything answered, nothing met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesOf:
    """What the cases of a policy are completed from."""

    policy: str
    days: Mapping[str, date]
    """The day on which an edition's cases are asked that say none, by edition."""
    asked: Mapping[str, Collection[str]]
    """The questions that an edition asks, by edition."""
    nothing: Mapping[str, Plain]
    """By question, the answer of someone who has nothing of it."""
    people: Mapping[str, Person]
    """People by their code, as their file has them: with what they answer beyond that."""
    ledgers: Collection[str]
    """The questions that ask for a contribution ledger."""
    decided_by_ledger: Collection[str]
    """Those that it decides where they are not answered."""
    editions: Mapping[str, Edition]
    """Those that are scored, by their code."""

    def edition_on(self, day: date) -> str:
        """The edition in force on a day; where there is none the one that began last, else the first."""
        begun = [code for code, edition in self.editions.items() if edition.first <= day]
        return max(begun or [min(self.editions)])

    def answers_of(
        self, person: str, edition: str, own: Mapping[str, Plain] | None = None
    ) -> dict[str, Plain]:
        """The complete answers of a person, with ``own`` ones beside, to what an edition asks.

        Where there is a ledger, what it decides is left to it.
        """
        known = self.people[person].answers if person in self.people else {}
        given = {**known, **(own or {})}
        has_ledger = any(code in given for code in self.ledgers)
        asked = self.asked[edition]
        nothing = {
            code: answer
            for code, answer in self.nothing.items()
            if code in asked and not (has_ledger and code in self.decided_by_ledger)
        }
        return nothing | {
            code: answer for code, answer in given.items() if code in asked or code == READINGS_KEY
        }

    def complete_people(self) -> dict[str, Person]:
        """The people by their code, each with an answer to all that is asked on their day."""
        return {
            code: replace(person, answers=self.answers_of(code, self.edition_on(person.on)))
            for code, person in self.people.items()
        }

    def day_of(self, text: CaseText, edition: str) -> date:
        """The day on which a case is asked in an edition."""
        model = self.editions[edition]
        edges = {EdgeDay.FIRST: model.first, EdgeDay.LAST: model.last}
        return text.on or (self.days[edition] if text.day is None else edges[text.day])

    def complete_case(self, text: CaseText, *, edition: str, topic: str, place: str) -> Case:
        """The case with its request: the answers of its person, its own, less those taken out."""
        on = self.day_of(text, edition)
        own = {code: dated(answer, on) for code, answer in text.answers.items()}
        answers = self.answers_of(text.person or NOBODY, edition, own)
        for question in text.unanswered:
            answers.pop(question, None)
        request: dict[str, Plain] = {
            "policy": self.policy,
            "on": on.isoformat(),
            "answers": answers,
        }
        return Case(text=text, edition=edition, topic=topic, place=place, request=request)


def cases_of_policy(folder: PolicyFolder, policy: Policy) -> CasesOf:
    """What the cases of the editions of ``policy`` are completed from; their files must be sound."""
    texts = {edition.name: edition.file.value for edition in folder.editions}
    days = {code: text.cases_on for code, text in texts.items() if text is not None}
    form = folder.questions.value
    return CasesOf(
        policy=policy.code,
        days={edition.code: days.get(edition.code) or edition.first for edition in policy.editions},
        asked={edition.code: edition.questions.keys() for edition in policy.editions},
        nothing={
            question.code: question.nothing
            for question in (() if form is None else form.questions)
            if question.nothing is not None
        },
        people={person.code: person for person in folder.people.value or ()},
        ledgers={code for edition in policy.editions for code in edition.ledgers},
        decided_by_ledger={
            code
            for edition in policy.editions
            for code, question in edition.questions.items()
            if question.from_ledger is not None
        },
        editions={edition.code: edition for edition in policy.editions},
    )
