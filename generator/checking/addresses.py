"""Are the addresses of sources such that a browser could open them, and has only a document a number?"""

import re
from collections.abc import Iterator

from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic, Note
from generator.policy.sources import DocumentKind

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_WITH_SCHEME = re.compile(r"https?://[^\s/]+\.[^\s/]+(?:/\S*)?")
_BARE = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/\S*)?")


def check_addresses(view: View) -> Iterator[Diagnostic]:
    """Addresses that are none, such as ``htps://…``, and numbers of pages."""
    for document in view.folder.sources.value or ():
        if document.number and document.kind is not DocumentKind.DOCUMENT:
            yield Diagnostic(
                code=Code.DISAGREES,
                place=view.places.of(document, "number"),
                message=f"{document.code} is a page, and only a document has a number",
                hint='leave it empty: number: "", or make the document an entry of its own',
                notes=(Note(place=view.places.of(document, "kind"), text="its kind"),),
            )
        for position, address in enumerate(document.addresses):
            if not (_WITH_SCHEME if _SCHEME.match(address) else _BARE).fullmatch(address):
                yield Diagnostic(
                    code=Code.BAD_ADDRESS,
                    place=view.places.of(document, "addresses", position),
                    message=f"“{address}” is no address",
                    hint="an official page begins with https://, any other with its host: example.org/page",
                )
