"""The hash of a file as browsers take it: in ``integrity``, in content security policies, in the service worker."""

from base64 import b64encode
from hashlib import sha256


def integrity_of(content: bytes) -> str:
    """The SHA-256 as HTML writes it."""
    return f"sha256-{b64encode(sha256(content).digest()).decode()}"
