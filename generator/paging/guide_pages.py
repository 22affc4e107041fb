"""The pages of the guide, where a policy has one."""

from collections.abc import Iterator

from generator.loading.model import PolicyText
from generator.paging.editions import ScoredEdition
from generator.paging.fact_checks_page import fact_checks_page
from generator.paging.page import Page
from generator.paging.papers_page import papers_page
from generator.paging.questions_page import questions_page
from generator.paging.risk_check_page import risk_check_page
from generator.paging.self_assessment_page import self_assessment_page
from generator.paging.worked_examples import WorkedExamples


def guide_pages(
    policy: PolicyText, edition: ScoredEdition, examples: WorkedExamples
) -> Iterator[Page]:
    """Questions, fact-checks, papers, risks and the official form."""
    form = policy.guide.self_assessment
    if form is None:
        return
    yield questions_page(policy, edition, examples)
    yield fact_checks_page(policy, edition, examples)
    yield papers_page(policy, edition)
    yield risk_check_page(policy, edition)
    yield self_assessment_page(policy, edition, form)
