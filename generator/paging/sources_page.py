"""The page of sources: documents, yardsticks, and what the words of certainty mean."""

from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.citations import Citation, cite
from generator.paging.guide_views import GroupView
from generator.paging.page import Page
from generator.policy.facts import Fact
from generator.policy.sources import Document, DocumentKind
from generator.policy.yardsticks import NotEstablished, YardstickPeriod


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodView:
    """A period of a yardstick with its citation."""

    period: YardstickPeriod
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """A figure that no score rests on, with its citation."""

    fact: Fact
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesBody:
    """What the page of sources shows; histories are newest first."""

    groups: tuple[GroupView[Document], ...]
    """The documents by their kind, in the order of the kinds."""
    reference_level: tuple[PeriodView, ...]
    statutory_average: tuple[PeriodView, ...]
    not_established: tuple[NotEstablished, ...]
    facts: tuple[FactView, ...]
    has_readings: bool


def sources_page(policy: PolicyText) -> Page:
    """The page of sources."""

    def newest_first(periods: tuple[YardstickPeriod, ...]) -> tuple[PeriodView, ...]:
        return tuple(
            PeriodView(period=period, citation=cite(period.receipt, policy.documents))
            for period in reversed(periods)
        )

    yardsticks = policy.yardsticks
    return Page(
        address=addresses.SOURCES,
        template="pages/sources.html.j2",
        title="依据与来源",
        description="每个数字出自哪份文件、哪一条，什么时候有效，有多可靠。",
        body=SourcesBody(
            groups=tuple(_group(kind, policy) for kind in DocumentKind),
            reference_level=newest_first(yardsticks.reference_level),
            statutory_average=newest_first(yardsticks.statutory_average),
            not_established=yardsticks.not_established,
            facts=tuple(
                FactView(fact=fact, citation=cite(fact.receipt, policy.documents))
                for fact in (each.on(policy.as_of) for each in policy.facts.values())
            ),
            has_readings=bool(policy.readings),
        ),
    )


def _group(kind: DocumentKind, policy: PolicyText) -> GroupView[Document]:
    return GroupView(
        code=kind.value,
        title="",
        says="",
        entries=tuple(each for each in policy.documents.values() if each.kind is kind),
    )
