from collections.abc import Mapping

from markupsafe import Markup

from generator.rendering.markdown import mark, to_html
from generator.rendering.terms import TermLinks


def html(text: str, blocks: Mapping[int, Markup] | None = None) -> str:
    return str(to_html(text, top_level=2, blocks=blocks or {}, terms=TermLinks(())))


def test_headings_start_at_the_level_asked_for_and_get_anchors() -> None:
    prose = html("# 条件\n\n文\n\n## 细则")
    assert '<h2 id="条件">条件</h2>' in prose
    assert "<h3" in prose


def test_raw_html_is_shown_as_text() -> None:
    assert html("<script>alert(1)</script>") == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"
    assert "<img" not in html("文 <img src=x onerror=alert(1)> 字")
    assert "<div" not in html("<div>\n\n文\n\n</div>")


def test_relative_links_go_from_the_root_of_the_site() -> None:
    assert 'href="site:score.html#formula"' in html("[规则](score.html#formula)")


def test_links_outside_and_inside_the_page_stay_as_they_are() -> None:
    assert 'href="https://example.org/"' in html("[外](https://example.org/)")
    assert 'href="#a"' in html("[内](#a)")


def test_tables_scroll_and_carry_no_inline_style() -> None:
    table = html("|项|分|\n|-|-:|\n|甲|1|")
    assert 'class="right"' in table
    assert "style=" not in table
    assert 'class="scroll"' in table


def test_the_heads_of_tables_say_that_they_head_columns() -> None:
    assert html("|项|分|\n|-|-|\n|甲|1|").count('scope="col"') == 2


def test_wide_tables_name_the_column_of_each_cell_so_that_a_phone_can_stack_them() -> None:
    table = html("|步骤|谁|在哪里|得到|\n|-|-|-|-|\n|自测|您|网上|分数|")
    assert 'class="stacked"' in table
    assert '<td data-label="谁" role="cell">您</td>' in table.replace(
        'role="cell" data-label="谁"', 'data-label="谁" role="cell"'
    )


def test_no_gap_is_left_between_chinese_words_where_a_line_ends() -> None:
    assert html("第一行\n第二行，10 万 元") == "<p>第一行第二行，10 万元</p>"


def test_blocks_take_the_place_of_their_marks() -> None:
    blocks = {0: Markup("<section>例</section>")}
    assert html(f"前\n\n{mark(0)}\n\n后", blocks) == "<p>前</p>\n<section>例</section>\n<p>后</p>"


def test_a_block_in_a_line_stands_between_its_words() -> None:
    assert html(f"前{mark(0)}后", {0: Markup("<b>块</b>")}) == "<p>前<b>块</b>后</p>"
