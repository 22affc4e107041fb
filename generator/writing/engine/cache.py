"""What is slow to make is kept under the hash of everything that it is made from."""

import os
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path


def key_of(*inputs: str | bytes | Iterable[str]) -> str:
    """One hash over all inputs, each with its length, so that no two lists run together."""
    digest = sha256()
    for given in inputs:
        pieces = [given] if isinstance(given, (str, bytes)) else list(given)
        digest.update(f"{len(pieces)}:".encode())
        for piece in pieces:
            content = piece.encode() if isinstance(piece, str) else piece
            digest.update(f"{len(content)}:".encode() + content)
    return digest.hexdigest()


def kept(cache: Path, name: str, key: str, make: Callable[[], bytes]) -> bytes:
    """The bytes of this name and key: from the cache, or made now and put there in one step."""
    file = cache / f"{key[:32]}-{name}"
    if file.is_file():
        return file.read_bytes()
    content = make()
    cache.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f"{file.name}.{os.getpid()}")
    partial.write_bytes(content)
    partial.replace(file)
    return content
