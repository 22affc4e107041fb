"""What the real scoring package imports is there in the browser."""

import ast
import sys
from collections.abc import Iterator
from importlib.machinery import FrozenImporter

import pytest

from generator import paths
from generator.loading import load_scoring_text
from generator.writing.engine import Engine, EngineOptions, build_engine
from generator.writing.engine.scoring import shipped_files
from tests.shipped import SHIPPED_POLICY

SOURCES = shipped_files(paths.PACKAGE)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return build_engine(paths.PACKAGE, load_scoring_text(SHIPPED_POLICY), EngineOptions())


def imported(tree: ast.AST) -> Iterator[str]:
    """Modules from outside the package that are imported anywhere in it, but not for types alone."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
        yield from imported(node)


def test_every_import_of_the_scoring_package_ships(engine: Engine) -> None:
    shipped = {name.partition("/")[0].removesuffix(".py") for name in engine.modules}
    present = shipped | set(sys.builtin_module_names) | {"generator"}
    for source in SOURCES:
        for name in imported(ast.parse(source.read_bytes())):
            top = name.partition(".")[0]
            assert top in present or FrozenImporter.find_spec(top), f"{source.name} imports {name}"
