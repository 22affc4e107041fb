"""The scoring packages as the browser gets them: their very sources, and beside each its bytecode."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from generator.writing.engine.errors import EngineBuildError

ENTRY: Final = "scorer.py"
"""The module whose ``load()`` the browser calls."""

SHIPPED: Final = (
    ENTRY,
    "scoring",
    "ledger",
    "readings",
    "timeline",
    "plans",
    "pasting",
    "guidance",
)
"""What of the folder ``generator`` runs in the browser: the entry, the scoring core, and the packages beside it."""


def package_sources(folder: Path) -> dict[str, bytes]:
    """``generator/scoring/….py`` → bytes, for all sources that ship out of the folder ``generator``.

    ``generator/__init__.py`` does not ship: in the browser ``generator`` is a namespace package.
    """
    sources = {
        f"generator/{file.relative_to(folder).as_posix()}": file.read_bytes()
        for file in shipped_files(folder)
    }
    if f"generator/{ENTRY}" not in sources:
        raise EngineBuildError(f"{folder / ENTRY} is missing: the browser calls its load()")
    return sources


def shipped_files(folder: Path) -> list[Path]:
    """Return the paths of the sources that ship, sorted."""
    found = [folder / name for name in SHIPPED if (folder / name).exists()]
    return sorted(
        file for path in found for file in (path.rglob("*.py") if path.is_dir() else (path,))
    )


def package_modules(sources: Mapping[str, bytes]) -> tuple[str, ...]:
    """Dotted names of the shipped modules, those that its functions import late too."""
    return tuple(
        path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for path in sorted(sources)
    )


def source_hashes(sources: Mapping[str, bytes]) -> dict[str, str]:
    """Path → SHA-256 in hexadecimal, sorted by path."""
    return {path: sha256(content).hexdigest() for path, content in sorted(sources.items())}


def package_hash(hashes: Mapping[str, str]) -> str:
    """The scoring hash: what ``sha256sum FILE… | sha256sum`` prints for the files sorted by path."""
    lines = "".join(f"{digest}  {path}\n" for path, digest in sorted(hashes.items()))
    return sha256(lines.encode()).hexdigest()
