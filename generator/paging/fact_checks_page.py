"""The page of fact-checks: what people read elsewhere, and what the text makes of it.

Where a frequent question tells the whole, a claim links to it and leaves the examples there.
"""

from collections import Counter
from collections.abc import Mapping
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
from generator.policy.guide.claims import Claim, ClaimVerdict
from generator.policy.guide.faq import FrequentQuestion
from generator.policy.pages import GuideGroup, GuidePlace


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim as its component shows it; ``says`` and ``answer`` are prose of the data."""

    anchor: str
    says: str
    verdict: str
    answer: str
    citation: Citation
    see: Link | None
    """The frequent question that tells the whole; its title is prose of the data."""
    examples: tuple[WorkedExample, ...]
    indicators: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChecksBody:
    """``name`` tells the file in messages; ``counts`` has every verdict, in its order."""

    name: str
    groups: tuple[GroupView[ClaimView], ...]
    counts: Mapping[str, int]


def fact_checks_page(policy: PolicyText, edition: ScoredEdition, examples: WorkedExamples) -> Page:
    """The page of all claims."""
    claims = policy.guide.claims
    counted = Counter(claim.verdict for claim in claims.claims)
    return Page(
        address=addresses.FACT_CHECKS,
        template="pages/fact_checks.html.j2",
        title="说法核对",
        description=f"网上关于{policy.title}的常见说法，一条一条对照现行办法：对、不完整、不对，还是没有依据。",
        place=GuidePlace(group=GuideGroup.DOUBTS, order=20),
        search_group=SearchGroup.QUESTIONS,
        body=FactChecksBody(
            name="guide/claims.yaml",
            groups=grouped_views(
                claims.groups,
                ((claim.group, _view(claim, policy, edition, examples)) for claim in claims.claims),
            ),
            counts={verdict.value: counted[verdict] for verdict in ClaimVerdict},
        ),
    )


def _view(
    claim: Claim, policy: PolicyText, edition: ScoredEdition, examples: WorkedExamples
) -> ClaimView:
    seen = next((each for each in policy.guide.faq.questions if each.code == claim.see), None)
    shown = () if seen is not None and seen.cases else claim.cases
    return ClaimView(
        anchor=anchor(claim.code),
        says=claim.says,
        verdict=claim.verdict.value,
        answer=claim.answer,
        citation=cite(claim.receipt, policy.documents),
        see=None if seen is None else _link(seen),
        examples=examples_of(shown, claim.code, examples),
        indicators=indicator_links(claim.indicators, edition),
    )


def _link(question: FrequentQuestion) -> Link:
    return Link(title=question.asks, address=addresses.frequent_question(anchor(question.code)))
