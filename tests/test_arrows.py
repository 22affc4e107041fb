"""Imports point one way: from the command line down to the diagnostics and the scoring core."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from generator import paths
from generator.scoring.condition_kinds.kinds import CONDITION_KINDS
from generator.scoring.rules.kinds import KINDS
from generator.writing.engine.scoring import SHIPPED

FLOORS: tuple[frozenset[str], ...] = (
    frozenset(
        {
            "compact",
            "diagnostics",
            "digests",
            "html_tree",
            "integrity",
            "leftovers",
            "paths",
            "scoring",
            "serving",
            "whole",
        }
    ),
    frozenset({"kept", "mark", "scratch"}),
    frozenset({"standing"}),
    frozenset({"ledger", "readings", "timeline", "pasting", "reading"}),
    frozenset({"plans", "guidance"}),
    frozenset({"policy"}),
    frozenset({"scorer", "loading"}),
    frozenset({"checking", "lowering", "scaffolding"}),
    frozenset({"blessing"}),
    frozenset({"paging"}),
    frozenset({"rendering"}),
    frozenset({"writing"}),
    frozenset({"building", "sbom"}),
    frozenset({"impact", "rehearsal", "watching"}),
    frozenset({"dev"}),
    frozenset({"commands"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
"""What lies in the folder ``generator``: each imports only what lies on a floor before its own."""

IN_THE_BROWSER = frozenset(name.removesuffix(".py") for name in SHIPPED)
RULES = paths.PACKAGE / "scoring" / "rules"
CONDITIONS = paths.PACKAGE / "scoring" / "condition_kinds"


def imported(file: Path) -> Iterator[str]:
    """The dotted names of our own modules that a file imports anywhere."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith("generator."))
        elif isinstance(node, ast.ImportFrom) and node.module == "generator":
            yield from (f"generator.{name.name}" for name in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator."):
            yield str(node.module)


def part_of(module: str) -> str:
    """The part of ``generator`` that a module lies in."""
    return module.split(".")[1]


PARTS = sorted(
    {
        file.relative_to(paths.PACKAGE).parts[0].removesuffix(".py")
        for file in paths.PACKAGE.rglob("*.py")
    }
    - {"__init__"}
)


def files_of(part: str) -> list[Path]:
    folder = paths.PACKAGE / part
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]


def floor_of(part: str) -> int:
    found = [place for place, floor in enumerate(FLOORS) if part in floor]
    assert found, f"{part} lies on no floor: say in this file which parts it may import"
    return found[0]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_imports_only_parts_of_the_floors_below(part: str) -> None:
    for file in files_of(part):
        for module in imported(file):
            other = part_of(module)
            assert other == part or floor_of(other) < floor_of(part), f"{file} imports {module}"


@pytest.mark.parametrize("part", sorted(IN_THE_BROWSER))
def test_what_runs_in_the_browser_imports_nothing_that_does_not(part: str) -> None:
    for file in files_of(part):
        assert {part_of(module) for module in imported(file)} <= IN_THE_BROWSER


@pytest.mark.parametrize(
    ("folder", "kinds"),
    [(RULES, KINDS), (CONDITIONS, CONDITION_KINDS)],
    ids=["rules", "conditions"],
)
def test_a_kind_is_known_to_the_closed_list_alone(folder: Path, kinds: Iterable[str]) -> None:
    rooms = {f"generator.scoring.{folder.name}.{kind}" for kind in kinds}
    assert all((folder / f"{kind}.py").is_file() for kind in kinds)
    shipped = {file for part in IN_THE_BROWSER for file in files_of(part)}
    others = {*shipped, *files_of("loading"), *files_of("checking"), *files_of("policy")}
    others -= {folder / "kinds.py"}
    for file in others:
        assert rooms.isdisjoint(imported(file)), file


def test_a_rule_kind_knows_nothing_of_what_is_made_of_its_findings() -> None:
    for file in RULES.glob("*.py"):
        known = {module.removeprefix("generator.scoring.") for module in imported(file)}
        assert known.isdisjoint({"model", "verdict", "explain", "document", "codec", "request"})
