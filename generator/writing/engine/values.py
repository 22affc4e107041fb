"""What goes into the engine's build and what comes out of it: plain values, no work."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator import paths
from generator.writing.output import Files

FOLDER: Final = "assets/engine"
"""Where the engine's files lie inside the site."""


REST: Final = "rest"
"""The role of the part that a start does without: the second half of the runtime."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCheck:
    """A call with the answer that CPython gave at build time; the engine must give the same bytes."""

    method: str
    request: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineOptions:
    """How to build: where the tools lie, what to exercise, and the one switch for what is cut."""

    node_modules: Path = paths.NODE_MODULES
    cache: Path = paths.CACHE / "engine"
    scripts: Path = paths.SITE_TEMPLATES / "assets" / "engine"
    self_checks: tuple[SelfCheck, ...] = ()
    """Checked in the visitor's browser at each start; a few, and small."""
    exercises: tuple[tuple[str, str], ...] = ()
    """More calls (method, request) made at build time, so that what they import late ships too."""
    place: str = ""
    """What stands before the addresses of the policy's pages: browsers keep its memory apart by it."""
    ahead: tuple[str, ...] = ()
    """Addresses of more files that pages leading to the calculator fetch ahead, before the engine's."""
    stock_runtime: bool = False
    """Ship Pyodide's files as npm has them, nothing cut, nothing precompiled, no halves, no snapshot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file that the worker loads: its address in the site, decoded size and SHA-256 (as in HTML)."""

    address: str
    bytes: int
    integrity: str


def first_bytes(parts: Mapping[str, Part]) -> int:
    """Decoded bytes of the parts that a start loads."""
    return sum(part.bytes for role, part in parts.items() if role != REST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """The finished engine: all its files, and what pages have to know about them."""

    files: Files = field(repr=False)
    """Every file of the engine by its address in the site."""
    names: Mapping[str, str]
    """Plain address of a script (``assets/engine/client.js``) → the address with its content's hash."""
    parts: Mapping[str, Part]
    """What the worker loads, by its role: ``glue`` ``wasm`` ``stdlib`` ``scoring`` ``policy``, and later ``rest``."""
    build: str
    """One hash over all parts and scripts of the worker: two builds with the same hash are the same."""
    scoring_hash: str
    """SHA-256 over the ``sha256sum`` lines of the scoring package's sources, sorted by path."""
    scoring_sources: Mapping[str, str]
    """Path → SHA-256 of each source of the scoring package."""
    versions: Mapping[str, str]
    """``pyodide`` ``python`` ``pyodide-build``."""
    modules: tuple[str, ...]
    """The modules of the standard library that ship, sorted."""
    licences: str
    """Address of the text with the licences of what is shipped but not ours."""
    sources: Mapping[str, bytes] = field(repr=False)
    """The contents of the parts by role, the runtime whole: what the single file is made of."""
    facts: Mapping[str, object] = field(repr=False)
    """What is written into the worker (``Build`` in core.js)."""

    @property
    def total(self) -> int:
        """Decoded bytes of what a start loads: what the progress bar counts against."""
        return first_bytes(self.parts)

    @property
    def worker(self) -> str:
        """The worker's address in the site."""
        return self.names[f"{FOLDER}/worker.js"]

    @property
    def client(self) -> str:
        """The address of the ES module with ``connect`` and ``expose``."""
        return self.names[f"{FOLDER}/client.js"]
