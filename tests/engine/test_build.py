"""The engine's build: the same bytes from the same input, the sources themselves inside, mistakes named."""

import os
import shutil
import subprocess
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.util import source_hash
from itertools import cycle
from pathlib import Path
from typing import Final

import pytest

from generator import paths
from generator.writing.engine import Engine, EngineBuildError, EngineOptions, build_engine
from generator.writing.engine.archive import pack, unpack
from generator.writing.engine.scoring import shipped_files
from tests.engine.conftest import POLICY, TOY, toy_options
from tests.engine.toy.scorer import load

PACK: Final = """
import sys
from hashlib import sha256
sys.path.insert(0, sys.argv[1])
from archive import pack
entries = {"b/c.py": b"x" * 5000, "a.pyc": bytes(range(256)), "b/d/e.py": "中文".encode()}
print(sha256(pack(entries)).hexdigest())
"""
PYTHONS: Final = ("python3.12", "python3.13", "python3.14")


def options(cache: Path) -> EngineOptions:
    return replace(toy_options(load(POLICY), stock_runtime=False), cache=cache)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the toy, to be changed."""
    return Path(shutil.copytree(TOY, tmp_path / "toy"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FromNothing:
    """An engine, and the cache that was empty before."""

    engine: Engine
    cache: Path

    def copied(self, folder: Path) -> Path:
        """A copy of the cache, to be changed."""
        return Path(shutil.copytree(self.cache, folder / "cache"))


@pytest.fixture(scope="module")
def from_nothing(tmp_path_factory: pytest.TempPathFactory) -> FromNothing:
    cache = tmp_path_factory.mktemp("nothing") / "cache"
    return FromNothing(engine=build_engine(TOY, POLICY, options(cache)), cache=cache)


@pytest.mark.slow
def test_a_build_from_nothing_gives_the_same_bytes(toy: Engine, from_nothing: FromNothing) -> None:
    assert from_nothing.engine.files == toy.files
    assert from_nothing.engine.build == toy.build


def test_the_archive_holds_the_very_sources_and_bytecode_made_from_them(toy: Engine) -> None:
    archive = unpack(toy.sources["scoring"])
    for file in shipped_files(TOY):
        source = file.read_bytes()
        name = f"generator/{file.relative_to(TOY).as_posix()}"
        assert archive[name] == source
        assert toy.scoring_sources[name] == sha256(source).hexdigest()
        # Bytes 4 to 8 say that Python compares the hash, 8 to 16 are the hash of the source.
        assert archive[f"{name}c"][4:8] == b"\x03\0\0\0"
        assert archive[f"{name}c"][8:16] == source_hash(source)
    assert len(archive) == 2 * len(shipped_files(TOY))


def test_the_scoring_hash_is_what_sha256sum_gives(toy: Engine, tmp_path: Path) -> None:
    for name in toy.scoring_sources:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes((TOY / Path(name).relative_to("generator")).read_bytes())
    command = "sha256sum generator/scorer.py generator/scoring/*.py | sha256sum"
    environment = {**os.environ, "LC_ALL": "C"}
    printed = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, env=environment, capture_output=True, check=True
    ).stdout
    assert printed.decode().split()[0] == toy.scoring_hash


def test_of_the_standard_library_only_compiled_modules_ship(toy: Engine) -> None:
    library = unpack(toy.sources["stdlib"])
    assert {Path(name).suffix for name in library} == {".pyc"}
    assert "json/decoder.pyc" in library
    assert "sqlite3/__init__.pyc" not in library
    assert "unittest/__init__.pyc" not in library


def test_every_name_carries_the_hash_of_its_content(toy: Engine) -> None:
    for address, content in toy.files.items():
        assert sha256(content).hexdigest()[:12] in address


def test_every_part_is_sealed_in_the_worker(toy: Engine) -> None:
    worker = toy.files[toy.worker].decode()
    for part in toy.parts.values():
        assert part.integrity in worker
        assert Path(part.address).name in worker


def test_a_changed_policy_changes_its_own_part_and_the_worker_only(toy: Engine) -> None:
    other = build_engine(TOY, '{"name": "toy", "text": "b"}', EngineOptions())
    changed = {role for role in toy.parts if toy.parts[role] != other.parts[role]}
    assert changed == {"policy"}
    assert other.worker != toy.worker
    assert other.client == toy.client


@pytest.mark.parametrize(
    "line",
    ["import sqlite3", "def late() -> None:\n    import sqlite3", "import numpy"],
    ids=["at once", "late", "a package"],
)
def test_an_import_that_the_browser_has_not_is_named(package: Path, line: str) -> None:
    entry = package / "scorer.py"
    entry.write_text(f"{entry.read_text(encoding='utf-8')}\n\n{line}\n", encoding="utf-8")
    with pytest.raises(EngineBuildError, match=r"No module named .(sqlite3|numpy)"):
        build_engine(package, POLICY, EngineOptions())


@pytest.fixture(scope="module")
def importing_late(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The toy with a function that imports what no call needs, and a call that imports what nothing announces."""
    folder = tmp_path_factory.mktemp("late")
    entry = Path(shutil.copytree(TOY, folder / "toy")) / "scorer.py"
    text = entry.read_text(encoding="utf-8")
    changed = text.replace("word = read(", "import_module('colorsys')\n        word = read(")
    assert changed != text
    late = "\n\ndef late() -> None:\n    import csv\n"
    entry.write_text(changed + late, encoding="utf-8")
    return build_engine(entry.parent, POLICY, options(folder / "cache"))


