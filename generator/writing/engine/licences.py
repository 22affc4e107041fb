"""The licences of what is shipped but not ours, as one text beside the engine."""

from pathlib import Path
from typing import Final

from generator.writing.engine.scripts import PYODIDE_SOURCE

TEXTS: Final = Path(__file__).parent / "licences"


def licence_text(pyodide_version: str, python_version: str) -> str:
    """The notice that goes with the site: what is used, from where, under which terms."""
    mozilla = (TEXTS / "MPL-2.0.txt").read_text(encoding="utf-8")
    python = (TEXTS / "PSF-2.0.txt").read_text(encoding="utf-8")
    return (
        f"This site runs Pyodide {pyodide_version}, unchanged but for minified scripts and a part of\n"
        "Python's standard library in compiled form. Pyodide is licensed under the Mozilla Public\n"
        f"License 2.0; its source is at {PYODIDE_SOURCE}.\n"
        f"It contains CPython {python_version}, licensed under the Python Software Foundation License\n"
        "Version 2, whose source is at https://github.com/python/cpython.\n"
        "Both texts follow.\n"
        f"\n{'=' * 78}\n\n{mozilla}\n{'=' * 78}\n\n{python}"
    )
