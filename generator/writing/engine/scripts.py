"""The engine's scripts: bundled and minified by esbuild out of ``site_templates/assets/engine``."""

from collections.abc import Mapping, Sequence
from json import dumps
from pathlib import Path
from typing import Final, Literal

from generator.writing.cache import kept, key_of
from generator.writing.engine.toolchain import Toolchain

PYODIDE_SOURCE: Final = "https://github.com/pyodide/pyodide"
NODE_ONLY: Final = ("node:*", "ws", "fs", "path", "crypto", "child_process", "vm", "url", "module")
"""What Pyodide imports under node and never asks for in a browser."""

type Format = Literal["esm", "iife"]


def bundle(
    toolchain: Toolchain,
    entry: Path,
    *,
    form: Format,
    constants: Mapping[str, object] | None = None,
) -> bytes:
    """One script of ours with all that it imports; ``constants`` replace global names by JSON values."""
    arguments = [f"--define:{name}={dumps(value)}" for name, value in (constants or {}).items()]
    return _esbuild(toolchain, [str(entry), f"--format={form}", *arguments])


def glue(toolchain: Toolchain, entry: Path, cache: Path, *, form: Format = "esm") -> bytes:
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
    key = key_of(
        toolchain.runtime["pyodide.asm.js"],
        toolchain.runtime["pyodide.mjs"],
        toolchain.esbuild_version,
        entry.read_bytes(),
        form,
        banner,
        NODE_ONLY,
    )
    return kept(
        cache, f"glue-{form}.js", key, lambda: _esbuild(toolchain, [str(entry), *arguments])
    )


def _esbuild(toolchain: Toolchain, arguments: Sequence[str]) -> bytes:
    program = toolchain.node_modules / "esbuild" / "bin" / "esbuild"
    common = (
        "--bundle",
        "--minify",
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
    )
    printed = toolchain.run_node([str(program), *common, *arguments], doing="esbuild")
    return printed.encode()
