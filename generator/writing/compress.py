"""Brotli and gzip siblings beside every file that gains from them; the same bytes give the same siblings.

Brotli at its best is slow, so what it made is kept by the hash of its input.
"""

import gzip
import hashlib
import io
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath

import brotli

from generator.writing.output import Files

_GAINS = frozenset(
    {
        ".css",
        ".html",
        ".js",
        ".json",
        ".mjs",
        ".svg",
        ".txt",
        ".wasm",
        ".webmanifest",
        ".xml",
        ".zip",
    }
)
_SMALLEST = 200
"""Files below so many bytes are sent as they are."""


def siblings(files: Files, cache: Path) -> dict[str, bytes]:
    """``.br`` and ``.gz`` files by address; ``cache`` is a folder that may be deleted at any time."""
    cache.mkdir(parents=True, exist_ok=True)
    chosen = [(address, content) for address, content in files.items() if _gains(address, content)]
    made: dict[str, bytes] = {}
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for suffix, compress in ((".br", _brotli), (".gz", _gzip)):
            packed = pool.map(lambda item: _cached(item[1], suffix, compress, cache), chosen)  # noqa: B023
            for (address, content), small in zip(chosen, packed, strict=True):
                if len(small) < len(content):
                    made[address + suffix] = small
    return made


def _gains(address: str, content: bytes) -> bool:
    return PurePosixPath(address).suffix in _GAINS and len(content) >= _SMALLEST


def _cached(content: bytes, suffix: str, compress: Callable[[bytes], bytes], cache: Path) -> bytes:
    kept = cache / (hashlib.sha256(content).hexdigest() + suffix)
    if kept.exists():
        return kept.read_bytes()
    small = compress(content)
    partial = kept.with_suffix(f"{suffix}.{os.getpid()}")
    partial.write_bytes(small)
    partial.replace(kept)
    return small


def _brotli(content: bytes) -> bytes:
    packed: bytes = brotli.compress(content, quality=11)
    return packed


def _gzip(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=buffer, mode="wb", compresslevel=9, mtime=0) as packed:
        packed.write(content)
    return buffer.getvalue()
