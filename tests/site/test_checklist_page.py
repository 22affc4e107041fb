"""The page of a policy without points: every condition with its ground, and plainly no verdict."""

import shutil
from pathlib import Path

import pytest

from generator import paths
from generator.building.build import build
from generator.html_tree import html_of, read_page
from generator.standing import BuildOptions
from tests.policies import TOY_CHECKLIST, policies


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Beside a policy with points, which is at the root."""
    room = tmp_path_factory.mktemp("listed")
    data = policies(room / "data", "hill-town", at_root="hill-town")
    shutil.copytree(TOY_CHECKLIST, data / "toy-guild")
    options = BuildOptions(
        policy_data=data,
        dist=room / "dist",
        cache=paths.CACHE,
        with_engine=False,
        base_url="https://example.org",
    )
    build(options)
    return room / "dist"


def test_it_says_that_it_gives_no_verdict_and_why(dist: Path) -> None:
    page = (dist / "toy-guild" / "index.html").read_text("utf-8")
    assert "这里不下结论。没有见到正文。" in page
    assert "会费有多少。" in page


def test_every_condition_is_there_with_its_document_and_how_sure_it_is(dist: Path) -> None:
    page = read_page((dist / "toy-guild" / "index.html").read_text("utf-8"))
    found = [each for each in page.elements() if "data-condition" in each.attributes]
    codes = [each.attributes["data-condition"] for each in found]
    assert codes == ["apprentice", "rank", "no_debts", "fee"]
    for each in found:
        html = html_of(each)
        assert 'href="#doc-guild-2021"' in html
        assert "certainty--" in html
    assert "一个月一次（有人）" in html_of(found[-1])


def test_the_first_page_lists_it_and_the_search_finds_it(dist: Path) -> None:
    assert "toy-guild/index.html" in (dist / "index.html").read_text("utf-8")
    (index,) = (dist / "assets").glob("search-index.*.js")
    assert "toy-guild/index.html#condition-apprentice" in index.read_text("utf-8")
    assert "https://example.org/toy-guild/" in (dist / "sitemap.xml").read_text("utf-8")


def test_alone_it_is_a_whole_site(tmp_path: Path) -> None:
    options = BuildOptions(
        policy_data=TOY_CHECKLIST, dist=tmp_path / "dist", cache=paths.CACHE, with_engine=False
    )
    build(options)
    assert {page.name for page in (tmp_path / "dist").rglob("*.html")} == {"index.html", "404.html"}
