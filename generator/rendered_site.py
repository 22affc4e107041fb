"""All pages of a policy as text: composed, then rendered by the templates, before links are made and files are written."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.loading.model import PolicyText
from generator.paging.addresses import FEED
from generator.paging.calculator_page import offline_page
from generator.paging.compose import EngineFacts, compose, scored_editions
from generator.paging.page import Page
from generator.paging.site import site_of
from generator.paging.worked_examples import WorkedExamples
from generator.rendering.offline import render_offline
from generator.rendering.pages import PageRenderer, page_environment
from generator.rendering.search_index import Entry, search_entries


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteText:
    """The pages, and how they are rendered; ``assets`` are the plain names that templates may link to."""

    policy: PolicyText
    pages: tuple[Page, ...]
    renderer: PageRenderer
    base_url: str

    def html(self) -> dict[str, str]:
        """Each page's text with ``site:`` links, by address."""
        return {page.address: self.renderer.html(page) for page in self.pages}

    def entries(self, html: Mapping[str, str]) -> tuple[Entry, ...]:
        """What the search finds in these texts."""
        return search_entries(self.pages, html)

    def offline(self, html: Mapping[str, str], entries: Collection[Entry]) -> str:
        """The one document that holds those of them whose text is given."""
        page = offline_page(self.policy, scored_editions(self.policy), self.base_url)
        others = [other for other in self.pages if other.address in html]
        return render_offline(page, others, html, entries, self.renderer)


def site_text(
    policy: PolicyText,
    score_json: Callable[[str], str],
    engine: EngineFacts,
    *,
    templates: Path,
    assets: Collection[str],
    components: tuple[str, ...] = (),
    base_url: str = "",
) -> SiteText:
    """The pages of a policy; the gallery is one of them where there are ``components`` to show."""
    editions = scored_editions(policy)
    examples = WorkedExamples(policy.cases, editions, score_json)
    pages = compose(policy, editions, examples, engine, components=components, base_url=base_url)
    return SiteText(
        policy=policy,
        pages=pages,
        renderer=PageRenderer(
            jinja=page_environment(templates, policy, examples, [page.address for page in pages]),
            site=site_of(policy, editions[-1], base_url),
            assets=frozenset((*assets, *([FEED] if policy.guide.changes else ()))),
        ),
        base_url=base_url,
    )
