"""The page of a policy without points: its conditions one by one, the questions that decide them, and no verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.loading.checklist import Checklist
from generator.paging.citations import Citation, cite
from generator.paging.questions import GroupView, QuestionView, choice_views, group_views
from generator.policy.checklist import ConditionGroup, View
from generator.policy.plain import Plain
from generator.policy.questions import QuestionText
from generator.policy.sources import Document
from generator.scoring.model import NEVER

SCRIPT: Final = "assets/calculator/checklist.js"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionView:
    """A condition as the page shows it."""

    code: str
    title: str
    says: str
    citation: Citation
    anchor: str
    """Where on the page its document is listed."""
    views: tuple[View, ...]
    only_asking: bool
    """Whether no answer decides it."""
    is_optional: bool
    """Whether nobody has to meet it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionGroupView:
    """A heading with its conditions."""

    group: ConditionGroup
    conditions: tuple[ConditionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistBody:
    """``data`` is what the script needs to know; ``cases`` how many cases came true at the build."""

    heading: str
    lead: str
    no_verdict: str
    why: str
    not_established: tuple[str, ...]
    document: Document
    documents: tuple[Document, ...]
    groups: tuple[ConditionGroupView, ...]
    questions: tuple[GroupView, ...]
    cases: int
    data: Plain


def checklist_body(policy: Checklist, engine: Mapping[str, Plain]) -> ChecklistBody:
    """What the page shows; ``engine`` is the manifest that its worker starts from."""
    file = policy.file
    return ChecklistBody(
        heading=file.heading,
        lead=file.lead,
        no_verdict=file.no_verdict,
        why=file.why,
        not_established=file.not_established,
        document=policy.documents[file.document],
        documents=tuple(policy.documents.values()),
        groups=tuple(_group(group, policy) for group in file.condition_groups),
        questions=group_views(
            policy.questions.groups,
            {question.code: question for question in policy.questions.questions},
            [_question(question) for question in policy.questions.questions],
        ),
        cases=len(policy.requests),
        data=_data(policy, engine),
    )


def _group(group: ConditionGroup, policy: Checklist) -> ConditionGroupView:
    return ConditionGroupView(
        group=group,
        conditions=tuple(
            ConditionView(
                code=each.code,
                title=each.title,
                says=each.says,
                citation=cite(each.receipt, policy.documents),
                anchor=f"doc-{each.receipt.document}",
                views=each.views,
                only_asking=not each.rule.questions(),
                is_optional=group.optional,
            )
            for each in policy.conditions
            if each.group == group.code
        ),
    )


def _question(question: QuestionText) -> QuestionView:
    return QuestionView(
        code=question.code,
        kind=question.kind,
        label=question.label,
        help=question.help,
        unit=question.unit,
        choices=choice_views(question),
        asked_if=question.asked_if,
        editions=(),
        is_shown=True,
        only_from="",
        gone_from="",
        is_from_ledger=False,
        counts_all_months=False,
        situation="",
        worth=(),
        basis=(),
        helped_by=(),
    )


def _data(policy: Checklist, engine: Mapping[str, Plain]) -> Plain:
    """What the calculator's scripts ask of a page; most of it there is nothing of here."""
    edition: Plain = {
        "code": "",
        "title": policy.file.title,
        "document": "",
        "from": date.min.isoformat(),
        "to": NEVER.isoformat(),
        "questions": list(policy.scoring.questions),
    }
    return {
        "policy": policy.scoring.code,
        "version": "",
        "editions": [edition],
        "people": [],
        "nothing": {},
        "situations": [],
        "changes": [],
        "engine": dict(engine),
    }
