"""The page about the score: formula, all indicators, what excludes what, where the text is silent."""

from dataclasses import dataclass

from generator.loading.model import PolicyText, Reading
from generator.paging import addresses
from generator.paging.editions import IndicatorView, ScoredEdition
from generator.paging.formula import Formula, formula
from generator.paging.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A section of the index of indicators."""

    code: str
    indicators: tuple[IndicatorView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreBody:
    """What the page about the score shows."""

    edition: ScoredEdition
    formula: Formula
    sections: tuple[SectionView, ...]
    readings: tuple[Reading, ...]


def score_page(policy: PolicyText, edition: ScoredEdition) -> Page:
    """The page about the score of an edition."""
    return Page(
        address=addresses.SCORE,
        template="pages/score.html.j2",
        title="计分规则",
        description="总积分由哪些指标组成，哪些相加、哪些只取其一、哪些扣分，达到多少分算达标。",
        body=ScoreBody(
            edition=edition,
            formula=formula(edition),
            sections=sections(edition),
            readings=tuple(policy.readings.values()),
        ),
    )


def sections(edition: ScoredEdition) -> tuple[SectionView, ...]:
    """The edition's indicators by section."""
    codes = dict.fromkeys(indicator.section for indicator in edition.indicators.values())
    return tuple(
        SectionView(
            code=code,
            indicators=tuple(
                indicator for indicator in edition.indicators.values() if indicator.section == code
            ),
        )
        for code in codes
    )
