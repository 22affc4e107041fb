"""What cases and people leave unsaid: the answers of someone who has nothing, and the day on which cases are asked."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from generator.loading.evidence import Plain
from generator.loading.folder import PolicyFolder
from generator.loading.records import record_of
from generator.reading import Node
from generator.scoring.model import Policy

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
    people: Mapping[str, Mapping[str, Plain]]
    """What people answer beyond that, by their code."""
    in_force: Mapping[str, tuple[date, date]]
    """The first and last day of each edition that is scored."""

    def edition_on(self, day: date) -> str:
        """The edition in force on a day; the newest one where there is none."""
        for edition, (first, last) in self.in_force.items():
            if first <= day <= last:
                return edition
        return list(self.in_force)[-1]

    def answers_of(self, person: str, edition: str) -> dict[str, Plain]:
        """The complete answers of a person to what an edition asks."""
        answers = {**self.nothing, **self.people.get(person, {})}
        asked = self.asked[edition]
        return {code: answer for code, answer in answers.items() if code in asked}


def cases_of_policy(
    folder: PolicyFolder, policy: Policy, people: Mapping[str, Mapping[str, Plain]]
) -> CasesOf:
    """What the cases of the editions of ``policy`` are completed from; their files must be sound."""
    files = {edition.name: edition.file.node for edition in folder.editions}
    return CasesOf(
        policy=policy.code,
        days={
            edition.code: _day(files[edition.code], edition.first) for edition in policy.editions
        },
        asked={edition.code: edition.questions.keys() for edition in policy.editions},
        nothing={
            record.text("question"): record.plain("nothing")
            for record in record_of(folder.questions.node).records("questions")
            if record.has("nothing")
        },
        people=people,
        in_force={edition.code: (edition.first, edition.last) for edition in policy.editions},
    )


def _day(edition: Node | None, first: date) -> date:
    return record_of(edition).day_or_none("cases_on") or first
