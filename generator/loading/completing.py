"""What cases and people leave unsaid: the answers of someone who has nothing, and the day on which cases are asked."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from generator.loading.evidence import Plain
from generator.loading.folder import PolicyFolder
from generator.loading.records import record_of
from generator.reading import Node
from generator.scoring.model import Policy

_READINGS = "readings"
"""Stands among the answers and chooses readings."""

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
    ledgers: Collection[str]
    """The questions that ask for a contribution ledger."""
    decided_by_ledger: Collection[str]
    """Those whose answers may not stand beside one."""
    in_force: Mapping[str, tuple[date, date]]
    """The first and last day of each edition that is scored."""

    def edition_on(self, day: date) -> str:
        """The edition in force on a day; the newest one where there is none."""
        for edition, (first, last) in self.in_force.items():
            if first <= day <= last:
                return edition
        return list(self.in_force)[-1]

    def answers_of(
        self, person: str, edition: str, own: Mapping[str, Plain] | None = None
    ) -> dict[str, Plain]:
        """The complete answers of a person, with ``own`` ones beside, to what an edition asks.

        Where there is a ledger, what it decides is left to it.
        """
        given = {**self.people.get(person, {}), **(own or {})}
        has_ledger = any(code in given for code in self.ledgers)
        asked = self.asked[edition]
        nothing = {
            code: answer
            for code, answer in self.nothing.items()
            if code in asked and not (has_ledger and code in self.decided_by_ledger)
        }
        return nothing | {
            code: answer for code, answer in given.items() if code in asked or code == _READINGS
        }


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
        ledgers={code for edition in policy.editions for code in edition.ledgers},
        decided_by_ledger={
            code
            for edition in policy.editions
            for code, question in edition.questions.items()
            if question.from_ledger is not None and not question.from_ledger.beside_ledger
        },
        in_force={edition.code: (edition.first, edition.last) for edition in policy.editions},
    )


def _day(edition: Node | None, first: date) -> date:
    return record_of(edition).day_or_none("cases_on") or first
