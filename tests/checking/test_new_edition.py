"""``generator edition new``: what it writes, what it refuses, and that the check leads through the rest."""

import re
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from generator.checking import check
from generator.checking.holes import holes
from generator.checking.view import view_of
from generator.diagnostics import Code
from generator.loading import read_policy_folder
from generator.policy.to_fill import TO_FILL
from generator.scaffolding.edition import ScaffoldError, new_edition
from tests.diagnostics.patching import TOY_GUIDE, TOY_POLICY

FIRST = date(2026, 1, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = Path(copytree(TOY_POLICY, tmp_path / "toy"))
    copytree(TOY_GUIDE, folder / "guide")
    return folder


def written(folder: Path) -> None:
    for file in new_edition(folder, FIRST, "2022-01-01"):
        file.path.parent.mkdir(parents=True, exist_ok=True)
        file.path.write_text(file.text, "utf-8")


def test_the_old_edition_ends_the_day_before_and_the_new_one_is_a_difference(folder: Path) -> None:
    written(folder)
    assert "to: 2025-12-31}" in (folder / "editions/2022-01-01/edition.yaml").read_text("utf-8")
    text = (folder / "editions/2026-01-01/edition.yaml").read_text("utf-8")
    assert "based_on: 2022-01-01" in text
    assert "document: rules-2026-01-01" in (folder / "sources.yaml").read_text("utf-8")
    assert "change: edition_2026_01_01" in (folder / "guide/changelog.yaml").read_text("utf-8")


def test_the_schema_that_the_old_edition_names_for_editors_is_named_in_the_new_one(
    folder: Path,
) -> None:
    line = "# yaml-language-server: $schema=../schema/edition.json\n"
    old = folder / "editions/2022-01-01/edition.yaml"
    old.write_text(line + old.read_text("utf-8"), "utf-8")
    written(folder)
    text = (folder / "editions/2026-01-01/edition.yaml").read_text("utf-8")
    assert text.startswith(f"{line}edition: 2026-01-01")


def test_the_check_names_all_that_is_to_be_filled_in(folder: Path) -> None:
    written(folder)
    found = {
        each.place.source.name for each in check(folder, shown="toy") if TO_FILL in each.message
    }
    assert found == {
        "toy/editions/2026-01-01/edition.yaml",
        "toy/sources.yaml",
        "toy/guide/changelog.yaml",
    }


def test_before_that_the_check_names_nothing_that_only_follows_from_it(folder: Path) -> None:
    cases = folder / "editions/2022-01-01/cases/rules.yaml"
    later = "- case: 明年还是这样\n  on: 2025-07-01\n  expect: {score: 0}\n"
    cases.write_text(f"{cases.read_text('utf-8')}\n{later}", "utf-8")
    names = [hole.name for hole in holes(view_of(read_policy_folder(folder)))]
    excuses = [f"  - {{figures: {name}, because: 不查}}" for name in names]
    lines = "\n".join(["witnesses: []", "excuses:", *excuses])
    (folder / "witnesses.yaml").write_text(f"{lines}\n", "utf-8")
    assert not [each for each in check(folder) if each.code is Code.HOLE]
    for file in new_edition(folder, date(2025, 7, 1), "2022-01-01"):
        file.path.parent.mkdir(parents=True, exist_ok=True)
        file.path.write_text(file.text, "utf-8")
    assert {TO_FILL in each.message for each in check(folder)} == {True}


def test_an_edition_without_an_end_gets_one(folder: Path) -> None:
    old = folder / "editions/2022-01-01/edition.yaml"
    old.write_text(re.sub(r", to: [^}]+}", "}", old.read_text("utf-8"), count=1), "utf-8")
    written(folder)
    assert "in_force: {from: 2022-01-01, to: 2025-12-31}" in old.read_text("utf-8")


@pytest.mark.parametrize(
    "unfilled", ["editions/2026-01-01/edition.yaml", "sources.yaml", "guide/changelog.yaml"]
)
def test_what_an_edition_is_based_on_is_to_be_filled_in_first(folder: Path, unfilled: str) -> None:
    written(folder)
    for path in folder.rglob("*.yaml"):
        if path != folder / unfilled:
            text = path.read_text("utf-8").replace(TO_FILL, "2029-12-31")
            path.write_text(text, "utf-8")
    with pytest.raises(ScaffoldError, match=f"{unfilled} still says “{TO_FILL}”"):
        new_edition(folder, date(2030, 1, 1), "2026-01-01")


def test_nothing_is_written_over_and_slips_are_told(folder: Path) -> None:
    written(folder)
    with pytest.raises(ScaffoldError, match="is there already"):
        new_edition(folder, FIRST, "2022-01-01")
    with pytest.raises(ScaffoldError, match="there is no edition 2021-01-01"):
        new_edition(folder, date(2027, 1, 1), "2021-01-01")
    with pytest.raises(ScaffoldError, match="is not after"):
        new_edition(folder, date(2020, 6, 1), "2022-01-01")
