"""A build takes over what the last one made where no more than texts changed; nobody can tell by the site."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator import paths
from generator.building.build import build
from generator.diagnostics import Code, DataErrors
from generator.paging.page import Page
from generator.rendering.pages import PageRenderer
from generator.standing import BuildOptions, inputs_of, is_text
from tests.policies import TOY_POLICY, TOY_TALLY, policies
from tests.site.test_build import content

AGE = "editions/2022-01-01/texts/age.md"
STEPS = "pages/steps.md"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache without a site, with the slow parts that all tests share."""
    folder = tmp_path / "cache"
    folder.mkdir()
    for name in ("compressed", "engine", "templates", "trees"):
        (paths.CACHE / name).mkdir(exist_ok=True)
        (folder / name).symlink_to(paths.CACHE / name)
    return folder


def options_of(
    data: Path, cache: Path, dist: str = "dist", *, engine: bool = False
) -> BuildOptions:
    return BuildOptions(policy_data=data, dist=cache.parent / dist, cache=cache, with_engine=engine)


def built(options: BuildOptions) -> dict[str, bytes]:
    build(options)
    return content(options.dist)


def built_from_nothing(options: BuildOptions) -> dict[str, bytes]:
    """What a build gives that knows of no other."""
    shutil.rmtree(options.cache / "site", ignore_errors=True)
    shutil.rmtree(options.dist, ignore_errors=True)
    return built(options)


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of all pages that are rendered."""
    addresses: list[str] = []
    html = PageRenderer.html

    def noted(self: PageRenderer, page: Page, **more: object) -> str:
        addresses.append(page.address)
        return html(self, page, **more)

    monkeypatch.setattr(PageRenderer, "html", noted)
    return addresses


def appended(text: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        with file.open("a", encoding="utf-8") as opened:
            opened.write(text)

    return change


def replaced(before: str, after: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        text = file.read_text("utf-8")
        assert before in text
        file.write_text(text.replace(before, after), "utf-8")

    return change


CHANGES = {
    "a sentence": (AGE, appended("\n这一句是刚才写的。\n")),
    "a heading, which the contents and the search list": (STEPS, appended("\n## 另外\n\n一句。\n")),
    "a reference": (AGE, appended('\n另见 {{ figure("age.rule.cap") }}。\n')),
    "an example taken out": (
        AGE,
        replaced('{{ case("39 周岁的最后一天积 12 分") }}', "没有算例。"),
    ),
    "a link": (AGE, appended("\n[步骤](steps.html)\n")),
    "a head": (STEPS, replaced("title: ", "title: 又一")),
    "a term": ("glossary.yaml", replaced("一个数", "一个很好的数")),
}


@pytest.mark.parametrize("what", CHANGES)
def test_after_a_change_the_site_is_the_same_as_one_that_is_made_of_nothing(
    tmp_path: Path, cache: Path, what: str
) -> None:
    data = shutil.copytree(TOY_POLICY, tmp_path / "data")
    options = options_of(data, cache)
    before = built(options)
    name, change = CHANGES[what]
    change(data / name)
    after = built(options)
    assert after != before
    assert after == built_from_nothing(options)


def test_so_it_is_with_an_announced_edition_and_a_single_file(tmp_path: Path, cache: Path) -> None:
    data = shutil.copytree(TOY_TALLY, tmp_path / "data")
    options = options_of(data, cache, engine=True)
    build(options)
    appended("\n## 另外\n\n这一句是刚才写的，见[规则](score.html)。\n")(
        data / "editions/2026-03-01/texts/fund.md"
    )
    after = built(options)
    assert "这一句是刚才写的" in after["hujifen-offline.html"].decode()
    assert after == built_from_nothing(options)


def test_so_it_is_with_several_policies_of_which_one_changed(tmp_path: Path, cache: Path) -> None:
    data = policies(tmp_path / "data", "one", "two", at_root="two")
    options = options_of(data, cache)
    build(options)
    appended("\n这一句是刚才写的。\n")(data / "one" / AGE)
    assert built(options) == built_from_nothing(options)


def test_only_pages_that_show_the_changed_text_are_rendered(
    tmp_path: Path, cache: Path, rendered: list[str]
) -> None:
    data = shutil.copytree(TOY_POLICY, tmp_path / "data")
    options = options_of(data, cache)
    build(options)
    assert len(rendered) > len(CHANGES)
    rendered.clear()
    appended("\n这一句是刚才写的。\n")(data / AGE)
    build(options)
    assert rendered == ["indicators/age.html", "editions/2022-01-01/indicators/age.html"]


def test_a_text_that_is_wrong_now_is_refused(tmp_path: Path, cache: Path) -> None:
    data = shutil.copytree(TOY_POLICY, tmp_path / "data")
    options = options_of(data, cache)
    build(options)
    appended("\n满 12 个月。\n")(data / AGE)
    with pytest.raises(DataErrors) as errors:
        build(options)
    assert [each.code for each in errors.value.diagnostics] == [Code.TYPED_FIGURE]


def test_what_is_damaged_is_made_anew(tmp_path: Path, cache: Path, rendered: list[str]) -> None:
    data = shutil.copytree(TOY_POLICY, tmp_path / "data")
    options = options_of(data, cache)
    build(options)
    whole = len(rendered)
    for piece in (cache / "site").iterdir():
        content_of = piece.read_bytes()
        piece.write_bytes(content_of[:-1] + bytes([content_of[-1] ^ 1]))
    rendered.clear()
    appended("\n这一句是刚才写的。\n")(data / AGE)
    assert built(options) == built_from_nothing(options)
    assert len(rendered) == 2 * whole


def test_of_each_policy_the_last_build_alone_is_kept(tmp_path: Path, cache: Path) -> None:
    data = shutil.copytree(TOY_POLICY, tmp_path / "data")
    options = options_of(data, cache)
    build(options)
    kept = {piece.name for piece in (cache / "site").iterdir()}
    appended("# 又一行\n")(data / "questions.yaml")
    build(options)
    assert {piece.name for piece in (cache / "site").iterdir()} == kept


def test_texts_that_change_one_after_the_other_are_all_in_the_site(
    tmp_path: Path, cache: Path
) -> None:
    data = shutil.copytree(TOY_POLICY, tmp_path / "data")
    options = options_of(data, cache)
    build(options)
    for turn, name in enumerate((AGE, STEPS, AGE, "editions/2022-01-01/texts/hill.md")):
        appended(f"\n又一句 {turn}。\n")(data / name)
        build(options)
    assert content(options.dist) == built_from_nothing(options)


def data_files(data: Path) -> Iterator[Path]:
    yield from (file for file in sorted(data.rglob("*")) if file.is_file())


def test_all_but_texts_is_in_what_a_kept_page_hangs_on(tmp_path: Path, cache: Path) -> None:
    data = shutil.copytree(TOY_POLICY, tmp_path / "data")
    templates = shutil.copytree(paths.SITE_TEMPLATES, tmp_path / "templates")
    options = replace(options_of(data, cache), templates=templates)
    before = inputs_of(options)
    files = [*data_files(data), *sorted(templates.rglob("*.j2"))[::10], *templates.rglob("zh.yaml")]
    for file in files:
        said = file.read_bytes()
        file.write_bytes(said + "\n刚才\n".encode())
        now = inputs_of(options)
        is_a_text = file.is_relative_to(data) and is_text(file.relative_to(data).as_posix())
        assert now.key != before.key, file
        assert (now.but_texts == before.but_texts) == is_a_text, file
        file.write_bytes(said)
    head = data / STEPS
    replaced("lead: ", "lead: 又")(head)
    assert inputs_of(options).but_texts != before.but_texts
