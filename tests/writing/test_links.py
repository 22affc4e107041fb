import pytest

from generator.writing.links import BrokenLinksError, relative, require_links, resolve


def test_links_are_relative_so_that_the_site_works_anywhere() -> None:
    assert relative("indicators/age.html", "score.html") == "../score.html"
    assert relative("index.html", "indicators/age.html") == "indicators/age.html"
    assert relative("indicators/age.html", "indicators/base.html") == "base.html"


def test_site_addresses_become_relative_and_keep_their_anchor() -> None:
    text = '<a href="site:score.html#formula">x</a>'
    assert resolve("indicators/age.html", text, {}) == '<a href="../score.html#formula">x</a>'


def test_assets_get_their_hashed_name() -> None:
    names = {"assets/site.css": "assets/site.0123.css"}
    assert resolve("a/b.html", '<link href="site:assets/site.css">', names) == (
        '<link href="../assets/site.0123.css">'
    )


def test_links_that_lead_somewhere_pass() -> None:
    require_links(
        {
            "index.html": b'<a href="a/b.html#x">1</a><a href="#y" id="y">2</a><a href="https://e.org">3</a>',
            "a/b.html": b'<p id="x"><a href="../index.html">4</a></p>',
        }
    )


@pytest.mark.parametrize(
    ("link", "message"),
    [
        (
            "nowhere.html",
            "index.html: link to 'nowhere.html': there is no nowhere.html in the site",
        ),
        ("#gone", "index.html: link to '#gone': index.html has no element with the id 'gone'"),
        (
            "site:index.html",
            "index.html: link to 'site:index.html': addresses with site are not allowed",
        ),
        (
            "javascript:x",
            "index.html: link to 'javascript:x': addresses with javascript are not allowed",
        ),
        ("//e.org/a", "index.html: link to '//e.org/a': addresses with // are not allowed"),
        ("/index.html", "index.html: link to '/index.html': there is no /index.html in the site"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_page(link: str, message: str) -> None:
    with pytest.raises(BrokenLinksError) as caught:
        require_links({"index.html": f'<a href="{link}">x</a>'.encode()})
    assert str(caught.value) == message


def test_all_broken_links_are_told_at_once() -> None:
    with pytest.raises(BrokenLinksError) as caught:
        require_links({"a.html": b'<a href="x">1</a><img src="y"><label for="z">3</label>'})
    assert len(caught.value.broken) == 3
