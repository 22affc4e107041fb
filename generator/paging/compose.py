"""All pages of the site, in order: the table of contents of ``paging``."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging.calculator_page import calculator_page
from generator.paging.changes_page import changes_page
from generator.paging.edition_pages import edition_pages
from generator.paging.editions import ScoredEdition, current_of
from generator.paging.editions_page import editions_page
from generator.paging.gallery_page import gallery_page
from generator.paging.glossary_page import glossary_page
from generator.paging.guide_index_page import guide_index_page
from generator.paging.guide_pages import guide_pages
from generator.paging.home_page import home_page
from generator.paging.indicator_pages import indicator_pages
from generator.paging.not_found_page import not_found_page
from generator.paging.page import Page
from generator.paging.placement import Placement
from generator.paging.prose_pages import prose_pages
from generator.paging.score_page import score_page
from generator.paging.search_page import search_page
from generator.paging.self_check_page import self_check_page
from generator.paging.sources_page import sources_page
from generator.paging.worked_examples import WorkedExamples
from generator.policy.plain import Plain


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineFacts:
    """What pages must know of the engine: its manifest for the scripts, and where the cases lie."""

    manifest: Mapping[str, Plain]
    scoring_hash: str
    cases_address: str


def compose(
    policy: PolicyText,
    editions: tuple[ScoredEdition, ...],
    examples: WorkedExamples,
    engine: EngineFacts,
    *,
    components: tuple[str, ...],
    base_url: str,
    placement: Placement,
) -> tuple[Page, ...]:
    """Every page of the site as of the policy's day; the gallery is one where there are ``components`` to show."""
    current = current_of(policy, editions)
    guide = (
        *prose_pages(policy),
        *guide_pages(policy, current, examples),
        editions_page(policy, editions, examples),
        *([glossary_page(policy)] if policy.glossary else []),
    )
    return (
        home_page(policy, current, guide, placement.others),
        calculator_page(policy, editions, engine.manifest, base_url),
        score_page(policy, current),
        *indicator_pages(policy, current, editions, examples),
        *edition_pages(policy, examples),
        guide_index_page(guide, policy.words),
        *guide,
        sources_page(policy),
        search_page(policy.search_words),
        changes_page(policy),
        self_check_page(
            cases=len(policy.cases),
            scoring_hash=engine.scoring_hash,
            cases_address=engine.cases_address,
            engine=engine.manifest,
        ),
        *(() if placement.place else (not_found_page(),)),
        *([gallery_page(components)] if components else []),
    )
