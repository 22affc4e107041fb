"""The page of papers: what to bring, by indicator, with who brings it."""

from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.citations import Citation, cite
from generator.paging.editions import ScoredEdition
from generator.paging.guide_views import Link, indicator_links
from generator.paging.page import GUIDE_SCRIPT, Page, SearchGroup
from generator.policy.guide.papers import Paper
from generator.policy.pages import GuideGroup, GuidePlace, Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """A paper as its component shows it; ``says`` is prose of the data."""

    code: str
    name: str
    says: str
    from_: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersGroup:
    """The papers for the same indicators; those without are for everyone."""

    anchor: str
    indicators: tuple[Link, ...]
    papers: tuple[PaperView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersBody:
    """``name`` tells the file in messages."""

    name: str
    groups: tuple[PapersGroup, ...]


def papers_page(policy: PolicyText, edition: ScoredEdition) -> Page:
    """The page of all papers, but for those of indicators that the edition doesn't have."""
    by_indicators: dict[tuple[str, ...], list[Paper]] = {}
    for paper in policy.guide.papers:
        if paper.indicators and not edition.indicators.keys() & set(paper.indicators):
            continue
        by_indicators.setdefault(_group(paper, by_indicators), []).append(paper)
    return Page(
        address=addresses.PAPERS,
        template="pages/papers.html.j2",
        title="材料清单",
        description="申请积分要带什么：哪些人人都要，哪些看拿的是哪一项的分，由本人、单位还是配偶出。",
        scripts=(GUIDE_SCRIPT,),
        place=GuidePlace(
            group=GuideGroup.APPLYING, order=20, readers=(Reader.APPLICANT, Reader.EMPLOYER)
        ),
        search_group=SearchGroup.STEPS,
        body=PapersBody(
            name="guide/papers.yaml",
            groups=tuple(
                PapersGroup(
                    anchor="-".join(codes).replace("_", "-") or "everyone",
                    indicators=indicator_links(codes, edition),
                    papers=tuple(_view(paper, policy) for paper in papers),
                )
                for codes, papers in by_indicators.items()
            ),
        ),
    )


def _group(paper: Paper, known: dict[tuple[str, ...], list[Paper]]) -> tuple[str, ...]:
    """The group that holds all of the paper's indicators, or else a new one."""
    wanted = set(paper.indicators)
    for codes in known:
        if wanted and wanted <= set(codes):
            return codes
    return paper.indicators


def _view(paper: Paper, policy: PolicyText) -> PaperView:
    return PaperView(
        code=paper.code,
        name=paper.name,
        says=paper.says,
        from_=paper.from_.value,
        citation=cite(paper.receipt, policy.documents),
    )
