"""One page for both sides of a day: what is equal stands once, what differs twice with the days on which it holds."""

from datetime import date

from generator.rendering.by_day import from_day_on
from tests.rendering.html_rules import problems

DAY = date(2027, 1, 1)
PAGE = """\
<!DOCTYPE html>
<html lang="zh-Hans-CN">
<head>
<title>年龄 30</title>
<meta name="description" content="最多 30 分">
<meta name="robots" content="noindex">
<script type="application/ld+json">{"name": "最多 30 分"}</script>
</head>
<body>
<nav><ul><li><a href="#points">有多少分</a></li><li><a href="#more">还有</a></li></ul></nav>
<main data-page="age"><h1>年龄</h1><p>最多 30 分</p><h2 id="points">有多少分</h2>
<section id="cap" aria-labelledby="points"><h3 id="name">封顶</h3><table id="table"><tr><td>30</td></tr></table></section>
<h2 id="more">还有</h2><p>不变</p></main>
<script type="application/json">{"cap": 30}</script>
</body>
</html>
"""
LATER = PAGE.replace("30", "35")


def test_a_page_that_stays_the_same_is_left_as_it_is() -> None:
    assert from_day_on(PAGE, PAGE, DAY) == PAGE


def test_what_differs_says_its_days_and_what_is_equal_stands_once() -> None:
    made = from_day_on(PAGE, LATER, DAY)
    assert made.count("<h1>年龄</h1>") == made.count("<p>不变</p>") == 1
    assert (
        '<p data-shown-to="2026-12-31"><span class="by-day">到 2026 年 12 月 31 日为止：</span>最多 30 分</p>'
        '<p data-shown-from="2027-01-01"><span class="by-day">2027 年 1 月 1 日起：</span>最多 35 分</p>'
    ) in made
    assert made.count('<section id="cap"') == 1, "a section is looked into"
    assert not problems(made)


def test_the_head_keeps_beside_its_words_what_they_are_from_the_day_on() -> None:
    made = from_day_on(PAGE, LATER, DAY)
    assert '<title data-says-from="2027-01-01" data-says="年龄 35">年龄 30</title>' in made
    assert (
        '<meta data-says-from="2027-01-01" data-says="最多 35 分" name="description" content="最多 30 分">'
    ) in made
    assert '<meta name="robots" content="noindex">' in made
    assert '<script type="application/ld+json" data-shown-to="2026-12-31">' in made


def test_places_of_what_comes_later_are_told_apart_and_links_find_them() -> None:
    later = PAGE.replace("有多少分", "多少分")
    made = from_day_on(PAGE, later, DAY)
    assert '<h2 id="points--from-2027-01-01" data-shown-from="2027-01-01">' in made
    assert '<a href="#points--from-2027-01-01">多少分</a>' in made
    assert made.count('<a href="#more">') == 1
    assert not problems(made)


def test_what_was_dropped_ends_and_what_is_new_begins() -> None:
    made = from_day_on(
        PAGE, PAGE.replace("<p>不变</p>", "").replace("</h1>", "</h1><p>新的</p>"), DAY
    )
    assert '<p data-shown-to="2026-12-31">' in made
    assert "起：</span>新的</p>" in made


def test_what_ends_before_a_part_leaves_the_part_to_be_looked_into() -> None:
    old = PAGE.replace("<main", "<aside><p>新办法</p></aside>\n<main")
    made = from_day_on(old, LATER, DAY)
    assert made.count('<main data-page="age">') == made.count("<h1>年龄</h1>") == 1
    assert made.count("新办法") == 1
    assert not problems(made)


def test_a_field_stands_once_where_only_what_is_said_beside_it_differs() -> None:
    box = '<ul><li data-paper="a"><label><input name="a">卡</label><div><p>第 30 条</p></div></li></ul>'
    radio = '<fieldset id="b"><legend>答</legend><label><input name="b">是</label><p>第 30 条</p></fieldset>'
    page = PAGE.replace("<p>不变</p>", box + radio)
    made = from_day_on(page, page.replace("30", "35"), DAY)
    assert made.count('name="a"') == made.count('name="b"') == 1
    assert made.count("第 30 条") == made.count("第 35 条") == 2
    asked = from_day_on(page, page.replace("答", "另答"), DAY)
    assert asked.count("<legend>") == asked.count('name="b"') == 2, (
        "a legend alone can't stand twice"
    )
    line = page.replace("卡</label><div>", "卡</label>或<div>")
    assert from_day_on(line, line.replace("30", "35"), DAY).count('name="a"') == 2
    assert not problems(made)


def test_a_page_with_a_script_of_its_own_keeps_its_text() -> None:
    made = from_day_on(
        PAGE, LATER.replace("</body>", "<footer>35</footer></body>"), DAY, keep_main=True
    )
    assert "最多 35 分</p>" not in made
    assert '<div data-shown-from="2027-01-01">' in made
