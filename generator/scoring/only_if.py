"""What an indicator may need beside its rule: a yes-or-no question answered in one way."""

from dataclasses import dataclass
from typing import Annotated

from generator.scoring.codes import QuestionCode
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Status, open_between, settled
from generator.scoring.marks import Key
from generator.scoring.rules.declared import YesNo
from generator.scoring.rules.rule import Rule
from generator.scoring.unanswered import UNANSWERED

SENTENCE = "only_if"
"""The sentence of an indicator that gives nothing because the question is answered otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyIf:
    """A yes-or-no question that has to be answered with ``wanted``; else the indicator gives and takes nothing."""

    question: YesNo
    wanted: Annotated[bool, Key("is")]

    def applied(self, found: Finding, facts: Facts) -> Finding:
        """Return what is left of a rule's finding."""
        answer = facts.yes(self.question)
        if answer is UNANSWERED:
            if found.low == found.high == 0 and found.status is not Status.VETOED:
                return found
            return open_between(
                min(0, found.low),
                max(0, found.high),
                missing=(*found.missing, self.question),
                facts=found.facts,
                figures=found.figures,
                unverified_from=found.unverified_from,
            )
        if answer == self.wanted:
            return found
        return settled(0, facts={self.question: answer}, figures={}, sentence=SENTENCE)


def questions_of(rule: Rule, only_if: OnlyIf | None) -> tuple[QuestionCode, ...]:
    """Return the questions whose answers decide an indicator, in the order in which they are needed."""
    return rule.questions() if only_if is None else (only_if.question, *rule.questions())
