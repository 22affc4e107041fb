"""The reference level of another year is announced: the recipe of CONTRIBUTING, followed on a copy of the shipped data."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest
from ruamel.yaml import YAML

from generator.checking import check
from generator.diagnostics import Diagnostic
from generator.loading import load
from generator.paging import addresses
from tests.checking.pages import pages_of
from tests.diagnostics.patching import apply
from tests.shipped import SHIPPED_POLICY

KNOWN = """\
edit yardsticks.yaml
-  - yardstick: reference_level
-    from: {year}-07
+  - yardstick: reference_level
+    from: {next_year}-07
edit yardsticks.yaml
-
-statutory_average:
+  - {{from: {year}-07, to: {next_year}-06, yuan: {yuan}, document: level-seen, authority: practice, confidence: B}}
+
+statutory_average:
edit sources.yaml
-- document: {document}
+- document: level-seen
+  kind: page
+  title: {year} 年度积分参照标准（转述）
+  number: ""
+  issuer: example.com
+  addresses: [example.com/level]
+  seen: 见到转述的数字，没有见到原件。
+  confidence: B
+  checked_on: {on}
+
+- document: {document}
edit guide/changelog.yaml
-- change: {change}
+- change: level_seen
+  on: {on}
+  title: {year} 年 7 月起的参照标准
+  says: {year} 年 7 月到 {next_year} 年 6 月的参照标准已经录入。
+  figures: unsaid
+
+- change: {change}
"""


@dataclass(frozen=True)
class Open:
    """The contribution year whose level the shipped data lacks, and what stands before it in the files."""

    year: int
    level: int
    document: str
    change: str
    on: str

    def known(self, yuan: int) -> str:
        """Return the change of the files that makes ``yuan`` the level of the year."""
        return KNOWN.format(
            year=self.year,
            next_year=self.year + 1,
            yuan=yuan,
            document=self.document,
            change=self.change,
            on=self.on,
        )

    def said(self, text: str) -> bool:
        """Whether a page says that the level is not known from this year on."""
        return re.search(rf"{self.year} 年 7 月(?:起|以后|之后)[^。]*没有?查到", text) is not None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(SHIPPED_POLICY, tmp_path / "shanghai-points"))


@pytest.fixture
def level(folder: Path) -> Open:
    plain = YAML(typ="safe", pure=True)
    yardsticks = plain.load(folder / "yardsticks.yaml")
    (since,) = (
        each["from"]
        for each in yardsticks["not_established"]
        if each["yardstick"] == "reference_level"
    )
    newest = plain.load(folder / "guide" / "changelog.yaml")[0]
    return Open(
        year=int(str(since).partition("-")[0]),
        level=yardsticks["reference_level"][-1]["yuan"],
        document=plain.load(folder / "sources.yaml")[0]["document"],
        change=newest["change"],
        on=str(newest["on"]),
    )


def announced(folder: Path, change: str) -> Sequence[Diagnostic]:
    """What the check says once the level is announced and the changelog has the word that the check gives."""
    apply(change, folder)
    found = check(folder)
    words = {word[1] for each in found if (word := re.search(r"figures: (\w+)", each.hint))}
    if not words:
        return found
    apply(f"edit guide/changelog.yaml\n-  figures: unsaid\n+  figures: {words.pop()}\n", folder)
    return check(folder)


def cases_among(found: Sequence[Diagnostic]) -> set[str]:
    """The files of cases that no longer come out, or say a level that is no longer right; nothing else may be found."""
    assert {each.code.id for each in found} <= {"P321", "P402"}
    return {each.place.source.name.rpartition("/")[2] for each in found}


def pages(folder: Path) -> Mapping[str, str]:
    texts = pages_of(load(folder)).html()
    return {address: re.sub(r"<[^>]+>", "", html) for address, html in texts.items()}


def test_pages_say_today_from_when_on_the_level_is_open(folder: Path, level: Open) -> None:
    said = {address for address, text in pages(folder).items() if level.said(text)}
    assert {"indicators/base.html", "questions.html", "self-assessment.html"} <= said


def test_no_page_goes_on_saying_so_once_it_is_known(folder: Path, level: Open) -> None:
    left = cases_among(announced(folder, level.known(level.level)))
    assert left <= {"readings.yaml"}, "a reading of months that were open is the data's to mend"
    made = pages(folder)
    stale = {address for address, text in made.items() if level.said(text)}
    assert stale <= {addresses.CHANGES}, (
        "what an entry of the past said stays in the list of changes"
    )
    assert f"{level.year + 1} 年 7 月起的没有查到" in made["indicators/base.html"]
    assert "落在两列之间" not in made["questions.html"]


@pytest.mark.parametrize("step", [1038, -296])
def test_only_cases_about_the_old_figure_are_named_where_it_is_another(
    folder: Path, level: Open, step: int
) -> None:
    found = announced(folder, level.known(level.level + step))
    assert {"ledger.yaml"} <= cases_among(found) <= {"ledger.yaml", "readings.yaml"}
    texts = [path.read_text("utf-8") for path in folder.rglob("cases/ledger.yaml")]
    on_the_old = re.findall(rf"未公布的月份.*{level.level:,} 元", "".join(texts))
    assert len([each for each in found if each.place.source.name.endswith("ledger.yaml")]) == len(
        on_the_old
    )


def test_indicators_say_the_newest_level(folder: Path, level: Open) -> None:
    announced(folder, level.known(level.level - 296))
    made = pages(folder)
    for address in ("indicators/base.html", "indicators/title.html"):
        assert f"最近一次公布的是每月 {level.level - 296:,} 元" in made[address]
