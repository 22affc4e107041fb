"""What is installed is pinned, checked by hash, and named without saying where it comes from."""

import json
import os
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETUP = ROOT / ".setup"
PYTHON_LOCKS = (".setup/requirements.txt", ".setup/node-requirements.txt", ".setup/uv.txt")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def npm_packages() -> dict[str, dict[str, Any]]:
    packages: dict[str, dict[str, Any]] = json.loads(read("package-lock.json"))["packages"]
    return {name: package for name, package in packages.items() if name}


def pins(lock: str) -> dict[str, list[str]]:
    """The hashes of each pinned requirement of a Python lock, by its name in normal form."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in lock.splitlines():
        if pin := re.match(r"([A-Za-z0-9._-]+)==\S+", line):
            name = re.sub(r"[-_.]+", "-", pin[1]).lower()
            found[name] = []
        elif sha := re.match(r" +--hash=sha256:([0-9a-f]{64})\b", line):
            found[name].append(sha[1])
        else:
            assert not line.strip() or line.lstrip().startswith("#"), line
    return found


@pytest.mark.parametrize("name", PYTHON_LOCKS)
def test_every_python_package_is_pinned_with_hashes(name: str) -> None:
    pinned = pins(read(name))
    assert pinned
    assert [package for package, hashes in pinned.items() if not hashes] == []


def test_every_declared_python_dependency_is_in_the_lock() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.sub(r"[-_.]+", "-", re.split(r"[<>=!~ ;\[]", one)[0]).lower() for one in declared}
    assert names - pins(read(".setup/requirements.txt")).keys() == set()


def test_the_lock_holds_a_playwright_that_still_drives_a_distributions_firefox() -> None:
    version = re.search(r"^playwright==(\d+)\.(\d+)", read(".setup/requirements.txt"), re.MULTILINE)
    assert version
    assert (1, 58) <= (int(version[1]), int(version[2])) < (1, 65)


def test_every_npm_package_has_its_integrity() -> None:
    packages = npm_packages()
    assert "node_modules/pyodide" in packages
    weak = [
        name
        for name, package in packages.items()
        if not str(package.get("integrity", "")).startswith("sha512-")
    ]
    assert weak == []


def test_no_npm_package_says_where_it_was_fetched_from() -> None:
    assert [name for name, package in npm_packages().items() if "resolved" in package] == []


def test_npm_dependencies_are_exact_versions_equal_to_the_lock() -> None:
    declared: dict[str, str] = json.loads(read("package.json"))["dependencies"]
    locked = npm_packages()
    assert declared == {name: locked[f"node_modules/{name}"]["version"] for name in declared}


@pytest.mark.parametrize(
    "name",
    [
        *(str(part.relative_to(ROOT)) for part in sorted(SETUP.iterdir()) if part.is_file()),
        ".ci/run",
        ".npmrc",
        ".pre-commit-config.yaml",
        "Makefile",
        "package.json",
        "pyproject.toml",
    ],
)
def test_the_set_up_names_no_index_and_no_address(name: str) -> None:
    text = read(name)
    assert re.search(r"https?://|--(extra-)?index-url|--find-links|registry=", text) is None


def dry_run(goal: str) -> list[str]:
    environment = {name: value for name, value in os.environ.items() if "MAKE" not in name}
    made = subprocess.run(
        ["make", "--dry-run", "--no-print-directory", goal],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return made.stdout.splitlines()


def test_make_test_sets_up_first_and_ends_with_pytest() -> None:
    commands = dry_run("test")
    assert commands[0].endswith("prepare test")
    assert "-m pytest --numprocesses" in commands[-1]


def test_make_site_sets_up_for_building_only() -> None:
    commands = dry_run("site")
    assert commands[0].endswith("prepare site")
    assert commands[-1].endswith("-m generator build")


def test_make_alone_lists_the_goals() -> None:
    listed = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for goal in ("site", "test", "serve", "check", "parity", "bench-engine", "lock", "clean"):
        assert f"make {goal} " in listed


def test_cleaning_takes_away_all_that_goals_build() -> None:
    (sbom,) = (line.split()[-1] for line in dry_run("sbom") if "generator.sbom" in line)
    assert {"dist", sbom} <= set(" ".join(dry_run("clean")).split())


def test_ci_runs_what_a_developer_runs() -> None:
    assert read(".ci/run").rstrip().endswith("make test")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
