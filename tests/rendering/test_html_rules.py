import pytest

from tests.rendering.html_rules import problems


def test_good_html_has_no_problems() -> None:
    assert not problems(
        '<h1 id="a">甲</h1><p>乙<br>丙</p><label>丁<input></label>', first_heading=1
    )


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("<div>", "<div> is never closed"),
        ("<p><b>x</p></b>", "</p> closes <b>"),
        ('<p id="a"></p><p id="a"></p>', "the id 'a' is used 2 times"),
        ("<input>", "<input> has no label"),
        ("<h2>a</h2><h4>b</h4>", "an h4 follows an h2"),
        ('<p style="color: red">x</p>', "<p> has the inline attribute style"),
        ('<p onclick="x()">x</p>', "<p> has the inline attribute onclick"),
        ("<script>x()</script>", "there is an inline <script>"),
        ("<style>p {}</style>", "there is an inline <style>"),
        ("<p><table></table></p>", "<table> stands inside <p>"),
        ("<ul><p>x</p></ul>", "<p> is a child of <ul>"),
        ("<a href='x'></a>", "<a> has no words"),
        ("<button>x</button>", "<button> has no type"),
        ("<th>x</th>", "<th> has no scope"),
    ],
)
def test_each_broken_rule_is_told(html: str, problem: str) -> None:
    assert problem in problems(html)
