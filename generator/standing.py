"""What a build is made from, and whether the output that stands was made from the very same.

That nothing has changed is the commonest build, so nothing heavy is imported here.
"""

import json
import platform
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final

from generator import paths
from generator.kept import keep, key_of, recall
from generator.leftovers import files_below
from generator.mark import MARK, is_as_made

_STANDING: Final = "standing"
_FENCE: Final = b"\n---\n"
"""The line above and below the head of a page."""
_PLACED: Final = re.compile(r"""\{\{\s*case\(\s*["'](.*?)["']\s*\)""")
"""A case that a text places."""
_SOURCES: Final = (".py", ".mjs", ".txt", ".json")
_TOOLS: Final = (
    ".setup/requirements.txt",
    "package.json",
    "package-lock.json",
    "node_modules/.package-lock.json",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityContact:
    """Where to tell of a hole, and until when that holds: the deployer knows, the data does not."""

    address: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What to build from and where to; without the engine the calculator is only a worksheet.

    ``shown`` is what messages call the folder of the policy data.
    """

    policy_data: Path = paths.POLICY_DATA
    shown: str | None = None
    templates: Path = paths.SITE_TEMPLATES
    dist: Path = paths.DIST
    cache: Path = paths.CACHE
    with_engine: bool = True
    first_gear: bool = True
    """Ship the small engine that scores until Pyodide is ready."""
    stock_runtime: bool = False
    """Ship Pyodide as it is: larger and slower to start, for finding out whether a fault lies in what was cut."""
    with_gallery: bool = False
    """Add a page that shows every component with its examples, for those who work on them."""
    base_url: str = ""
    """The address that the site will have, without a slash at its end; empty: no sitemap, no canonical
    links, and no links to share out of the single file."""
    security_contact: SecurityContact | None = None
    """Whom to tell of a hole, for ``security.txt``; only the deployer knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What was written: pages, all files with their compressed siblings, and the bytes of the plain ones."""

    pages: int
    files: int
    bytes: int


def standing(options: BuildOptions, key: str) -> BuildReport | None:
    """The report of the build that made what stands at ``dist``; None where ``key`` was another, or anything was altered."""
    kept = recall(options.cache / _STANDING, _STANDING, _slot(options))
    if kept is None:
        return None
    made_from, _, rest = kept.partition(b"\n")
    report, _, mark = rest.partition(b"\n")
    if made_from.decode() != key or not is_as_made(options.dist, mark):
        return None
    return BuildReport(**json.loads(report))


def remember(options: BuildOptions, key: str, report: BuildReport) -> None:
    """Keeps what was built from the inputs of this key, in place of what stood there before."""
    mark = (options.dist / MARK).read_bytes()
    lines = (key.encode(), json.dumps(asdict(report)).encode(), mark)
    keep(options.cache / _STANDING, _STANDING, _slot(options), b"\n".join(lines))


def _slot(options: BuildOptions) -> str:
    """Of each output the last build is kept."""
    return key_of(options.dist.absolute().as_posix())


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Hashes over what a build reads."""

    key: str
    """Over all of it."""
    but_texts: str
    """Over all but the texts of the data: of what is Markdown only names, heads, and the examples that it places."""


def inputs_key(options: BuildOptions) -> str:
    """One hash over all that a build reads."""
    return inputs_of(options).key


def inputs_of(options: BuildOptions) -> Inputs:
    """All that a build reads: data, templates, the generator itself, tools, options.

    Installed packages are taken by their locks and Pyodide's files by size and date: they change only by a set-up.
    """
    given = (
        options.stock_runtime,
        options.first_gear,
        options.with_engine,
        options.with_gallery,
        options.base_url,
        options.security_contact,
    )
    rest = key_of(
        repr(given),
        platform.python_version(),
        _contents(options.templates),
        code_key(),
        [_digest(paths.PROJECT / name) for name in _TOOLS],
        _states(paths.NODE_MODULES / "pyodide"),
        _states(paths.NODE_MODULES / "@micropython"),
    )
    data = tuple(_files(options.policy_data))
    return Inputs(
        key=key_of(rest, (f"{name} {sha256(content).hexdigest()}" for name, content in data)),
        but_texts=key_of(
            rest,
            (f"{name} {sha256(_but_text(name, content)).hexdigest()}" for name, content in data),
        ),
    )


def is_text(name: str) -> bool:
    """Whether the file of that name in the data is a text that one page shows."""
    path = PurePosixPath(name)
    return path.suffix == ".md" and path.parent.name in {"pages", "texts"}


def _but_text(name: str, content: bytes) -> bytes:
    """What all pages may know of a file of the data."""
    if not is_text(name):
        return content
    end = content.find(_FENCE, len(_FENCE) - 2) if content.startswith(_FENCE[1:]) else -1
    head = content[: end + len(_FENCE)] if end >= 0 else b""
    return head + repr(placed_examples(content.decode(errors="replace"))).encode()


def placed_examples(text: str) -> tuple[str, ...]:
    """The cases that a text of the data places."""
    return tuple(_PLACED.findall(text))


def templates_key(templates: Path) -> str:
    """One hash over the templates and what renders them."""
    return key_of(_contents(templates), code_key())


@cache
def code_key() -> str:
    """One hash over the generator's own files, as they were when this process began to ask."""
    return key_of(_contents(paths.PACKAGE, _SOURCES))


def _contents(folder: Path, suffixes: tuple[str, ...] = ("",)) -> Iterator[str]:
    for name, content in _files(folder, suffixes):
        yield f"{name} {sha256(content).hexdigest()}"


def _files(folder: Path, suffixes: tuple[str, ...] = ("",)) -> Iterator[tuple[str, bytes]]:
    for name in sorted(files_below(folder)):
        file = folder / name
        if name.endswith(suffixes) and "/__pycache__/" not in f"/{name}" and file.is_file():
            yield name, file.read_bytes()


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest() if file.is_file() else "absent"


def _states(folder: Path) -> Iterator[str]:
    for file in sorted(folder.rglob("*")):
        state = file.stat()
        yield f"{file.name} {state.st_size} {state.st_mtime_ns}"
