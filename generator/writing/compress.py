"""Brotli and gzip siblings beside every file that gains from them; the same bytes give the same siblings.

Brotli at its best is slow, so what it made is kept by the hash of its input.
"""

import gzip
import io
import os
import re
import struct
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final
from zlib import (
    DEF_MEM_LEVEL,
    DEFLATED,
    MAX_WBITS,
    Z_DEFAULT_STRATEGY,
    Z_FULL_FLUSH,
    Z_HUFFMAN_ONLY,
    ZLIB_RUNTIME_VERSION,
    compressobj,
    crc32,
)

import brotli

from generator.digests import Digests
from generator.kept import kept, key_of
from generator.writing.output import Files

NOTHING: Final = MappingProxyType[str, bytes]({})
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
_CARRIED: Final = b'<script type="text/plain" id="engine-'
"""Where a single file carries a part of its engine."""
_PARTS: Final = re.compile(rb'<script type="text/plain" id="engine-[a-z]+">([^<]{10000,})')
_HEADER: Final = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
"""Of gzip: no name, no time, packed at its best, by no system in particular."""
_SMALLEST = 200
"""Files below so many bytes are sent as they are."""


def siblings(
    files: Files, cache: Path, digests: Digests | None = None, known: Files = NOTHING
) -> dict[str, bytes]:
    """``.br`` and ``.gz`` files by address; ``cache`` is a folder that may be deleted at any time.

    ``digests`` has the SHA-256 of files that are known already; ``known`` are siblings of before that are still right.
    """
    digests = digests or Digests()
    jobs = [
        _Job(
            address=address + coding.suffix,
            content=content,
            coding=coding,
            digest=digests.of(address, content),
        )
        for address, content in files.items()
        if PurePosixPath(address).suffix in _GAINS and len(content) >= _SMALLEST
        for coding in (_brotli_of(address, content), _Coding.GZIP)
        if address + coding.suffix not in known
    ]
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        made = list(pool.map(lambda job: _cached(job, cache), jobs))
    fresh = {
        job.address: small
        for job, small in zip(jobs, made, strict=True)
        if len(small) < len(job.content)
    }
    return {**known, **fresh}


class _Coding(Enum):
    """How to compress; the value names the kept pieces."""

    BROTLI_BEST = "br-11"
    BROTLI_SMALL = "br-10"
    BROTLI_GOOD = "br-9"
    BROTLI_FAST = "br-5"
    GZIP = "gz"

    @property
    def suffix(self) -> str:
        """What the sibling's address ends in."""
        return ".gz" if self is _Coding.GZIP else ".br"


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
    digest: str


def _brotli_of(address: str, content: bytes) -> _Coding:
    if PurePosixPath(address).suffix in _SLOW_IS_WORTH_IT:
        return _Coding.BROTLI_BEST
    if len(content) < _MIDDLING:
        return _Coding.BROTLI_SMALL
    return _Coding.BROTLI_GOOD if len(content) < _LARGE else _Coding.BROTLI_FAST


def _cached(job: _Job, cache: Path) -> bytes:
    def key(*, of: str) -> str:
        return key_of(of, brotli.__version__, ZLIB_RUNTIME_VERSION)

    if len(job.content) >= _LARGE and _CARRIED in job.content:
        # A single file is another one with each build: only what it carries comes again.
        if job.coding is not _Coding.GZIP:
            return _compressed(job)
        return _gzip_in_pieces(
            job.content,
            lambda piece: kept(
                cache, "deflated", key(of=sha256(piece).hexdigest()), lambda: _deflated(piece)
            ),
        )
    return kept(cache, job.coding.value, key(of=job.digest), lambda: _compressed(job))


def _compressed(job: _Job) -> bytes:
    if job.coding is _Coding.GZIP:
        return _gzip(job.content)
    packed: bytes = brotli.compress(job.content, quality=_QUALITY[job.coding])
    return packed


def _gzip_in_pieces(content: bytes, deflated: Callable[[bytes], bytes]) -> bytes:
    """The content in which large parts stand in Base64: these are ``deflated`` each by itself."""
    pieces = [_HEADER]
    end = 0
    for found in _PARTS.finditer(content):
        pieces += [_deflated(content[end : found.start(1)], Z_DEFAULT_STRATEGY), deflated(found[1])]
        end = found.end(1)
    last = compressobj(9, DEFLATED, -MAX_WBITS)
    pieces += [last.compress(content[end:]), last.flush()]
    pieces.append(struct.pack("<II", crc32(content), len(content) & 0xFFFFFFFF))
    return b"".join(pieces)


def _deflated(piece: bytes, strategy: int = Z_HUFFMAN_ONLY) -> bytes:
    """A piece of a stream that ends at a whole byte and knows of no other piece; nothing comes again in Base64."""
    packer = compressobj(9, DEFLATED, -MAX_WBITS, DEF_MEM_LEVEL, strategy)
    return packer.compress(piece) + packer.flush(Z_FULL_FLUSH)


def _gzip(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=buffer, mode="wb", compresslevel=9, mtime=0) as packed:
        packed.write(content)
    return buffer.getvalue()
