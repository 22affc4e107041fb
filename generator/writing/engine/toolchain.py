"""The tools beside Python: node, Pyodide's package and esbuild, as the set-up left them."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from generator.writing.engine.errors import EngineBuildError

SET_UP: Final = "run `make site`, which sets it up"
_MOST_LINES: Final = 20
"""Of each end of what a failing tool says: some begin with the cause, some end with it."""
FIRST_RUNTIME: Final = "@micropython/micropython-webassembly-pyscript"
"""The npm package of the first gear's runtime."""
FIRST_RUNTIME_FILES: Final = ("package.json", "micropython.mjs", "micropython.wasm")
RUNTIME_FILES: Final = (
    "package.json",
    "pyodide-lock.json",
    "pyodide.asm.js",
    "pyodide.asm.wasm",
    "pyodide.mjs",
    "python_stdlib.zip",
)


@dataclass(frozen=True, kw_only=True)
class Toolchain:
    """Node and the npm packages of one checkout."""

    node_modules: Path
    cache: Path
    """Where what the tools made is kept."""

    @cached_property
    def node(self) -> str:
        """Node's executable: the one on PATH, or the one that the set-up put beside this Python."""
        beside = Path(sys.prefix, "bin")
        found = shutil.which(
            "node", path=os.pathsep.join((os.environ.get("PATH", ""), str(beside)))
        )
        if found is None:
            raise EngineBuildError(f"node is neither on PATH nor in {beside}: {SET_UP}")
        return found

    @property
    def pyodide(self) -> Path:
        """The folder of the npm package ``pyodide``."""
        return self.node_modules / "pyodide"

    @cached_property
    def runtime(self) -> Mapping[str, bytes]:
        """The files of the npm package that are used, by name."""
        return _contents(self.pyodide, RUNTIME_FILES)

    @property
    def micropython(self) -> Path:
        """The folder of the npm package with MicroPython."""
        return self.node_modules / FIRST_RUNTIME

    @cached_property
    def first_runtime(self) -> Mapping[str, bytes]:
        """The files of it that are used, by name."""
        return _contents(self.micropython, FIRST_RUNTIME_FILES)

    @cached_property
    def micropython_version(self) -> str:
        return str(json.loads(self.first_runtime["package.json"])["version"])

    @cached_property
    def pyodide_version(self) -> str:
        return str(json.loads(self.runtime["package.json"])["version"])

    @cached_property
    def lock_info(self) -> Mapping[str, str]:
        """What the lock file says of the runtime itself: ABI, platform, Python."""
        info: dict[str, str] = json.loads(self.runtime["pyodide-lock.json"])["info"]
        return info

    @cached_property
    def esbuild(self) -> tuple[str, ...]:
        """The command that runs esbuild: its program for this machine, or the script that finds it."""
        programs = sorted((self.node_modules / "@esbuild").glob("*/bin/esbuild"))
        if len(programs) == 1:
            return (str(programs[0]),)
        return (self.node, str(self.node_modules / "esbuild" / "bin" / "esbuild"))

    @cached_property
    def esbuild_version(self) -> str:
        return self._version("esbuild")

    @cached_property
    def qr_version(self) -> str:
        return self._version("qr")

    @cached_property
    def qr_licence(self) -> str:
        return self._text("qr", "LICENSE-MIT")

    def _version(self, package: str) -> str:
        return str(json.loads(self._text(package, "package.json"))["version"])

    def _text(self, package: str, name: str) -> str:
        file = self.node_modules / package / name
        if not file.is_file():
            raise EngineBuildError(f"{file} is missing: {SET_UP}")
        return file.read_text(encoding="utf-8")

    def run_node(self, arguments: Sequence[str], *, doing: str, given: str = "") -> str:
        """Run node and return what it prints; ``doing`` says for an error what it was for."""
        return self.run([self.node, *arguments], doing=doing, given=given)

    def run(self, command: Sequence[str], *, doing: str, given: str = "") -> str:
        """Run a tool and return what it prints; raises EngineBuildError with what it says where it fails."""
        finished = subprocess.run(
            command, input=given, capture_output=True, encoding="utf-8", check=False
        )
        if finished.returncode:
            said = "\n".join(f"  | {line}" for line in _ends(finished.stderr.strip().splitlines()))
            raise EngineBuildError(f"{doing} failed (exit code {finished.returncode}):\n{said}")
        return finished.stdout


@cache
def _contents(package: Path, names: tuple[str, ...]) -> dict[str, bytes]:
    for name in names:
        if not (package / name).is_file():
            raise EngineBuildError(f"{package / name} is missing: {SET_UP}")
    return {name: (package / name).read_bytes() for name in names}


def _ends(lines: list[str]) -> list[str]:
    """The lines, without the middle of very many."""
    if len(lines) <= 2 * _MOST_LINES:
        return lines
    return [*lines[:_MOST_LINES], "…", *lines[-_MOST_LINES:]]
