"""The page about the score: formula, all indicators, what excludes what, where the text is silent."""

from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.editions import ScoredEdition
from generator.paging.formula import Formula, formula
from generator.paging.page import Page
from generator.policy.readings import ReadingText


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreBody:
    """What the page about the score shows."""

    edition: ScoredEdition
    formula: Formula
    readings: tuple[ReadingText, ...]


def score_page(policy: PolicyText, edition: ScoredEdition) -> Page:
    """The page about the score of an edition."""
    return Page(
        address=edition.root + addresses.SCORE,
        template="pages/score.html.j2",
        title=f"计分规则（{edition.text.called}）" if edition.root else "计分规则",
        is_searched=not edition.root,
        description="总积分由哪些指标组成，怎么加在一起，达到多少分算达标。",
        body=ScoreBody(
            edition=edition,
            formula=formula(edition),
            readings=tuple(policy.readings.values()),
        ),
    )
