"""The reference level of another year is announced: the recipe of CONTRIBUTING, followed on a copy of the shipped data."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from shutil import copytree

import pytest

from generator.checking import check
from generator.diagnostics import Diagnostic
from generator.loading import load
from generator.paging import addresses
from tests.checking.pages import pages_of
from tests.diagnostics.patching import apply
from tests.shipped import SHIPPED_POLICY

OPEN = re.compile(r"2026 年 7 月(?:起|以后|之后)[^。]*没有?查到")
KNOWN = """\
edit yardsticks.yaml
-  - yardstick: reference_level
-    from: 2026-07
+  - yardstick: reference_level
+    from: 2027-07
edit yardsticks.yaml
-
-statutory_average:
+  - {{from: 2026-07, to: 2027-06, yuan: {yuan}, document: reference-level-2026, authority: practice, confidence: B}}
+
+statutory_average:
edit sources.yaml
-- document: reference-level-2023-2026
+- document: reference-level-2026
+  kind: page
+  title: 2026 年度积分参照标准（转述）
+  number: ""
+  issuer: example.com
+  addresses: [example.com/level]
+  seen: 见到转述的数字，没有见到原件。
+  confidence: B
+  checked_on: 2026-12-20
+
+- document: reference-level-2023-2026
edit guide/changelog.yaml
-- change: sources_2026_11
+- change: level_2026
+  on: 2026-12-20
+  title: 2026 年 7 月起的参照标准
+  says: 2026 年 7 月到 2027 年 6 月的参照标准已经录入。
+  figures: unsaid
+
+- change: sources_2026_11
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(SHIPPED_POLICY, tmp_path / "shanghai-points"))


def announced(folder: Path, yuan: int) -> Sequence[Diagnostic]:
    """What the check says once the level is announced and the changelog has the word that the check gives."""
    apply(KNOWN.format(yuan=yuan), folder)
    found = check(folder)
    words = {word[1] for each in found if (word := re.search(r"figures: (\w+)", each.hint))}
    assert len(words) == 1
    apply(f"edit guide/changelog.yaml\n-  figures: unsaid\n+  figures: {words.pop()}\n", folder)
    return check(folder)


def pages(folder: Path) -> Mapping[str, str]:
    texts = pages_of(load(folder)).html()
    return {address: re.sub(r"<[^>]+>", "", html) for address, html in texts.items()}


def test_pages_say_today_from_when_on_the_level_is_open(folder: Path) -> None:
    said = [address for address, text in pages(folder).items() if OPEN.search(text)]
    assert {"indicators/base.html", "questions.html", "self-assessment.html"} <= set(said)


def test_no_page_goes_on_saying_so_once_it_is_known(folder: Path) -> None:
    assert not announced(folder, 11396)
    made = pages(folder)
    stale = [address for address, text in made.items() if OPEN.search(text)]
    assert stale == [addresses.CHANGES], (
        "what an entry of the past said stays in the list of changes"
    )
    assert "2027 年 7 月起的没有查到" in made["indicators/base.html"]
    assert "落在两列之间" not in made["questions.html"]


def test_only_cases_about_the_old_figure_are_named_where_it_is_another(folder: Path) -> None:
    apply(KNOWN.format(yuan=12434), folder)
    found = check(folder)
    assert {each.code.id for each in found} == {"P402"}
    assert {each.place.source.name.rpartition("/")[2] for each in found} <= {"ledger.yaml"}
