"""Rule kind ``veto``: yes ends the application, whatever the score."""

from collections.abc import Mapping

from generator.scoring.codes import QuestionCode
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Status, Value
from generator.scoring.rule_kinds import VetoRule
from generator.scoring.unanswered import UNANSWERED


def assess_veto(rule: VetoRule, facts: Facts) -> Finding:
    """Return whether the application ends; a veto never gives or takes points."""
    answer = facts.yes(rule.question)
    if answer is UNANSWERED:
        return _finding(Status.UNANSWERED, facts={}, missing=(rule.question,))
    status = Status.VETOED if answer else Status.NOT_MET
    return _finding(status, facts={rule.question: answer})


def _finding(
    status: Status, *, facts: Mapping[str, Value], missing: tuple[QuestionCode, ...] = ()
) -> Finding:
    return Finding(
        status=status,
        low=0,
        high=0,
        sentence=status,
        facts=facts,
        figures={},
        missing=missing,
    )
