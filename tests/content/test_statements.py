"""What pages must never say again, and what they must say: one table, statements.yaml, over all rendered pages.

``#`` stands for a figure that pages have from the data. The page of an indicator that ended is that of its last editions.
"""

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from generator import paths
from generator.loading.model import PolicyText
from generator.policy.sources import DocumentKind
from tests.content.conftest import BASE_URL
from tests.shipped import SHIPPED_CHECKLIST

_TABLE = YAML(typ="safe").load(Path(__file__).with_name("statements.yaml"))
NEVER: list[Mapping[str, str]] = _TABLE["never"]
SAYS: list[Mapping[str, str]] = _TABLE["says"]
_GRADE_IN_PROSE = re.compile(r"[（，、][ABC][+−-]?(?:到[ABC])?[）。，]")


@pytest.fixture(scope="module")
def pages(dist: Path) -> dict[str, str]:
    """All that a page of the shipped policy holds, its data blocks too, without spaces."""
    others = {each.name for each in paths.POLICY_DATA.iterdir()} - {SHIPPED_CHECKLIST.name}
    return {
        page.relative_to(dist).as_posix(): re.sub(r"\s", "", unescape(page.read_text("utf-8")))
        for page in sorted(dist.rglob("*.html"))
        if page.relative_to(dist).parts[0] not in others
    }


@pytest.mark.parametrize("entry", NEVER, ids=[entry["text"] for entry in NEVER])
def test_no_page_says_what_was_wrong(entry: Mapping[str, str], pages: dict[str, str]) -> None:
    assert [page for page, text in pages.items() if entry["text"] in text] == [], entry["because"]


@pytest.mark.parametrize("entry", SAYS, ids=[f"{entry['page']}:{entry['text']}" for entry in SAYS])
def test_a_page_says_what_is_right(entry: Mapping[str, str], pages: dict[str, str]) -> None:
    said = re.escape(re.sub(r"\s", "", entry["text"])).replace(r"\#", "[0-9,.]+")
    own = re.compile(entry["page"] if entry["page"] in pages else rf".*/{entry['page']}")
    shown = [re.sub(r"<[^>]+>", "", pages[page]) for page in pages if own.fullmatch(page)]
    assert [text for text in shown if re.search(said, text)], entry["because"]


def test_letters_of_confidence_stand_in_boxes_not_in_prose(pages: dict[str, str]) -> None:
    found = {
        page: _GRADE_IN_PROSE.findall(re.sub("<[^>]+>", "", text)) for page, text in pages.items()
    }
    assert {page: letters for page, letters in found.items() if letters} == {}


def test_a_web_page_says_nothing_of_a_number(dist: Path, policy: PolicyText) -> None:
    page = (dist / "sources.html").read_text("utf-8")
    for document in policy.documents.values():
        if document.kind is not DocumentKind.DOCUMENT:
            entry = page.split(f'id="doc-{document.code}"')[1].split("</div>")[0]
            assert "文号没有查到" not in entry, document.code


def test_beside_the_site_only_official_pages_are_opened_and_they_learn_nothing_of_the_reader(
    dist: Path,
) -> None:
    for page in dist.rglob("*.html"):
        for link in re.findall(r'<a [^>]*href="http[^>]*>', page.read_text("utf-8")):
            if f'href="{BASE_URL}/' in link:
                continue
            assert 'rel="noopener noreferrer"' in link, link
            assert re.search(r'href="https://[a-z0-9.-]+\.(?:gov|edu|com)\.cn/', link), link


def test_the_gallery_of_components_is_not_published(dist: Path) -> None:
    assert not (dist / "gallery.html").exists()
