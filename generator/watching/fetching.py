"""An address asked for, once: what came, or why nothing did."""

import urllib.error
import urllib.request
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from http.client import HTTPException
from typing import Final

from generator.html_tree import read_page, words_of

_SECONDS: Final = 30
_MOST_BYTES: Final = 20_000_000
_GONE: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_HEADERS: Final = {"User-Agent": "hujifen-source-watch", "Accept-Language": "zh-CN,zh;q=0.9"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """``digest`` is that of the words of a page, or of the bytes of anything else; empty where nothing came."""

    digest: str = ""
    is_gone: bool = False
    trouble: str = ""
    """Why nothing came, where the address may yet be there."""


def fetch(address: str) -> Fetched:
    """Asks for the address, redirections followed; raises nothing."""
    try:
        request = urllib.request.Request(_with_scheme(address), headers=_HEADERS)  # noqa: S310  -- http(s) alone
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
            body = answer.read(_MOST_BYTES)
            kind = answer.headers.get_content_type()
            charset = answer.headers.get_content_charset() or "utf-8"
    except urllib.error.HTTPError as error:
        if error.code in _GONE:
            return Fetched(is_gone=True, trouble=f"{error.code} {error.reason}")
        return Fetched(trouble=f"{error.code} {error.reason}")
    except (OSError, HTTPException, ValueError) as error:
        return Fetched(trouble=str(getattr(error, "reason", "") or error))
    return Fetched(digest=digest_of(body, kind, charset))


def digest_of(body: bytes, kind: str, charset: str) -> str:
    """A digest of what a reader sees: of a page its words, however they are laid out."""
    if kind != "text/html":
        return sha256(body).hexdigest()
    try:
        text = body.decode(charset, "replace")
    except LookupError:
        text = body.decode("utf-8", "replace")
    page = read_page(text)
    page.root.strip_tags(["script", "style"])
    return sha256(" ".join(words_of(page.root).split()).encode()).hexdigest()


def _with_scheme(address: str) -> str:
    return address if address.startswith(("https://", "http://")) else f"https://{address}"
