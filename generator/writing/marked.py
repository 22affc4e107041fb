"""Text that says by its first bytes that it is UTF-8.

Browsers believe them more than a host's header, and some hosts say of every page that it is GBK or Latin-1: all that is
Chinese would be gibberish.
"""

from codecs import BOM_UTF8


def marked(text: str) -> bytes:
    """The text's bytes behind the mark."""
    return BOM_UTF8 + text.encode()
