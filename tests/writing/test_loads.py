"""What a page would load from another host is found, in whatever way it asks for it."""

from typing import Final

import pytest

from generator.html_tree import read_page
from generator.writing.links import broken_links
from generator.writing.loads import loaded_from_elsewhere

HOST: Final = "https://toy.example/a"
LOADING: Final = (
    '<img src="{}">',
    '<img src="x.png" srcset="x.png 1x, {} 2x">',
    '<source srcset="{}">',
    '<script src="{}"></script>',
    '<link rel="stylesheet" href="{}">',
    '<link rel="apple-touch-icon" href="{}">',
    '<link rel="dns-prefetch" href="{}">',
    '<link rel="modulepreload" href="{}">',
    '<iframe src="{}"></iframe>',
    '<object data="{}"></object>',
    '<embed src="{}">',
    '<video poster="{}"></video>',
    '<audio src="{}"></audio>',
    '<input type="image" src="{}">',
    '<svg><use href="{}#b"/></svg>',
    '<svg><use xlink:href="{}#b"/></svg>',
    '<svg><image href="{}"/></svg>',
    '<svg><feImage href="{}"/></svg>',
    '<meta http-equiv="Refresh" content="0; url={}">',
    "<p style=\"background: url('{}')\">",
    '<style>@import "{}";</style>',
    "<style>p {{ background: URL({}) }}</style>",
    '<template><img src="{}"></template>',
)
DISGUISES: Final = (
    "//toy.example/a",
    "/\\toy.example/a",
    "\\\\toy.example/a",
    "HTTP://toy.example/a",
    "&#104;ttps://toy.example/a",
    "h&#10;ttps://toy.example/a",
    "&Tab;https://toy.example/a",
    "ftp://toy.example/a",
    "https:toy.example/a",
)
HARMLESS: Final = (
    '<img src="picture.png"><img src="../picture.png"><img src="data:image/png;base64,AA">',
    '<a href="https://toy.example/">words</a>',
    '<link rel="canonical" href="https://toy.example/"><link rel="alternate" href="https://toy.example/feed">',
    '<meta property="og:image" content="https://toy.example/a.png">',
    '<p style="width: 3px">https://toy.example/</p>',
)


@pytest.mark.parametrize("html", LOADING)
def test_whatever_loads_from_elsewhere_is_found(html: str) -> None:
    page = read_page(f"<!doctype html><body>{html.format(HOST)}")
    assert [each.removesuffix("#b") for each in loaded_from_elsewhere(page)] == [HOST]


@pytest.mark.parametrize("address", DISGUISES)
def test_an_address_elsewhere_is_known_however_it_is_written(address: str) -> None:
    assert loaded_from_elsewhere(read_page(f'<!doctype html><body><img src="{address}">'))


@pytest.mark.parametrize("html", HARMLESS)
def test_links_and_what_lies_in_the_site_are_no_such_thing(html: str) -> None:
    assert loaded_from_elsewhere(read_page(f"<!doctype html><body>{html}")) == ()


def test_a_page_and_a_style_sheet_that_load_from_elsewhere_are_refused() -> None:
    files = {
        "index.html": f'<!doctype html><body><img src="{HOST}">'.encode(),
        "site.css": f"p {{ background: url({HOST}) }}".encode(),
    }
    assert [(each.page, each.link) for each in broken_links(files, {})] == [
        ("index.html", HOST),
        ("site.css", HOST),
    ]
