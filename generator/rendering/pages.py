"""Pages to HTML text with ``site:`` links, by the templates."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment
from markupsafe import Markup, escape

from generator.html_tree import read_part, words_of
from generator.loading.model import PolicyText
from generator.paging.addresses import HOME
from generator.paging.figures import UnknownFigureError
from generator.paging.page import Page
from generator.paging.placement import PolicyLink
from generator.paging.site import Site
from generator.paging.worked_examples import WorkedExamples
from generator.rendering.compiled import CompiledTemplates
from generator.rendering.environment import environment
from generator.rendering.gallery import show_component
from generator.rendering.prose import ProseRenderer, ShownInProse
from generator.rendering.structured_data import questions_data


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A section of a page, for its contents."""

    anchor: str
    title: str
    is_live: bool = False
    """Whether a script shows it only at times."""


def headings(main: str) -> tuple[Heading, ...]:
    """The second-level headings with an id that a page's text has, but for those with ``data-unlisted`` and in articles."""
    before_articles = takewhile(lambda each: each.tag != "article", read_part(main).elements())
    return tuple(
        Heading(
            anchor=element.attributes["id"] or "",
            title=words_of(element).strip(),
            is_live="data-live" in element.attributes,
        )
        for element in before_articles
        if element.tag == "h2"
        and "id" in element.attributes
        and "data-unlisted" not in element.attributes
    )


def page_environment(
    templates: Path,
    policy: PolicyText,
    examples: WorkedExamples,
    addresses: Collection[str],
    others: Collection[PolicyLink] = (),
    *,
    site_name: str = "",
    ended: Mapping[str, date] | None = None,
    compiled: CompiledTemplates | None = None,
) -> Environment:
    """The environment of the pages: it knows the policy's prose, which pages there are and, for the gallery, the components.

    ``others`` are the policies of the site that texts may lead to. ``ended`` are the last days of documents that lie between
    the day of the data and the announced edition's first, by the address of each document.
    """
    jinja = environment(templates, compiled, site_name=site_name)
    jinja.globals["ended"] = ended or {}
    jinja.tests["in_the_site"] = addresses.__contains__

    show = ShownInProse(
        example=lambda example: component(jinja, "worked_example", example=example),
        certainty=lambda citation: component(jinja, "certainty", citation=citation).strip(),
        official=lambda document: component(jinja, "official_link", document=document).strip(),
        basis=lambda citations: component(jinja, "basis", citations=citations),
        policy=lambda code, words: _led_to(code, words, others),
    )
    jinja.filters["headings"] = headings
    prose = ProseRenderer(policy, examples, show, compiled)
    jinja.filters["prose"] = prose.html
    jinja.filters["prose_line"] = prose.line
    jinja.filters["questions_data"] = questions_data(prose)
    jinja.globals["show_component"] = lambda name: show_component(jinja, name)
    return jinja


def _led_to(code: str, words: str, others: Collection[PolicyLink]) -> Markup:
    """The words as a link to another policy's first page; plain where this policy has the site for itself."""
    if not others:
        return escape(words)
    found = next((each for each in others if each.address == f"{code}/{HOME}"), None)
    if found is None:
        raise UnknownFigureError(f"the site has no policy {code}")
    return Markup('<a href="site:{}">{}</a>').format(found.address, words)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRenderer:
    """What all pages are rendered with; ``assets`` are the plain names that templates may link to."""

    jinja: Environment
    site: Site
    assets: Collection[str]
    texts: Mapping[str, str] = MappingProxyType({})
    """The policy's Markdown: each page is given its own, nothing else is given any."""

    def html(self, page: Page, **more: object) -> str:
        """The page's text with ``site:`` links; ``more`` is what only its own template knows."""
        return self.jinja.get_template(page.template).render(
            page=page,
            site=self.site,
            body=page.body,
            text=self.texts.get(page.text, ""),
            assets=self.assets,
            **more,
        )


def component(jinja: Environment, name: str, **arguments: object) -> Markup:
    """A component's macro, called on its own."""
    module = jinja.get_template(f"components/{name}/{name}.html.j2").module
    made: Markup = getattr(module, name)(**arguments)
    return made
