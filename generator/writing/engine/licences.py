"""The licences of what is shipped but not ours, as one text beside the engine: its texts lie in ``licences/``."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.writing.engine.scripts import MICROPYTHON_SOURCE, PYODIDE_SOURCE
from generator.writing.engine.toolchain import Toolchain

TEXTS: Final = Path(__file__).parent / "licences"
_RULE: Final = "=" * 78


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something of others that is shipped; ``spdx`` names its licence, ``file`` holds the text in ``licences/``."""

    name: str
    spdx: str
    source: str
    file: str
    does: str
    """What it is there for, to follow "It"."""


LINKED: Final = (
    Part(
        name="libmpdec",
        spdx="BSD-2-Clause",
        source="https://www.bytereef.org/mpdecimal/",
        file="libmpdec.txt",
        does="reckons with exact decimals",
    ),
    Part(
        name="Expat",
        spdx="MIT",
        source="https://github.com/libexpat/libexpat",
        file="expat.txt",
        does="reads XML",
    ),
    Part(
        name="bzip2",
        spdx="bzip2-1.0.6",
        source="https://sourceware.org/bzip2/",
        file="bzip2.txt",
        does="packs and unpacks",
    ),
    Part(
        name="zlib",
        spdx="Zlib",
        source="https://zlib.net/",
        file="zlib.txt",
        does="packs and unpacks",
    ),
    Part(
        name="libffi",
        spdx="MIT",
        source="https://github.com/libffi/libffi",
        file="libffi.txt",
        does="calls functions whose form is known late",
    ),
    Part(
        name="HACL*",
        spdx="MIT",
        source="https://github.com/hacl-star/hacl-star",
        file="hacl.txt",
        does="makes hashes",
    ),
    Part(
        name="Emscripten",
        spdx="MIT",
        source="https://github.com/emscripten-core/emscripten",
        file="emscripten.txt",
        does="stands in for an operating system",
    ),
    Part(
        name="musl",
        spdx="MIT",
        source="https://musl.libc.org/",
        file="musl.txt",
        does="is the C library",
    ),
)
"""What is linked into Pyodide's WebAssembly, used by scoring or not; the last two into MicroPython's as well."""

LINKED_FIRST: Final = (
    Part(
        name="re1.5",
        spdx="BSD-3-Clause",
        source="https://github.com/pfalcon/re1.5",
        file="re1.5.txt",
        does="matches regular expressions",
    ),
    Part(
        name="uzlib",
        spdx="Zlib",
        source="https://github.com/pfalcon/uzlib",
        file="uzlib.txt",
        does="packs and unpacks",
    ),
)
"""What is linked into MicroPython's WebAssembly alone."""


def licence_text(toolchain: Toolchain) -> str:
    """The notice that goes with the site: what is used, from where, under which terms.

    Raises EngineBuildError where a package is missing.
    """
    texts = (
        ("Pyodide", _text("MPL-2.0.txt")),
        ("CPython", _text("PSF-2.0.txt")),
        ("MicroPython", _text("micropython.txt")),
        ("qr", toolchain.qr_licence),
        *((part.name, _text(part.file)) for part in (*LINKED, *LINKED_FIRST)),
    )
    return (
        f"This site runs Pyodide {toolchain.pyodide_version}, unchanged but for minified scripts, its WebAssembly\n"
        "cut in two, and a part of Python's standard library in compiled form. Pyodide is licensed under the Mozilla Public\n"
        f"License 2.0; its source is at {PYODIDE_SOURCE}.\n"
        f"It contains CPython {toolchain.lock_info['python']}, licensed under the Python Software Foundation License\n"
        "Version 2, whose source is at https://github.com/python/cpython. Linked into it are\n"
        f"{_named(LINKED)}"
        f"Until Pyodide is ready it scores by MicroPython {toolchain.micropython_version}, unchanged but for minified scripts,\n"
        f"under the MIT License: {MICROPYTHON_SOURCE}. Linked into it\n"
        "are Emscripten, musl and\n"
        f"{_named(LINKED_FIRST)}"
        f"Its QR codes are drawn by qr {toolchain.qr_version}, https://github.com/paulmillr/qr, under the MIT\n"
        "License.\n"
        "The texts follow.\n"
        + "".join(f"\n{_RULE}\n{name}\n{_RULE}\n\n{text}" for name, text in texts)
    )


def _named(parts: Iterable[Part]) -> str:
    return "".join(
        f"  {each.name}, which {each.does} ({each.spdx}): {each.source}\n" for each in parts
    )


def _text(file: str) -> str:
    return (TEXTS / file).read_text(encoding="utf-8")