def test_what_a_function_imports_late_ships_too(importing_late: Engine) -> None:
    assert "csv.py" in importing_late.modules
    assert "csv" in importing_late.facts["late"]  # type: ignore[operator]


def test_what_a_call_imports_late_ships_too(importing_late: Engine) -> None:
    assert "colorsys.py" in importing_late.modules


def test_a_package_without_its_entry_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineBuildError, match=r"scorer\.py is missing"):
        build_engine(tmp_path, POLICY, EngineOptions())


def test_missing_npm_packages_are_named_with_the_command_that_gets_them(tmp_path: Path) -> None:
    with pytest.raises(EngineBuildError, match="is missing: run `make site`"):
        build_engine(TOY, POLICY, EngineOptions(node_modules=tmp_path))


def test_a_missing_node_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.prefix", str(tmp_path))
    with pytest.raises(EngineBuildError, match="node is neither on PATH nor"):
        build_engine(TOY, POLICY, options(tmp_path / "cache"))


@pytest.mark.parametrize("python", PYTHONS)
def test_an_archive_has_the_same_bytes_under_every_python(python: str) -> None:
    entries = {"b/c.py": b"x" * 5000, "a.pyc": bytes(range(256)), "b/d/e.py": "中文".encode()}
    folder = paths.PROJECT / "generator" / "writing" / "engine"
    executable = shutil.which(python)
    if executable is None:
        pytest.skip(f"there is no {python} here")
    found = subprocess.run(
        [executable, "-c", PACK, str(folder)], capture_output=True, text=True, check=False
    )
    if found.returncode:
        pytest.skip(f"{python} does not run here: {found.stderr.strip()[-80:]}")
    assert found.stdout.strip() == sha256(pack(entries)).hexdigest()


def flip(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:1000])


def empty(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.slow
def test_a_damaged_cache_changes_nothing(
    toy: Engine, from_nothing: FromNothing, tmp_path: Path
) -> None:
    cache = from_nothing.copied(tmp_path)
    kept = sorted(cache.iterdir())
    assert len(kept) >= 3
    for file, damage in zip(kept, cycle((flip, cut, empty))):
        damage(file)
    again = build_engine(TOY, POLICY, options(cache))
    assert again.files == toy.files


@pytest.mark.slow
def test_another_text_in_the_rules_does_not_start_python_again(
    toy: Engine, from_nothing: FromNothing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = from_nothing.copied(tmp_path)
    monkeypatch.setattr("generator.writing.engine.stdlib.run_inside", None)
    other = build_engine(TOY, POLICY.replace("玩具", "另一种"), options(cache))
    assert other.modules == toy.modules
    assert other.parts["policy"] != toy.parts["policy"]
