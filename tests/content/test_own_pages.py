"""Pages that are one text: a new file is a new page, listed where its head says."""

import shutil
from pathlib import Path

import pytest

from generator.checking.orphans import check_orphans
from generator.checking.view import view_of
from generator.loading import load, read_policy_folder
from generator.paging.guide_index_page import guide_index_page, in_order, pages_for
from generator.paging.prose_pages import prose_pages
from generator.policy.pages import GuideGroup, Reader
from generator.policy.policy_file import PageWords
from tests.shipped import SHIPPED_POLICY

HEAD = "---\ntitle: 新的一页\nlead: 讲什么。\ndescription: 讲什么，怎么办。\n{place}---\n# 一\n\n二。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "policy"
    shutil.copytree(SHIPPED_POLICY, copy)
    return copy


def add(folder: Path, place: str) -> Path:
    (folder / "pages" / "brand-new.md").write_text(HEAD.format(place=place), encoding="utf-8")
    return folder


def test_a_new_file_is_a_page_listed_where_its_head_says(folder: Path) -> None:
    policy = load(add(folder, "guide: {group: before, order: 1, for: [parent]}\n"))
    pages = tuple(prose_pages(policy))
    (page,) = (each for each in pages if each.address == "brand-new.html")
    assert (page.title, page.description) == ("新的一页", "讲什么，怎么办。")
    assert pages_for(Reader.PARENT, pages)[0] is page
    assert page not in pages_for(Reader.EMPLOYER, pages)
    assert in_order(pages)[0] is page
    body = guide_index_page(pages, PageWords()).body
    assert f"code='{GuideGroup.BEFORE.value}'" in str(body)


def test_a_page_that_nothing_leads_to_is_reported(folder: Path) -> None:
    view = view_of(read_policy_folder(add(folder, ""), "p"))
    assert [each.message for each in check_orphans(view)] == ["nothing leads to the page brand-new"]


def test_a_page_that_another_text_links_to_needs_no_place(folder: Path) -> None:
    path = add(folder, "") / "pages" / "path.md"
    path.write_text(path.read_text("utf-8") + "\n[新的](brand-new.html#一)\n", encoding="utf-8")
    assert list(check_orphans(view_of(read_policy_folder(folder, "p")))) == []


def test_a_mistake_below_the_head_is_told_with_its_line_in_the_file(folder: Path) -> None:
    page = read_policy_folder(add(folder, ""), "p").pages["brand-new"]
    lines = page.text.text.split("\n")
    assert lines.index("# 一") == page.text.source.lines.index("# 一")
