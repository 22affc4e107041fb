"""What the tests of pages ask axe."""

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from tests.axe import COLOURS, Right, colours_found_by_axe, found_by_rules

pytestmark = pytest.mark.browser

LINES: Final = "".join(f"<p>line {number} <b>of</b> many</p>" for number in range(20))
WEAK: Final = {
    "its own colour": '<p style="color: #aaa">weak</p>',
    "what lies around it": '<div style="background: #444"><section><p>weak</p></section></div>',
    "how much shows through": '<div style="opacity: .4"><p>weak</p></div>',
    "a part of it": '<p>strong <b style="color: #aaa">weak</b></p>',
    "a button": '<button style="color: #aaa; background: #fff">weak</button>',
}


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("why", WEAK)
def test_one_weak_contrast_among_many_lines_is_found_where_each_look_is_asked_of_once(
    page: Page, why: str
) -> None:
    body = f"<main>{LINES}%s{LINES}</main>"
    right: Right = set()
    page.set_content(body % "")
    assert not colours_found_by_axe(page, right)
    for _ in range(2):
        page.set_content(body % WEAK[why])
        (found,) = colours_found_by_axe(page, right)
        assert [found] == found_by_rules(page, COLOURS)


def test_a_contrast_that_is_weak_in_the_dark_alone_is_found_there(page: Page) -> None:
    page.set_content(
        "<style>@media (prefers-color-scheme: dark) { i { color: #ccc } }</style>"
        f"<main>{LINES}<p>and <i>another</i></p></main>"
    )
    right: Right = set()
    assert not colours_found_by_axe(page, right)
    page.emulate_media(color_scheme="dark")
    assert [element for _, element in colours_found_by_axe(page, right)] == ["<i>another</i>"]
    page.emulate_media(color_scheme="light")


def test_a_link_within_a_sentence_that_only_its_colour_tells_is_found_among_links_of_that_look(
    page: Page,
) -> None:
    link = '<a href="/">a link</a>'
    body = (
        "<style>a { color: #044; text-decoration: none }</style>"
        f"<main>{LINES}<ul>{f'<li>{link}</li>' * 9}</ul><p>{'%s' * 9}</p></main>"
    )
    right: Right = set()
    page.set_content(body % ((link,) * 9))
    assert not colours_found_by_axe(page, right)
    page.set_content(body % (("many words ",) * 4 + (link,) + (" and more",) * 4))
    (found,) = colours_found_by_axe(page, right)
    assert found == ("link-in-text-block", link)
    assert [found] == found_by_rules(page, COLOURS)


def test_a_weak_word_is_found_behind_a_weak_sign_of_the_same_look(page: Page) -> None:
    page.set_content('<main style="color: #aaa"><p>x</p><p>word</p><p>word</p></main>')
    assert colours_found_by_axe(page, set()) == [("color-contrast", "<p>word</p>")]


def test_a_look_that_was_found_right_is_asked_of_no_second_time(page: Page) -> None:
    page.set_content(f"<main>{LINES}</main>")
    right: Right = set()
    assert not colours_found_by_axe(page, right)
    assert right
    page.evaluate("() => { axe.run = () => Promise.reject(new Error('asked again')); }")
    assert not colours_found_by_axe(page, right)
