"""Several policies in one site: each with addresses of its own, a list of all, a search over all."""

import json
import shutil
from pathlib import Path

import pytest

from generator import paths
from generator.building.build import build
from generator.building.kept_site import KeptSite
from generator.building.made_pages import NO_PAGES
from generator.html_tree import read_page
from generator.kept import recall
from generator.paging.addresses import OFFLINE
from generator.rendering import compiled
from generator.standing import BuildOptions
from tests.policies import TOY_POLICY, TOY_TALLY, policies


def built(data: Path, dist: Path, base_url: str = "") -> Path:
    options = BuildOptions(
        policy_data=data, dist=dist, cache=paths.CACHE, with_engine=False, base_url=base_url
    )
    build(options)
    return dist


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two policies, neither of them at the root."""
    room = tmp_path_factory.mktemp("below")
    data = policies(room / "data", "hill-town", "lake-town")
    return built(data, room / "dist", "https://example.org/points")


@pytest.fixture(scope="module")
def rooted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two policies, one of them at the root."""
    room = tmp_path_factory.mktemp("rooted")
    data = policies(room / "data", "hill-town", "lake-town", at_root="lake-town")
    return built(data, room / "dist")


def pages(folder: Path) -> set[str]:
    return {page.relative_to(folder).as_posix() for page in folder.rglob("*.html")}


def links(page: Path) -> list[str]:
    return [link.address for link in read_page(page.read_text("utf-8")).links()]


def test_each_has_the_addresses_that_it_has_alone_behind_its_place(
    below: Path, tmp_path: Path
) -> None:
    alone = pages(built(TOY_POLICY, tmp_path / "alone"))
    assert pages(below / "hill-town") == pages(below / "lake-town") == alone - {"404.html"}
    assert {path.name for path in below.glob("*.html")} == {"index.html", "404.html"}


def test_a_kept_template_is_read_once_for_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counted(cache: Path, name: str, key: str) -> bytes | None:
        read.append(key)
        return recall(cache, name, key)

    monkeypatch.setattr(compiled, "recall", counted)
    monkeypatch.setattr(KeptSite, "pages", lambda *_: NO_PAGES)
    built(policies(tmp_path / "data", "hill-town", "lake-town"), tmp_path / "dist")
    assert read
    assert len(read) == len(set(read))


def test_the_site_is_called_what_the_policy_at_its_root_calls_it(tmp_path: Path) -> None:
    data = policies(tmp_path / "data", "hill-town", "lake-town", at_root="lake-town")
    for code, name in (("hill-town", "山的积分"), ("lake-town", "湖山积分")):
        with (data / code / "policy.yaml").open("a", encoding="utf-8") as file:
            file.write(f"site: {name}\n")
    dist = built(data, tmp_path / "dist")
    for page in ("index.html", "score.html", "hill-town/index.html", "hill-town/score.html"):
        text = (dist / page).read_text("utf-8")
        assert "湖山积分" in text[: text.index("</title>")]
        assert "山的积分" not in text


def test_the_first_page_lists_all_and_each_leads_back_to_it(below: Path) -> None:
    assert [link for link in links(below / "index.html") if "town" in link] == [
        "hill-town/index.html",
        "lake-town/index.html",
    ]
    assert "../index.html" in links(below / "lake-town" / "score.html")
    assert "../../index.html" in links(below / "lake-town" / "indicators" / "age.html")


def test_the_gallery_stands_at_the_root_alone(tmp_path: Path) -> None:
    data = policies(tmp_path / "data", "lake-town", at_root="lake-town")
    shutil.copytree(TOY_TALLY, data / "ferry-town")
    options = BuildOptions(
        policy_data=data,
        dist=tmp_path / "dist",
        cache=paths.CACHE,
        with_engine=False,
        with_gallery=True,
    )
    build(options)
    found = sorted(
        path.relative_to(options.dist).as_posix() for path in options.dist.rglob("gallery.html")
    )
    assert found == ["gallery.html"]


def test_an_address_with_nothing_leads_to_all(below: Path) -> None:
    assert "/points/hill-town/index.html" in links(below / "404.html")
    # A link to a calculator whose # was written as a number ends there.
    assert "assets/astray." in (below / "404.html").read_text("utf-8")


def test_one_may_stay_at_the_root_and_its_first_page_lists_the_others(
    rooted: Path, tmp_path: Path
) -> None:
    alone = pages(built(TOY_POLICY, tmp_path / "alone"))
    of_others = {page for page in pages(rooted) if page.startswith("hill-town/")}
    assert pages(rooted) - of_others == alone
    assert "hill-town/index.html" in links(rooted / "index.html")
    assert "../index.html#policies" in links(rooted / "hill-town" / "score.html")


def test_the_search_of_each_finds_what_all_say(below: Path) -> None:
    (index,) = (below / "assets").glob("search-index.*.js")
    text = index.read_text("utf-8-sig").removeprefix("globalThis.searchIndex=").rstrip(";\n")
    rows = json.loads(text)
    assert {row[3].partition("/")[0] for row in rows} == {"hill-town", "lake-town"}
    assert any(row[2].startswith("lake-town 积分 · ") for row in rows)
    for code in ("hill-town", "lake-town"):
        assert f'data-src="../assets/{index.name}"' in (below / code / "search.html").read_text()


def test_addresses_on_the_web_have_the_place_too(below: Path) -> None:
    page = (below / "lake-town" / "score.html").read_text("utf-8")
    whole = "https://example.org/points/lake-town/score.html"
    assert f'rel="canonical" href="{whole}"' in page
    assert f"<loc>{whole}</loc>" in (below / "sitemap.xml").read_text("utf-8")


def test_one_alone_is_built_the_same_from_its_folder_and_from_a_folder_of_policies(
    tmp_path: Path,
) -> None:
    built(policies(tmp_path / "data", "hill-town"), tmp_path / "one")
    built(tmp_path / "data" / "hill-town", tmp_path / "two")
    for page in pages(tmp_path / "one") | pages(tmp_path / "two"):
        assert (tmp_path / "one" / page).read_bytes() == (tmp_path / "two" / page).read_bytes()


def test_a_policy_may_go_without_the_single_file(tmp_path: Path) -> None:
    data = policies(tmp_path / "data", "hill-town", "lake-town")
    file = data / "lake-town" / "policy.yaml"
    file.write_text(f"{file.read_text('utf-8')}single_file: false\n", "utf-8")
    dist = tmp_path / "dist"
    build(BuildOptions(policy_data=data, dist=dist, cache=paths.CACHE))
    assert [made.relative_to(dist).parent.name for made in dist.rglob(OFFLINE)] == ["hill-town"]
    assert not [
        link for page in dist.glob("lake-town/*.html") for link in links(page) if OFFLINE in link
    ]
    assert [link for link in links(dist / "hill-town" / "index.html") if OFFLINE in link]
