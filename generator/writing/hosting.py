"""What hosts look for beside pages: the headers that they are to send, and whom to tell of a hole."""

from typing import Final

from generator.serving.headers import HEADERS
from generator.standing import SecurityContact
from generator.writing.output import Files

SECURITY: Final = ".well-known/security.txt"
_SENT: Final = {
    # What scripts, styles and connections a page may have, each page says itself.
    "Content-Security-Policy": "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def headers_file() -> dict[str, bytes]:
    """``_headers``, as Netlify and Cloudflare Pages read it."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in _SENT.items())]
    lines += ["/assets/*", "  Cache-Control: public, max-age=31536000, immutable"]
    return {HEADERS: ("\n".join(lines) + "\n").encode()}


def security_file(contact: SecurityContact | None) -> Files:
    """``security.txt`` of RFC 9116; none where nobody is named."""
    if contact is None:
        return {}
    lines = (
        f"Contact: {contact.address}",
        f"Expires: {contact.until.isoformat()}T00:00:00Z",
        "Preferred-Languages: zh, en",
    )
    return {SECURITY: ("\n".join(lines) + "\n").encode()}
