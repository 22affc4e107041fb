"""The sheet for the official self-assessment: its questions in order beside ours, and why results differ."""

from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.citations import Citation, cite
from generator.paging.editions import IndicatorView, ScoredEdition
from generator.paging.page import GUIDE_SCRIPT, Page, SearchGroup
from generator.policy.guide.self_assessment import Difference, SelfAssessment
from generator.policy.pages import GuideGroup, GuidePlace
from generator.policy.plain import Plain
from generator.policy.questions import QuestionText
from generator.scoring.questions import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnQuestion:
    """A question of ours that answers an official one."""

    code: str
    label: str
    unit: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialQuestionView:
    """A question of the official form; ``says`` is prose of the data."""

    asks: str
    says: str
    questions: tuple[OwnQuestion, ...]
    indicators: tuple[IndicatorView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfAssessmentBody:
    """``labels`` are the words of choices, by question, for the script."""

    name: str
    citation: Citation
    questions: tuple[OfficialQuestionView, ...]
    differs: tuple[Difference, ...]
    labels: Plain


def self_assessment_page(policy: PolicyText, edition: ScoredEdition, form: SelfAssessment) -> Page:
    """The sheet."""
    used = [policy.questions[code] for each in form.questions for code in each.questions]
    return Page(
        address=addresses.SELF_ASSESSMENT,
        template="pages/self_assessment.html.j2",
        title="官方模拟估分对照表",
        description="官方模拟估分的问题，按它的顺序列出，旁边是本站的哪一问；结果不同时先看哪里。",
        scripts=(GUIDE_SCRIPT,),
        place=GuidePlace(group=GuideGroup.BEFORE, order=20),
        search_group=SearchGroup.STEPS,
        body=SelfAssessmentBody(
            name="guide/self_assessment.yaml",
            citation=cite(form.receipt, policy.documents),
            questions=tuple(
                OfficialQuestionView(
                    asks=each.asks,
                    says=each.says,
                    questions=tuple(_own(policy.questions[code]) for code in each.questions),
                    indicators=tuple(
                        edition.indicators[code]
                        for code in each.indicators
                        if code in edition.indicators
                    ),
                )
                for each in form.questions
            ),
            differs=form.differs,
            labels={
                question.code: {choice.code: choice.label for choice in question.choices}
                for question in used
                if question.choices
            },
        ),
    )


def _own(question: QuestionText) -> OwnQuestion:
    return OwnQuestion(
        code=question.code,
        label=question.label,
        unit="" if question.kind is Kind.DATE else question.unit,
        address=addresses.question(question.code),
    )
