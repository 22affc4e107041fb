"""Brotli and gzip siblings beside every file that gains from them; the same bytes give the same siblings.

Brotli at its best is slow, so what it made is kept by the hash of its input.
"""

import gzip
import io
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath
from zlib import ZLIB_RUNTIME_VERSION

import brotli

from generator.kept import kept, key_of
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
_SLOW_IS_WORTH_IT = frozenset({".wasm", ".zip"})
"""The runtime: large, rarely changed, and most of what a visitor downloads. Pages gain 1.6 % by thrice the time."""
_MIDDLING = 100_000
"""From so many bytes on, Brotli at 10 takes a tenth of a second for a twentieth of the bytes."""
_LARGE = 1_000_000
"""From so many bytes on, Brotli at its best takes many seconds and gains next to nothing: below 0.5 % of the single file."""
_SMALLEST = 200
"""Files below so many bytes are sent as they are."""


def siblings(files: Files, cache: Path) -> dict[str, bytes]:
    """``.br`` and ``.gz`` files by address; ``cache`` is a folder that may be deleted at any time."""
    jobs = [
        _Job(address=address + suffix, content=content, coding=coding)
        for address, content in files.items()
        if PurePosixPath(address).suffix in _GAINS and len(content) >= _SMALLEST
        for suffix, coding in ((".br", _brotli_of(address, content)), (".gz", _Coding.GZIP))
    ]
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        made = list(pool.map(lambda job: _cached(job, cache), jobs))
    return {
        job.address: small
        for job, small in zip(jobs, made, strict=True)
        if len(small) < len(job.content)
    }


class _Coding(Enum):
    """How to compress; the value names the kept pieces."""

    BROTLI_BEST = "br-11"
    BROTLI_SMALL = "br-10"
    BROTLI_GOOD = "br-9"
    BROTLI_FAST = "br-5"
    GZIP = "gz"


_QUALITY = {
    _Coding.BROTLI_BEST: 11,
    _Coding.BROTLI_SMALL: 10,
    _Coding.BROTLI_GOOD: 9,
    _Coding.BROTLI_FAST: 5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    address: str
    content: bytes
    coding: _Coding


def _brotli_of(address: str, content: bytes) -> _Coding:
    if PurePosixPath(address).suffix in _SLOW_IS_WORTH_IT:
        return _Coding.BROTLI_BEST
    if len(content) < _MIDDLING:
        return _Coding.BROTLI_SMALL
    return _Coding.BROTLI_GOOD if len(content) < _LARGE else _Coding.BROTLI_FAST


def _cached(job: _Job, cache: Path) -> bytes:
    key = key_of(job.content, brotli.__version__, ZLIB_RUNTIME_VERSION)
    return kept(cache, job.coding.value, key, lambda: _compressed(job))


def _compressed(job: _Job) -> bytes:
    if job.coding is _Coding.GZIP:
        return _gzip(job.content)
    packed: bytes = brotli.compress(job.content, quality=_QUALITY[job.coding])
    return packed


def _gzip(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=buffer, mode="wb", compresslevel=9, mtime=0) as packed:
        packed.write(content)
    return buffer.getvalue()
