import pytest

from tests.rendering.html_rules import problems


def test_good_html_has_no_problems() -> None:
    assert not problems(
        '<h1 id="a">甲</h1><p>乙<br>丙</p><label>丁<input></label>', first_heading=1
    )


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("<div>", "after <div stands the end, and browsers read </div"),
        ("<p><b>x</p></b>", "after <b stands </p, and browsers read </b"),
        ("<p>x</p></div>", "after </p stands </div, and browsers read the end"),
        ("<a>x<a>y</a></a>", "after <a stands <a, and browsers read </a"),
        ('<p id="a"></p><p id="a"></p>', "the id 'a' is used 2 times"),
        ("<input>", "<input> has no label"),
        ("<h2>a</h2><h4>b</h4>", "an h4 follows an h2"),
        ('<p style="color: red">x</p>', "<p> has the inline attribute style"),
        ('<p onclick="x()">x</p>', "<p> has the inline attribute onclick"),
        ("<script>x()</script>", "there is an inline <script>"),
        ("<style>p {}</style>", "there is an inline <style>"),
        ("<p><ul></ul></p>", "after <p stands <ul, and browsers read </p"),
        ("<h2><p>x</p></h2>", "<p> stands inside <h2>"),
        ("<ul><p>x</p></ul>", "<p> is a child of <ul>"),
        ("<a href='x'></a>", "<a> has no words"),
        ("<button>x</button>", "<button> has no type"),
        ("<table><tr><th>x</th></tr></table>", "<th> has no scope"),
    ],
)
def test_each_broken_rule_is_told(html: str, problem: str) -> None:
    assert problem in problems(html)
