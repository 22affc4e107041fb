"""The engine's scripts: bundled and minified by esbuild out of ``site_templates/assets/engine``."""

from collections.abc import Sequence
from json import dumps
from pathlib import Path
from typing import Final, Literal

from generator import paths
from generator.kept import kept, key_of
from generator.writing.engine.toolchain import Toolchain

PYODIDE_SOURCE: Final = "https://github.com/pyodide/pyodide"
MICROPYTHON_SOURCE: Final = "https://github.com/micropython/micropython"
NODE_ONLY: Final = ("node:*", "ws", "fs", "path", "crypto", "child_process", "vm", "url", "module")
"""What Pyodide and MicroPython import under node and never ask for in a browser."""

LOWEST_BROWSERS: Final = ("chrome92", "edge92", "firefox114", "safari15.4")
"""What every script is written down to. Firefox: older ones import no module in a classic worker; the others: `Array.prototype.at`."""

type Format = Literal["esm", "iife"]


def bundle(toolchain: Toolchain, entry: Path, *, form: Format) -> bytes:
    """One script of ours with all that it imports."""
    return _esbuild(toolchain, entry, [f"--format={form}"])


def knowing(script: bytes, **constants: object) -> bytes:
    """A script of the form ``iife`` that finds these JSON values under their names, as if they were global.

    They stand around the script, not in it, so that it is bundled once for all policies.
    """
    named = "".join(
        f"const {name}={dumps(value, ensure_ascii=False, separators=(',', ':'))};"
        for name, value in constants.items()
    )
    return f"(()=>{{'use strict';{named}\n".encode() + script.rstrip() + b"\n})();\n"


def glue(toolchain: Toolchain, entry: Path, *, form: Format = "esm") -> bytes:
    """Pyodide's loader and glue in one script, with its licence at the top."""
    banner = (
        f"/* Pyodide {toolchain.pyodide_version}, Mozilla Public License 2.0, "
        f"source: {PYODIDE_SOURCE} */"
    )
    arguments = [
        f"--format={form}",
        f"--alias:pyodide={toolchain.pyodide.resolve()}",
        f"--banner:js={banner}",
        *(f"--external:{name}" for name in NODE_ONLY),
        *(("--global-name=pyodideLoader",) if form == "iife" else ()),
    ]
    return _esbuild(toolchain, entry, arguments)


def gear_glue(toolchain: Toolchain, entry: Path) -> bytes:
    """MicroPython's loader and glue in one script, with its licence at the top."""
    banner = f"/* MicroPython {toolchain.micropython_version}, MIT License, source: {MICROPYTHON_SOURCE} */"
    arguments = [
        "--format=esm",
        f"--alias:micropython={toolchain.micropython.resolve()}",
        f"--banner:js={banner}",
        *(f"--external:{name}" for name in NODE_ONLY),
    ]
    return _esbuild(toolchain, entry, arguments)


def _esbuild(toolchain: Toolchain, entry: Path, arguments: Sequence[str]) -> bytes:
    """What esbuild makes of a script; kept by all that it may import."""
    command = [
        *toolchain.esbuild,
        str(entry),
        "--bundle",
        "--minify",
        f"--target={','.join(LOWEST_BROWSERS)}",
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
        *arguments,
    ]
    near = next((above for above in entry.parents if above.name == "assets"), entry.parent)
    sources = {*near.rglob("*.js"), *(paths.SITE_TEMPLATES / "assets").rglob("*.js")}
    key = key_of(
        (paths.PROJECT / "package.json").read_bytes(),
        toolchain.esbuild_version,
        toolchain.qr_version,
        toolchain.runtime["pyodide.asm.js"],
        toolchain.runtime["pyodide.mjs"],
        entry.name,
        arguments,
        *(part for file in sorted(sources) for part in (file.as_posix(), file.read_bytes())),
    )
    return kept(
        toolchain.cache,
        f"{entry.stem}.js",
        key,
        lambda: toolchain.run(command, doing="esbuild").encode(),
    )
