"""Scripts and style sheets as esbuild reads them, in its own words, each complaint at its file and line."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Code, Diagnostic, Place, Source
from generator.rehearsal.templates import Templates
from generator.scratch import scratch
from generator.writing.engine.scripts import NODE_ONLY
from generator.writing.engine.toolchain import SET_UP, Toolchain

_COMPLAINT = re.compile(r"^\S+ \[(?:ERROR|WARNING)\] (.*)\n\n\s+(.+):(\d+):(\d+):$", re.MULTILINE)
_KIND = re.compile(r" \[[a-z-]+\]$")


class ScriptToolError(Exception):
    """esbuild can't be run; the message says what to do."""


def script_mistakes(templates: Templates, toolchain: Toolchain) -> tuple[Diagnostic, ...]:
    """What is wrong with the scripts and style sheets of the templates; raises ScriptToolError."""
    files = sorted((*templates.folder.rglob("*.js"), *templates.folder.rglob("*.css")))
    return tuple(_complaints(_said(files, templates.folder, toolchain), templates))


def _said(files: list[Path], templates: Path, toolchain: Toolchain) -> str:
    """What esbuild says of the files; nothing where all is well."""
    with scratch() as nowhere:
        command = [
            *toolchain.esbuild,
            *(file.relative_to(templates).as_posix() for file in files),
            "--bundle",
            f"--outdir={nowhere}",
            "--log-level=warning",
            "--log-limit=0",
            "--color=false",
            f"--alias:pyodide={toolchain.pyodide.resolve()}",
            # It awaits at its top, which the form of plain scripts does not take.
            "--external:micropython/*",
            f"--alias:qr={(toolchain.node_modules / 'qr').resolve()}",
            *(f"--external:{name}" for name in NODE_ONLY),
        ]
        try:
            done = subprocess.run(
                command, cwd=templates, capture_output=True, encoding="utf-8", check=False
            )
        except OSError as error:
            raise ScriptToolError(f"esbuild can't be run: {error}; {SET_UP}") from error
    if done.returncode and not _COMPLAINT.search(done.stderr):
        raise ScriptToolError(f"esbuild says:\n{done.stderr.strip()}")
    return done.stderr


def _complaints(said: str, templates: Templates) -> Iterator[Diagnostic]:
    for message, name, line, column in _COMPLAINT.findall(said):
        file = templates.folder / name
        lines = tuple(file.read_text(encoding="utf-8").split("\n")) if file.is_file() else ()
        yield Diagnostic(
            code=Code.SCRIPT,
            place=Place(
                source=Source(f"{templates.shown}/{name}", lines),
                line=int(line),
                column=int(column) + 1,
            ),
            message=_KIND.sub("", message),
        )
