"""An edition that follows the newest one of the shipped data, whichever that is: what a maintainer writes, and its pages."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree

import pytest

from generator.checking import check
from generator.loading import load
from generator.paths import CACHE
from generator.policy.to_fill import TO_FILL
from generator.rendering.filters import date_in_words
from generator.scaffolding.edition import new_edition
from generator.scoring.rules.flat import FlatRule
from tests.checking.changing_over import shown_after, shown_before, texts_of, told
from tests.shipped import SHIPPED_POLICY, shipped_policy

READ = ("index.html", "score.html", "editions.html", "fact-checks.html", "questions.html")


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """An edition that follows the newest one of the shipped data: its folder of data, its first day, what it is called."""

    folder: Path
    first: date

    @property
    def announced(self) -> str:
        return f"{date_in_words(self.first)}起施行 {self.first.year} 年版"


@pytest.fixture(scope="module")
def following(tmp_path_factory: pytest.TempPathFactory) -> Next:
    """Two points of the newest edition are one more under the next: what a maintainer writes, in any data."""
    folder = Path(copytree(SHIPPED_POLICY, tmp_path_factory.mktemp("following") / "points"))
    shipped = shipped_policy()
    newest = shipped.scoring.editions[-1]
    first, today = newest.last + timedelta(days=1), shipped.version.on
    filled = {
        "edition": ["新的办法", f"{first.year + 4}-12-31", "第一条"],
        "sources": [
            "新的办法",
            "〔1〕1号",
            "市政府",
            f"{first.year + 4}-12-31",
            "转述",
            f"{today}",
        ],
        "changelog": [f"{today}", "两项各多 1 分。\n  figures: unsaid"],
    }
    for file in new_edition(folder, first, newest.code):
        file.path.parent.mkdir(parents=True, exist_ok=True)
        text = file.text
        for said in filled[file.path.stem] if TO_FILL in text else ():
            text = text.replace(TO_FILL, said, 1)
        file.path.write_text(text, "utf-8")
    flat = [(each.code, each.rule) for each in newest.indicators if isinstance(each.rule, FlatRule)]
    changed = [(code, rule.question, rule.points + 1) for code, rule in flat[:2]]
    own = folder / "editions" / f"{first}"
    with (own / "edition.yaml").open("a", encoding="utf-8") as edition:
        edition.write("figures:\n")
        edition.writelines(
            f"  - {{figure: {code}.rule.points, now: {points}}}\n" for code, _, points in changed
        )
    (own / "cases").mkdir()
    (own / "cases" / "changed.yaml").write_text(
        "".join(
            f"- case: 新办法里 {code} 多 1 分\n"
            f"  answers: {{{question}: true}}\n"
            f"  expect: {{awards: {{{code}: {points}}}}}\n"
            for code, question, points in changed
        ),
        "utf-8",
    )
    told(folder)
    return Next(folder=folder, first=first)


def test_two_changed_figures_are_at_most_six_files_and_eighty_lines(following: Next) -> None:
    assert check(following.folder, cache=CACHE) == ()
    edition = (following.folder / "editions" / f"{following.first}" / "edition.yaml").read_text()
    assert edition.count("now: ") == 2
    changed = changed_lines(following.folder)
    assert len(changed) <= 6, changed
    assert sum(changed.values()) <= 80, changed


def test_pages_of_the_shipped_data_change_over_to_the_edition_that_follows(following: Next) -> None:
    policy = load(following.folder)
    policy = replace(policy, as_of=following.first - timedelta(days=1))
    pages = texts_of(policy, READ)
    for html in pages.values():
        assert following.announced in shown_before(html)
        assert following.announced not in shown_after(html)
    for address in ("fact-checks.html", "questions.html"):
        since = rf"{date_in_words(following.first)}起(没有了|，一票否决|取消|不再)"
        assert not re.search(since, shown_after(pages[address])), "that happened before"


def changed_lines(folder: Path) -> dict[str, int]:
    """How many lines each file has that the shipped data does not have."""
    found = {}
    for path in sorted(folder.rglob("*.*")):
        shipped = SHIPPED_POLICY / path.relative_to(folder)
        if path.is_dir() or (shipped.exists() and shipped.read_bytes() == path.read_bytes()):
            continue
        before = shipped.read_text("utf-8").splitlines() if shipped.exists() else []
        lines = [line for line in path.read_text("utf-8").splitlines() if line not in before]
        found[path.relative_to(folder).as_posix()] = len(lines)
    return found
