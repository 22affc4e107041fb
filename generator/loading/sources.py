"""sources.yaml: the documents that figures are drawn from."""

from generator.loading.evidence import DayOf, Document, DocumentKind
from generator.loading.receipts import CONFIDENCE
from generator.loading.records import Record, records_of
from generator.loading.shapes import (
    CODE,
    DAY,
    TEXT,
    TEXT_OR_BLANK,
    ListShape,
    RecordShape,
    WordShape,
)
from generator.reading import Node

SOURCES = ListShape(
    item=RecordShape(
        required={
            "document": CODE,
            "title": TEXT,
            "number": TEXT_OR_BLANK,
            "issuer": TEXT,
            "addresses": ListShape(item=TEXT, at_least=0),
            "seen": TEXT,
            "confidence": CONFIDENCE,
            "checked_on": DAY,
        },
        optional={
            "in_force": RecordShape(required={"from": DAY}, optional={"to": DAY}),
            "note": TEXT,
            "kind": WordShape(words=tuple(kind.value for kind in DocumentKind)),
            "day_of": WordShape(words=tuple(what.value for what in DayOf)),
        },
    )
)


def build_documents(node: Node | None) -> dict[str, Document]:
    """The documents by their code, in the order of the file."""
    return {record.text("document"): _document(record) for record in records_of(node)}


def _document(record: Record) -> Document:
    in_force = record.record("in_force") if record.has("in_force") else None
    return Document(
        code=record.text("document"),
        kind=DocumentKind(record.text_or("kind", DocumentKind.DOCUMENT)),
        title=record.text("title"),
        number=record.text("number"),
        issuer=record.text("issuer"),
        in_force_from=None if in_force is None else in_force.day("from"),
        in_force_to=None if in_force is None else in_force.day_or_none("to"),
        addresses=record.texts("addresses"),
        seen=record.text("seen"),
        confidence=record.text("confidence"),
        checked_on=record.day("checked_on"),
        day_of=DayOf(record.text_or("day_of", DayOf.COLLECTING)),
        note=record.text_or("note", ""),
    )
