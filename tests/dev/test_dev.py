import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import override

import pytest

from generator import paths
from generator.dev.answering import answer_of
from generator.dev.background_check import BackgroundCheck
from generator.dev.people import people_now
from generator.dev.session import Session
from generator.serving.host import Request
from generator.standing import BuildOptions
from generator.writing.assets import collect_assets

TOY = Path(__file__).parent.parent / "toy_policy"


class Work:
    """A session over a copy of the toy policy and of the templates, whose check says what a test wants."""

    def __init__(self, folder: Path) -> None:
        self.data = shutil.copytree(TOY, folder / "data")
        self.templates = shutil.copytree(paths.SITE_TEMPLATES, folder / "templates")
        self.dist = folder / "dist"
        self.check = HeldCheck()
        options = BuildOptions(
            policy_data=self.data,
            shown="data",
            templates=self.templates,
            dist=self.dist,
            with_engine=False,
        )
        self.session = Session(options, self.check)
        self.session.saved(())

    def save(self, file: Path, old: str, new: str) -> None:
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        self.session.saved([file])

    def page(self, address: str) -> str:
        return answer_of(self.session, self.templates, Request(address=address)).body.decode()

    def news(self) -> dict[str, object]:
        news: dict[str, object] = json.loads(self.page("-/dev/news/"))
        return news


class HeldCheck(BackgroundCheck):
    """A check that ends when a test says so."""

    @override
    def start(self, policy_data: Path, then: Callable[[str], None]) -> None:
        self.then = then


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return Work(tmp_path)


def test_a_saved_text_is_on_its_page(work: Work) -> None:
    text = next(work.data.glob("editions/*/texts/*.md"))
    text.write_text("刚才保存的一句。\n", encoding="utf-8")
    work.session.saved([text])
    assert "刚才保存的一句" in work.page(f"indicators/{text.stem}.html")


def test_a_saved_template_and_a_saved_style_are_seen(work: Work) -> None:
    work.save(work.templates / "layouts" / "page.html.j2", "<main", "<!-- saved --><main")
    assert "<!-- saved -->" in work.page("index.html")
    sheet = next((work.templates / "assets" / "css").glob("*.css"))
    sheet.write_text(sheet.read_text(encoding="utf-8") + ".saved{color:red}", encoding="utf-8")
    work.session.saved([sheet])
    address = collect_assets(work.templates).names["assets/site.css"]
    assert f'href="{address}"' in work.page("index.html")
    assert ".saved" in work.page(address)


def test_a_mistake_in_the_data_stands_in_place_of_the_page_until_it_is_mended(work: Work) -> None:
    file = work.data / "policy.yaml"
    work.save(file, "title:", "titel:")
    page = work.page("index.html")
    assert "data/policy.yaml:" in page
    assert "titel" in page
    work.save(file, "titel:", "title:")
    assert "<main" in work.page("index.html")


def test_a_mistake_stands_there_as_long_as_it_is_made_though_other_files_are_saved(
    work: Work,
) -> None:
    work.save(work.data / "policy.yaml", "title:", "titel:")
    before = work.page("index.html")
    glossary = work.data / "glossary.yaml"
    glossary.write_text(glossary.read_text(encoding="utf-8") + "# saved\n", encoding="utf-8")
    work.session.saved([glossary])
    assert work.page("index.html").replace('content="3"', 'content="2"') == before


def test_a_mistake_in_a_template_is_shown_at_its_line(work: Work) -> None:
    layout = work.templates / "layouts" / "page.html.j2"
    line = layout.read_text(encoding="utf-8").split("\n").index("<body>") + 1
    work.save(layout, "<body>", "<body>{{ words.nothing.such }}")
    assert f"layouts/page.html.j2:{line}:" in work.page("index.html")


def test_what_the_check_found_is_news_unless_something_was_saved_since(work: Work) -> None:
    old = work.check.then
    assert work.news()["checked"] is None
    work.session.saved(())
    old('{"diagnostics": [{}]}')
    assert work.news()["checked"] is None
    work.check.then('{"diagnostics": []}')
    assert work.news()["checked"] == {"diagnostics": []}


def test_sample_people_stand_beside_the_page_and_have_not_moved_at_first(work: Work) -> None:
    people = work.news()["people"]
    assert isinstance(people, list)
    assert people
    assert {person["was"] for person in people} == {""}


def test_a_sample_person_whose_points_moved_says_what_they_were() -> None:
    first = {"a": ("甲", "60", "below_standard"), "b": ("乙", "0", "below_standard")}
    now = {
        "a": ("甲", "120", "meets_standard"),
        "b": first["b"],
        "c": ("丙", "5", "below_standard"),
    }
    assert [person["was"] for person in people_now(first, now)] == ["60 below_standard", "", "新"]


def test_pages_keep_their_policy_of_content_but_for_news_of_this_server(work: Work) -> None:
    page = work.page("index.html")
    begun = r"default-src 'none'; connect-src 'self'; script-src 'self' 'sha256-[^' ]+'; style-src 'self'"
    assert re.search(begun, page)
    assert "/-/dev/panel.js" in page


def test_a_page_knows_the_save_that_it_is_of(work: Work) -> None:
    assert '<meta name="dev-revision" content="1">' in work.page("index.html")
    work.session.saved(())
    assert '<meta name="dev-revision" content="2">' in work.page("index.html")
    assert work.news()["revision"] == "2"


def test_nothing_is_written_to_dist_and_no_built_site_has_the_panel(work: Work) -> None:
    work.page("index.html")
    assert not work.dist.exists()
    assert not any("panel" in name for name in collect_assets(work.templates).names)
