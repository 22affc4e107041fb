"""All pages of a policy as text: composed, then rendered by the templates, before links are made and files are written.

Where an edition is announced the whole is made twice, as of the day of the data and as of that edition's first day,
and pages that differ hold both.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from generator.loading.model import PolicyText
from generator.paging.addresses import FEED, document
from generator.paging.calculator_page import offline_page
from generator.paging.compose import EngineFacts, compose
from generator.paging.editions import scored_editions
from generator.paging.page import Page
from generator.paging.placement import ALONE, Placement
from generator.paging.site import Site, site_of
from generator.paging.worked_examples import WorkedExamples
from generator.rendering.by_day import from_day_on
from generator.rendering.compiled import CompiledTemplates
from generator.rendering.heads import with_filled_heads
from generator.rendering.offline import article_text, render_offline
from generator.rendering.pages import PageRenderer, page_environment
from generator.rendering.search_index import Entry, entries_from_day_on, search_entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """The pages as they are on a day, before any is rendered: what none of the policy's texts can change."""

    policy: PolicyText
    """Without its texts."""
    pages: tuple[Page, ...]
    frame: Site


@dataclass(frozen=True, kw_only=True)
class SiteAsOf:
    """The pages as they are on a day, and how they are rendered."""

    composed: Composed
    base_url: str
    make_renderer: Callable[[], PageRenderer]

    @property
    def policy(self) -> PolicyText:
        """The policy on that day, without its texts."""
        return self.composed.policy

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages."""
        return self.composed.pages

    @cached_property
    def renderer(self) -> PageRenderer:
        """What renders the pages; made when the first of them is asked for."""
        return self.make_renderer()

    def html(self, addresses: Collection[str]) -> dict[str, str]:
        """The text of these pages, by address."""
        return {
            page.address: self.renderer.html(page)
            for page in self.pages
            if page.address in addresses
        }

    def offline(self) -> str:
        """The one document that holds all of them, with marks for what is put in later."""
        page = offline_page(self.policy, scored_editions(self.policy), self.base_url)
        return render_offline(page, self.pages, self.renderer)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteText:
    """The pages as of the day of the data and, where an edition is announced, as of its first day."""

    now: SiteAsOf
    then: SiteAsOf | None = None

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages."""
        return self.now.pages

    @property
    def composed(self) -> tuple[Composed, ...]:
        """What no text can change."""
        return tuple(version.composed for version in self.versions)

    @property
    def versions(self) -> tuple[SiteAsOf, ...]:
        """The one or two."""
        return (self.now,) if self.then is None else (self.now, self.then)

    def html(self, addresses: Collection[str] | None = None) -> dict[str, str]:
        """Each page's text with ``site:`` links, by address; it holds on both sides of an announced edition's day.

        With ``addresses`` only that of the pages which stand there.
        """
        return self.joined(self.texts(addresses))

    def texts(self, addresses: Collection[str] | None = None) -> list[dict[str, str]]:
        """What ``html`` joins: the texts of each version, by address."""
        asked = {page.address for page in self.pages} if addresses is None else addresses
        return [version.html(asked) for version in self.versions]

    def joined(self, texts: Sequence[dict[str, str]]) -> dict[str, str]:
        """The texts of the versions as one of each page."""
        html = texts[0]
        if self.then is None:
            return html
        later, day = texts[1], self.then.policy.as_of
        runs_engine = {page.address for page in self.pages if page.runs_engine}
        return {
            address: from_day_on(text, later[address], day, keep_main=address in runs_engine)
            for address, text in html.items()
        }

    def entries(self, texts: Sequence[Mapping[str, str]]) -> tuple[Entry, ...]:
        """What the search finds in the texts of the versions, on either side of the day."""
        entries = search_entries(self.now.pages, texts[0])
        if self.then is None:
            return entries
        later = search_entries(self.then.pages, texts[1])
        return entries_from_day_on(entries, later, self.then.policy.as_of)

    def article(self, page: Page, html: str) -> str:
        """What the one document has of the text of a page."""
        return article_text(page, html, self.pages)

    def offline(self) -> str:
        """The one document that holds all pages, with marks for what hangs on texts (``rendering.offline.filled``)."""
        text = self.now.offline()
        if self.then is None:
            return text
        later, day = self.then.offline(), self.then.policy.as_of
        return from_day_on(text, later, day, keep_main=True)


def site_text(
    policy: PolicyText,
    score_json: Callable[[str], str],
    engine: EngineFacts,
    *,
    templates: Path,
    assets: Collection[str],
    components: tuple[str, ...] = (),
    base_url: str = "",
    placement: Placement = ALONE,
    compiled: CompiledTemplates | None = None,
    composed: tuple[Composed, ...] = (),
) -> SiteText:
    """The pages of a policy; the gallery is one of them where there are ``components`` to show.

    ``assets`` are the plain names that templates may link to, ``base_url`` is the address of the whole site.
    ``compiled`` keeps templates as they were compiled, ``composed`` is what was made before of the same but for texts.
    """
    base_url = f"{base_url}/{placement.place}".rstrip("/") if base_url else ""

    def composed_on(day: date) -> Composed:
        known = with_filled_heads(replace(policy, as_of=day, texts={}))
        editions = scored_editions(known)
        pages = compose(
            known,
            editions,
            WorkedExamples(known.cases, editions, score_json, known.current.code),
            engine,
            components=components,
            base_url=base_url,
            placement=placement,
        )
        frame = site_of(known, editions, base_url, placement, changes_over=day == policy.as_of)
        return Composed(policy=known, pages=pages, frame=frame)

    def renderer(of: Composed) -> PageRenderer:
        known = of.policy
        editions = scored_editions(known)
        return PageRenderer(
            jinja=page_environment(
                templates,
                known,
                WorkedExamples(known.cases, editions, score_json, known.current.code),
                [page.address for page in of.pages],
                placement.others,
                site_name=placement.site_name or policy.site,
                ended=_ended(policy, days[-1]),
                compiled=compiled,
            ),
            site=of.frame,
            assets=frozenset((*assets, *([FEED] if known.guide.changes else ()))),
            texts=policy.texts,
        )

    days = (policy.as_of, *(edition.in_force_from for edition in policy.announced[:1]))
    versions = [
        SiteAsOf(composed=each, base_url=base_url, make_renderer=partial(renderer, each))
        for each in composed or map(composed_on, days)
    ]
    return SiteText(now=versions[0], then=versions[1] if len(versions) > 1 else None)


def _ended(policy: PolicyText, day: date) -> dict[str, date]:
    """The last days of documents that are in force on the day of the data and no more on a later one, by their address."""
    lasts = ((each.code, each.in_force_to) for each in policy.documents.values())
    return {document(code): last for code, last in lasts if last and policy.as_of <= last < day}
