"""The file that every output carries: which files a build made there, and the SHA-256 of each, as ``sha256sum`` writes them."""

from collections.abc import Mapping
from hashlib import file_digest
from pathlib import Path
from typing import Final

from generator.digests import Digests

MARK: Final = ".generated"
_HEADING: Final = "# Made by `generator build`, which replaces this folder as a whole. It made:\n"
_BETWEEN: Final = "  "


def mark_of(files: Mapping[str, bytes], digests: Digests | None = None) -> bytes:
    """The mark of an output of these files, by address; ``digests`` has those that are known already."""
    digests = digests or Digests()
    lines = (f"{digests.of(name, files[name])}{_BETWEEN}{name}\n" for name in sorted(files))
    return (_HEADING + "".join(lines)).encode()


def addresses_in(folder: Path) -> frozenset[str] | None:
    """What a build made in the folder, its mark with it; None where no build made anything."""
    try:
        lines = (folder / MARK).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    return frozenset({MARK, *(line.partition(_BETWEEN)[2] for line in lines)})


def is_as_made(folder: Path, mark: bytes) -> bool:
    """Whether the folder has this mark, and each of the files is byte for byte what it says."""
    try:
        if (folder / MARK).read_bytes() != mark:
            return False
        for line in mark.decode().splitlines()[1:]:
            digest, _, name = line.partition(_BETWEEN)
            with (folder / name).open("rb") as file:
                if file_digest(file, "sha256").hexdigest() != digest:
                    return False
    except OSError:
        return False
    return True
