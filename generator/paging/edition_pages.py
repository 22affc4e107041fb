"""The pages that an edition keeps for itself: its score and its indicators, whichever edition is in force."""

from collections.abc import Iterator

from generator.loading.model import PolicyText
from generator.paging import addresses
from generator.paging.editions import scored_edition
from generator.paging.indicator_pages import pages_of
from generator.paging.page import Page
from generator.paging.score_page import score_page
from generator.paging.worked_examples import WorkedExamples


def edition_pages(policy: PolicyText, examples: WorkedExamples) -> Iterator[Page]:
    """Those of all editions that can be scored, oldest first."""
    for text in policy.editions.values():
        if text.scored:
            edition = scored_edition(policy, text, addresses.of_edition(text.code))
            yield score_page(policy, edition)
            yield from pages_of(policy, edition, tuple(edition.indicators.values()), examples)
