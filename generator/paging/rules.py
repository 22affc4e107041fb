"""A rule as its component shows it: the rule itself, the words of its questions, its citations."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.paging.citations import Citation
from generator.scoring.questions import Question
from generator.scoring.rules.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """``kind`` names the component ``rule_<kind>``; ``exceptions`` are by path, such as ``rule.gate.months``."""

    kind: str
    rule: Rule
    citation: Citation
    exceptions: Mapping[str, Citation]
    questions: Mapping[str, Question]
    units: Mapping[str, str]
    """What a question's figure counts: 元, 人, 个月."""
