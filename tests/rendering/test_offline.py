from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from generator.paging.page import Page
from generator.rendering.offline import (
    article_text,
    filled,
    links_inside,
    pages_inside,
    render_offline,
)
from generator.rendering.pages import PageRenderer
from generator.writing.links import require_links
from tests.rendering.html_rules import problems

SITE = object()


def page(address: str, *, runs_engine: bool = False, is_public: bool = True) -> Page:
    return Page(
        address=address,
        template="offline.html",
        title=Path(address).stem,
        description="",
        body=None,
        runs_engine=runs_engine,
        is_public=is_public,
    )


@pytest.fixture
def renderer() -> PageRenderer:
    template = (
        '<main id="main"><h1>{{ page.title }}</h1><p id="q-age">?</p>'
        '<a href="site:score.html#formula">规则</a>'
        '{% for article in articles %}<article id="{{ article.anchor }}">{{ article.html }}</article>{% endfor %}'
        "</main>"
    )
    jinja = Environment(
        loader=DictLoader({"offline.html": template}), undefined=StrictUndefined, autoescape=True
    )
    return PageRenderer(jinja=jinja, site=SITE, assets=frozenset())  # type: ignore[arg-type]


def test_every_page_is_a_place_in_the_document_and_every_link_stays_inside(
    renderer: PageRenderer,
) -> None:
    score = (
        '<main id="main"><h1 id="formula">式</h1><a href="site:indicators/age.html">年龄</a></main>'
    )
    age = (
        '<main id="main"><h1 id="points">分</h1><a href="#points">上</a>'
        '<a href="site:score.html#formula">式</a><a href="site:calculator.html#q-age">问</a>'
        '<a href="site:gallery.html">外</a></main>'
    )
    pages = [
        page("index.html"),
        page("calculator.html", runs_engine=True),
        page("score.html"),
        page("indicators/age.html"),
        page("gallery.html", is_public=False),
    ]
    html = {"score.html": score, "indicators/age.html": age}
    articles = {
        each.address: article_text(each, html[each.address], pages) for each in pages_inside(pages)
    }
    document = filled(render_offline(page("offline.html"), pages, renderer), articles, ())
    assert "site:" not in document
    assert '<article id="indicators-age">' in document
    assert '<h1 id="indicators-age--points">' in document
    assert '<a href="#indicators-age--points">上</a>' in document
    assert '<a href="#score--formula">式</a>' in document
    assert '<a href="#q-age">问</a>' in document
    assert "<a>外</a>" in document, "a page that the document has not is no link"
    require_links({"offline.html": document.encode()})
    assert not problems(document)


def test_what_is_not_in_the_document_leads_to_its_top() -> None:
    assert links_inside('<a href="site:index.html">', frozenset()) == '<a href="#main">'
