"""Python sources to the bytecode of the browser's Python, by pyodide-build's archive compiler.

The compiler runs inside Pyodide under node: on the host it would write the host's bytecode. Its
bytecode carries the hash of its source, so it shows what it was made from.
"""

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from generator.kept import kept, key_of
from generator.writing.engine.archive import pack, unpack
from generator.writing.engine.inside import Job, run_inside, script_text, site_packages
from generator.writing.engine.toolchain import Toolchain

SCRIPT = "compile_archive.py"
NO_COLUMNS = ("-X", "no_debug_ranges")
"""Leaves out the columns of tracebacks, which nobody sees in the browser: a quarter of the bytes."""
WITHOUT_DOCSTRINGS = ("-OO", *NO_COLUMNS)
"""For the standard library: no docstrings and no assertions."""


def compiled(
    toolchain: Toolchain, sources: Mapping[str, bytes], flags: Sequence[str], cache: Path
) -> dict[str, bytes]:
    """``a/b.py`` → ``a/b.pyc`` for every source."""
    compiler = site_packages() / "pyodide_build" / "_py_compile.py"
    archive = pack(sources)
    key = key_of(
        toolchain.runtime["pyodide.asm.wasm"],
        toolchain.runtime["python_stdlib.zip"],
        compiler.read_bytes(),
        script_text(SCRIPT),
        script_text("run.mjs"),
        flags,
        archive,
    )
    job = Job(
        script=SCRIPT,
        given={"sources.zip": archive},
        result="compiled.zip",
        flags=flags,
        with_site_packages=True,
    )
    return unpack(kept(cache, "compiled.zip", key, lambda: run_inside(toolchain, job)))


def compiler_version() -> str:
    """The version of pyodide-build."""
    return version("pyodide-build")
