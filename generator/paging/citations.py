"""Citations: a receipt of the data together with the document that it names."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.paging import addresses
from generator.paging.figures import UnknownFigureError
from generator.policy.evidence import Authority, Receipt
from generator.policy.sources import Document, DocumentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What stands beside a figure: clause, document and how sure we are."""

    clause: str
    document: str
    """The document's number, or its title where it has none."""
    address: str
    authority: Authority
    confidence: str
    restored: bool
    note: str


def document(documents: Mapping[str, Document], code: str) -> Document:
    """The document of that code; raises UnknownFigureError."""
    if code not in documents:
        raise UnknownFigureError(f"there is no document {code}")
    return documents[code]


def cite_sources(sources: str, documents: Mapping[str, Document]) -> tuple[Citation, ...]:
    """``order-2：第十六条 late-endorsement``: documents, each with its clause where one is named.

    As sure as the document is; a web page tells practice, whatever it says. Raises UnknownFigureError.
    """
    return tuple(_cite_source(*each.partition("：")[::2], documents) for each in sources.split())


def _cite_source(code: str, clause: str, documents: Mapping[str, Document]) -> Citation:
    found = document(documents, code)
    is_text = found.kind is DocumentKind.DOCUMENT
    return Citation(
        clause=clause,
        document=found.number or found.title,
        address=addresses.document(code),
        authority=Authority.TEXT if is_text else Authority.PRACTICE,
        confidence=found.confidence,
        restored=False,
        note="",
    )


def cite(receipt: Receipt, documents: Mapping[str, Document]) -> Citation:
    """The receipt as a citation."""
    document = documents[receipt.document]
    return Citation(
        clause=receipt.clause,
        document=document.number or document.title,
        address=addresses.document(document.code),
        authority=receipt.authority,
        confidence=receipt.confidence,
        restored=receipt.restored,
        note=receipt.note,
    )
