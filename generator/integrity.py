"""The hash of a file as browsers take it: in ``integrity``, in content security policies, in the service worker."""

from base64 import b64encode
from hashlib import sha256


def integrity_of(content: bytes) -> str:
    """The SHA-256 as HTML writes it."""
    return integrity_by(sha256(content).hexdigest())


def integrity_by(digest: str) -> str:
    """The same of a SHA-256 in hexadecimal."""
    return f"sha256-{b64encode(bytes.fromhex(digest)).decode()}"
