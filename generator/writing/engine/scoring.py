"""The scoring package as the browser gets it: its very sources, and beside each its bytecode."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from generator.writing.engine.errors import EngineBuildError


def package_sources(scoring_dir: Path) -> dict[str, bytes]:
    """``generator/scoring/….py`` → bytes, for all sources of the package.

    ``generator/__init__.py`` does not ship: in the browser ``generator`` is a namespace package.
    """
    sources = {
        f"generator/scoring/{file.relative_to(scoring_dir).as_posix()}": file.read_bytes()
        for file in sorted(scoring_dir.rglob("*.py"))
    }
    if "generator/scoring/api.py" not in sources:
        raise EngineBuildError(f"{scoring_dir / 'api.py'} is missing: the browser calls its load()")
    return sources


def package_modules(sources: Mapping[str, bytes]) -> tuple[str, ...]:
    """Dotted names of the package's modules, those that its functions import late too."""
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
