"""What a static host answers: files, compressed siblings, ETags, the site's own headers and its page for what is missing."""

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from re import compile as pattern
from typing import Final

from generator.serving.headers import HEADERS, headers_for

HASHED_NAME: Final = pattern(r"\.[0-9a-f]{10,64}\.[a-z0-9]+$")
"""Names that change with the content of their file."""
MISSING: Final = "404.html"
_HIDDEN: Final = frozenset({HEADERS, ".generated"})
_TYPES: Final = {
    ".atom": "application/atom+xml",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".zip": "application/zip",
}
_ENCODINGS: Final = (("br", ".br"), ("gzip", ".gz"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a browser asks for: the address below the site's own, without a slash at its start."""

    address: str
    accepted: frozenset[str] = frozenset()
    """Encodings that it takes."""
    known: str = ""
    """The ETag of what it has already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A status, headers and a body."""

    status: HTTPStatus
    headers: Mapping[str, str]
    body: bytes


def answer(root: Path, request: Request, *, cached: bool = True, compressed: bool = True) -> Answer:
    """What the files of the folder ``root`` have to say; without ``cached`` browsers keep nothing."""
    file = _file(root, request.address)
    if file is None and _file(root, f"{request.address}/") is not None:
        to_the_folder = {"Location": f"{PurePosixPath(request.address).name}/"}
        return Answer(status=HTTPStatus.MOVED_PERMANENTLY, headers=to_the_folder, body=b"")
    if file is None:
        return _missing(root)
    return _found(root, file, request, cached=cached, compressed=compressed)


def _file(root: Path, address: str) -> Path | None:
    """The file at the address; none where there is none, or outside of the site."""
    name = f"{address}index.html" if not address or address.endswith("/") else address
    parts = PurePosixPath(name).parts
    if ".." in parts or "\0" in name or not _HIDDEN.isdisjoint(parts) or name.startswith("/"):
        return None
    file = root / name
    try:
        return file if file.is_file() else None
    except OSError:
        # The name is longer than any file's.
        return None


def _found(root: Path, file: Path, request: Request, *, cached: bool, compressed: bool) -> Answer:
    encoding, sent = "", file
    for token, suffix in _ENCODINGS:
        sibling = file.with_name(file.name + suffix)
        if compressed and token in request.accepted and sibling.is_file():
            encoding, sent = token, sibling
            break
    body = sent.read_bytes()
    etag = f'"{sha256(body).hexdigest()[:20]}"'
    headers = {
        "Content-Type": type_of(file.name),
        "ETag": etag,
        "Vary": "Accept-Encoding",
        "Cache-Control": _caching(file),
        **({"Content-Encoding": encoding} if encoding else {}),
        **headers_for(root, file.relative_to(root).as_posix()),
        **({} if cached else {"Cache-Control": "no-store"}),
    }
    if request.known == etag:
        return Answer(status=HTTPStatus.NOT_MODIFIED, headers=headers, body=b"")
    return Answer(status=HTTPStatus.OK, headers=headers, body=body)


def _missing(root: Path) -> Answer:
    """The site's own page for what is not there, or two words."""
    page = _file(root, MISSING)
    body = page.read_bytes() if page is not None else b"not found"
    kind = "text/html; charset=utf-8" if page is not None else "text/plain; charset=utf-8"
    headers = {"Content-Type": kind, "Cache-Control": "no-cache", **headers_for(root, MISSING)}
    return Answer(status=HTTPStatus.NOT_FOUND, headers=headers, body=body)


def type_of(name: str) -> str:
    """The type that a file of this name is sent with."""
    kind = _TYPES.get(PurePosixPath(name).suffix) or mimetypes.guess_type(name)[0]
    kind = kind or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def _caching(file: Path) -> str:
    is_for_ever = HASHED_NAME.search(file.name)
    return "public, max-age=31536000, immutable" if is_for_ever else "no-cache"
