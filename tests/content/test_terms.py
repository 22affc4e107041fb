import pytest
from markupsafe import Markup

from generator.policy.glossary import Term
from generator.rendering.markdown import mark, to_html
from generator.rendering.terms import TermLinks

TERMS = (
    Term(code="level", term="参照标准（R）", meaning="…"),
    Term(code="base", term="缴费基数", meaning="…"),
    Term(code="points", term="积分", meaning="…", linked=False),
)


def linked(text: str, terms: tuple[Term, ...] = TERMS) -> str:
    return str(to_html(text, top_level=2, blocks={}, terms=TermLinks(terms)))


def test_the_first_use_of_a_term_leads_to_the_glossary() -> None:
    assert linked("缴费基数看缴费基数。") == (
        '<p><a class="term" href="site:glossary.html#term-base">缴费基数</a>看缴费基数。</p>'
    )


def test_what_stands_in_brackets_is_no_part_of_a_term() -> None:
    assert '#term-level">参照标准</a>' in linked("按参照标准算")


def test_common_words_stay_plain() -> None:
    assert linked("积分") == "<p>积分</p>"


@pytest.mark.parametrize("text", ["# 缴费基数", "[缴费基数](x)", "**缴费基数**", "`缴费基数`"])
def test_headings_links_and_names_are_left_alone(text: str) -> None:
    assert 'class="term"' not in linked(text)


def test_examples_are_left_alone() -> None:
    blocks = {0: Markup("<section>缴费基数</section>")}
    terms = TermLinks(TERMS)
    assert 'class="term"' not in to_html(mark(0), top_level=2, blocks=blocks, terms=terms)


def test_each_term_of_a_sentence_is_linked_in_its_order_with_what_stands_between() -> None:
    assert linked("看参照标准，*再看缴费基数*，又看参照标准。").replace(
        "site:glossary.html#term-", ""
    ) == (
        '<p>看<a class="term" href="level">参照标准</a>，<em>再看<a class="term" href="base">缴费基数</a></em>'
        "，又看参照标准。</p>"
    )


def test_a_term_in_a_heading_does_not_use_up_its_link() -> None:
    assert linked("# 缴费基数\n\n缴费基数").count('class="term"') == 1


def test_a_glossary_without_terms_links_nothing() -> None:
    assert linked("缴费基数", ()) == "<p>缴费基数</p>"
