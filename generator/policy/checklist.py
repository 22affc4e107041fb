"""A policy without points: conditions to check one by one, as its files say them. It never gives a verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from generator.policy.cases import Standing
from generator.policy.evidence import Authority, Confidence, DocumentCode, Receipt
from generator.policy.marks import Answers, Declares, Inline, Keys, OneOfKinds, Sources
from generator.policy.plain import Plain
from generator.scoring.condition_kinds.kinds import CONDITION_KINDS
from generator.scoring.condition_kinds.rule import ConditionRule
from generator.scoring.marks import Code, Entries, Key, Once, Refers
from generator.scoring.model import Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionGroup:
    """A heading with the conditions under it."""

    code: Annotated[Code, Key("group"), Declares("condition group")]
    title: str
    says: str
    optional: bool = False
    """Whether nobody has to meet them: what eases others, or has no figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedFrom:
    """A page of the policy at the root of the site that leads here, and the words of the way back."""

    page: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistFile:
    """policy.yaml of such a policy."""

    code: Annotated[Code, Key("policy")]
    title: str
    heading: str
    description: str
    lead: str
    document: DocumentCode
    """The document that the conditions are those of."""
    no_verdict: str
    """That there is no verdict; the first sentence of each answer."""
    why: str
    """Why there is none."""
    not_established: Annotated[tuple[str, ...], Entries(0), Once("sentence")]
    """What nobody here has found out."""
    condition_groups: tuple[ConditionGroup, ...]
    led_from: LedFrom | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How some understand a condition about which the text is silent, or is not at hand."""

    says: str
    held_by: str
    authority: Authority
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCondition:
    """An entry of conditions.yaml."""

    code: Annotated[Code, Key("condition"), Declares("condition")]
    group: Annotated[Code, Refers("condition group")]
    title: str
    says: str
    receipt: Annotated[Receipt, Inline(), Sources()]
    rule: Annotated[ConditionRule, OneOfKinds(CONDITION_KINDS)]
    sentences: Annotated[Mapping[str, str], Keys(("unknown",), optional=("met", "not_met"))]
    """One for each standing that the rule can find."""
    views: Annotated[tuple[View, ...], Entries(0)] = ()

    @property
    def scoring(self) -> Condition:
        """What scoring needs of it."""
        return Condition(
            code=self.code,
            title=self.title,
            clause=self.receipt.clause,
            certainty=self.receipt.authority.value,
            rule=self.rule,
            reads=self.rule.questions(),
            sentences=self.sentences,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistCase:
    """An entry of cases.yaml: answers, and how conditions then stand."""

    name: Annotated[str, Key("case"), Declares("case")]
    answers: Annotated[Mapping[str, Plain], Answers()]
    expect: Mapping[Annotated[Code, Refers("condition")], Standing]
