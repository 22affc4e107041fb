"""What is slow to make is kept on the disk, under the hash of everything that it is made from.

The folder may be deleted, damaged, full or read-only at any time: a piece that is not the one that was put there is made
again, and one that can't be put there is not kept.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from typing import Final

from generator.leftovers import sweep
from generator.whole import write_whole

MOST: Final = 4000
"""Pieces of a kind that are kept; with one more all of them go."""
_DIGEST: Final = sha256().digest_size
_KEY: Final = 32
"""Digits of the key in a piece's name."""
_PIECE: Final = f"{'[0-9a-f]' * _KEY}-*"
"""What pieces are called."""


def key_of(*inputs: str | bytes | Iterable[str]) -> str:
    """One hash over all inputs, each with its length, so that no two lists run together.

    They may be names of files that are no UTF-8, or that the locale can't read.
    """
    digest = sha256()
    for given in inputs:
        pieces = [given] if isinstance(given, (str, bytes)) else list(given)
        digest.update(f"{len(pieces)}:".encode())
        for piece in pieces:
            content = piece.encode(errors="surrogateescape") if isinstance(piece, str) else piece
            digest.update(f"{len(content)}:".encode() + content)
    return digest.hexdigest()


def kept(cache: Path, name: str, key: str, make: Callable[[], bytes]) -> bytes:
    """The bytes of this name and key: from the folder ``cache``, or made now and put there."""
    content = recall(cache, name, key)
    if content is None:
        content = make()
        keep(cache, name, key, content)
    return content


def recall(cache: Path, name: str, key: str) -> bytes | None:
    """What was kept under this name and key; None where nothing was, or it is not what was put there."""
    return _read(_place(cache, name, key))


def keep(cache: Path, name: str, key: str, content: bytes) -> None:
    """Keeps the bytes, if the folder can be written."""
    with suppress(OSError):
        file = _place(cache, name, key)
        write_whole(file, _digest(file.name, content), content)


def _place(cache: Path, name: str, key: str) -> Path:
    return cache / f"{key[:_KEY]}-{name}"


def _read(file: Path) -> bytes | None:
    try:
        with file.open("rb") as opened:
            seal, content = opened.read(_DIGEST), opened.read()
    except OSError:
        return None
    return content if seal == _digest(file.name, content) else None


def _digest(name: str, content: bytes) -> bytes:
    """The seal of a kept piece; the name is under it, so that no piece passes for another."""
    digest = sha256(f"{name}\n".encode())
    digest.update(content)
    return digest.digest()


def sweep_cache(cache: Path) -> None:
    """Clears pieces that builds that were killed left half written, folders in their place, and all where much has gathered.

    Nothing else that lies there is touched: tools keep their own things beside, and ``cache`` may be a folder with other files.
    """
    for folder in (entry for entry in cache.glob("*") if entry.is_dir()):
        sweep(folder, f"{_PIECE}.*")
        pieces = list(folder.glob(_PIECE))
        for piece in pieces:
            if piece.is_dir():
                rmtree(piece, ignore_errors=True)
        if len(pieces) > MOST:
            for piece in pieces:
                with suppress(OSError):
                    piece.unlink()
