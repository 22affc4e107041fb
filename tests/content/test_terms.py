from markupsafe import Markup

from generator.loading.model import Term
from generator.rendering.terms import TermLinks

TERMS = (
    Term(code="level", term="参照标准（R）", meaning="…"),
    Term(code="base", term="缴费基数", meaning="…"),
    Term(code="points", term="积分", meaning="…", linked=False),
)


def linked(html: str) -> str:
    return TermLinks(TERMS).linked(Markup(html))  # noqa: S704  (of our own)


def test_the_first_use_of_a_term_leads_to_the_glossary() -> None:
    assert linked("<p>缴费基数看缴费基数。</p>") == (
        '<p><a class="term" href="site:glossary.html#term-base">缴费基数</a>看缴费基数。</p>'
    )


def test_what_stands_in_brackets_is_no_part_of_a_term() -> None:
    assert '#term-level">参照标准</a>' in linked("<p>按参照标准算</p>")


def test_common_words_stay_plain() -> None:
    assert linked("<p>积分</p>") == "<p>积分</p>"


def test_headings_links_and_examples_are_left_alone() -> None:
    for html in (
        "<h2>缴费基数</h2>",
        '<a href="x">缴费基数</a>',
        "<strong>缴费基数</strong>",
        "<section><p>缴费基数</p></section>",
    ):
        assert linked(html) == html


def test_a_term_in_a_heading_does_not_use_up_its_link() -> None:
    assert linked("<h2>缴费基数</h2><p>缴费基数</p>").count('class="term"') == 1


def test_a_glossary_without_terms_links_nothing() -> None:
    assert TermLinks(()).linked(Markup("<p>缴费基数</p>")) == "<p>缴费基数</p>"
