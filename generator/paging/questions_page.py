"""The page of questions that applicants ask."""

from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.citations import Citation, cite
from generator.paging.editions import ScoredEdition
from generator.paging.guide_views import (
    GroupView,
    Link,
    anchor,
    examples_of,
    grouped_views,
    indicator_links,
)
from generator.paging.page import Page, SearchGroup
from generator.paging.worked_examples import WorkedExample, WorkedExamples
from generator.policy.guide.faq import FrequentQuestion
from generator.policy.pages import GuideGroup, GuidePlace, Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question with its answer; ``asks`` and ``answer`` are prose of the data."""

    anchor: str
    asks: str
    answer: str
    citation: Citation
    examples: tuple[WorkedExample, ...]
    indicators: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsBody:
    """``name`` tells the file in messages."""

    name: str
    groups: tuple[GroupView[QuestionView], ...]


def questions_page(policy: PolicyText, edition: ScoredEdition, examples: WorkedExamples) -> Page:
    """The page of all questions."""
    faq = policy.guide.faq
    return Page(
        address=addresses.QUESTIONS,
        template="pages/questions.html.j2",
        title="常见问题",
        description="够不够分、断缴补缴怎么算、基数看哪个数、多久续一次：申请人常问的问题，逐条写明依据。",
        place=GuidePlace(group=GuideGroup.DOUBTS, order=10, readers=(Reader.APPLICANT,)),
        search_group=SearchGroup.QUESTIONS,
        body=QuestionsBody(
            name="guide/faq.yaml",
            groups=grouped_views(
                faq.groups,
                ((each.group, _view(each, policy, edition, examples)) for each in faq.questions),
            ),
        ),
    )


def questions_about(policy: PolicyText, indicator: str) -> tuple[Link, ...]:
    """Links to the questions about an indicator; their titles are prose of the data."""
    return tuple(
        Link(title=each.asks, address=addresses.frequent_question(anchor(each.code)))
        for each in policy.guide.faq.questions
        if indicator in each.indicators
    )


def questions_helping(policy: PolicyText, question: str) -> tuple[Link, ...]:
    """Links to the questions that help with a question of the calculator."""
    return tuple(
        Link(title=each.asks, address=addresses.frequent_question(anchor(each.code)))
        for each in policy.guide.faq.questions
        if question in each.questions
    )


def _view(
    each: FrequentQuestion, policy: PolicyText, edition: ScoredEdition, examples: WorkedExamples
) -> QuestionView:
    return QuestionView(
        anchor=anchor(each.code),
        asks=each.asks,
        answer=each.answer,
        citation=cite(each.receipt, policy.documents),
        examples=examples_of(each.cases, each.code, examples),
        indicators=indicator_links(each.indicators, edition),
    )
