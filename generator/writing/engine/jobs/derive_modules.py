"""Runs inside Pyodide: finds out which modules of the standard library the scoring package makes Python load.

Takes /job/scoring.zip, /job/policy.json and /job/calls.txt (NUL-separated: method, request, method, …);
writes /job/modules.txt: paths inside the standard library's archive, one a line, with `late ` before those that
are not loaded by then when the rules have been loaded.
"""

import ast
import sys
from importlib import import_module
from zipimport import zipimporter

LIBRARY = f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip/"
SCORING = "/job/scoring.zip"


def read(name: str) -> str:
    with open(f"/job/{name}", encoding="utf-8", newline="") as file:  # noqa: PTH123 (pathlib must not be loaded for this)
        return file.read()


def modules_of_the_package(paths: list[str]) -> list[str]:
    """Dotted names of the scoring package's modules."""
    return [path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in paths]


def late_imports(source: str) -> list[str]:
    """Modules that are imported inside functions, which loading the package does not show."""
    names: list[str] = []
    for function in ast.walk(ast.parse(source)):
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Import):
                names += [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.append(node.module)
    return names


def import_package(paths: list[str]) -> None:
    """Import every module of the package."""
    sys.path.insert(0, SCORING)
    for name in modules_of_the_package(paths):
        import_module(name)


def import_late(paths: list[str]) -> None:
    """Import what the package's functions import."""
    archive = zipimporter(SCORING)
    for path in paths:
        source = archive.get_data(f"{SCORING}/{path}").decode("utf-8")
        for name in late_imports(source):
            import_module(name)


def exercise(scorer: object) -> None:
    """Make the calls, for what is only imported when it is needed."""
    calls = read("calls.txt").split("\0")[:-1]
    for method, request in zip(calls[::2], calls[1::2], strict=True):
        getattr(scorer, method)(request)


def loaded_from_the_library() -> set[str]:
    """Paths, inside the archive, of all modules of the standard library that are loaded by now."""
    origins = [getattr(module.__spec__, "origin", None) or "" for module in sys.modules.values()]
    return {name.removeprefix(LIBRARY) for name in origins if name.startswith(LIBRARY)}


paths = read("paths.txt").splitlines()
import_package(paths)
scorer = import_module("generator.scorer").load(read("policy.json"))
early = loaded_from_the_library()
import_late(paths)
exercise(scorer)
every = loaded_from_the_library()
with open("/job/modules.txt", "w", encoding="utf-8") as result:  # noqa: PTH123 (as above)
    result.write("".join(f"{'' if path in early else 'late '}{path}\n" for path in sorted(every)))
