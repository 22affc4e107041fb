"""Citations: a receipt of the data together with the document that it names."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.loading.evidence import Authority, Document, Receipt
from generator.paging import addresses


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
