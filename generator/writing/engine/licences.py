"""The licences of what is shipped but not ours, as one text beside the engine."""

from pathlib import Path
from typing import Final

from generator.writing.engine.scripts import PYODIDE_SOURCE
from generator.writing.engine.toolchain import Toolchain

TEXTS: Final = Path(__file__).parent / "licences"


def licence_text(toolchain: Toolchain) -> str:
    """The notice that goes with the site: what is used, from where, under which terms.

    Raises EngineBuildError where a package is missing.
    """
    python_version = toolchain.lock_info["python"]
    mozilla = (TEXTS / "MPL-2.0.txt").read_text(encoding="utf-8")
    python = (TEXTS / "PSF-2.0.txt").read_text(encoding="utf-8")
    texts = (mozilla, python, toolchain.qr_licence)
    return (
        f"This site runs Pyodide {toolchain.pyodide_version}, unchanged but for minified scripts and a part of\n"
        "Python's standard library in compiled form. Pyodide is licensed under the Mozilla Public\n"
        f"License 2.0; its source is at {PYODIDE_SOURCE}.\n"
        f"It contains CPython {python_version}, licensed under the Python Software Foundation License\n"
        "Version 2, whose source is at https://github.com/python/cpython.\n"
        f"Its QR codes are drawn by qr {toolchain.qr_version}, https://github.com/paulmillr/qr, under the MIT\n"
        "License.\n"
        "The three texts follow.\n" + "".join(f"\n{'=' * 78}\n\n{text}" for text in texts)
    )
