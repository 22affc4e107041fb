"""Where figures come from: the ``source`` of a file, the exceptions to it, and what each rests on."""

from collections.abc import Mapping

from generator.loading.evidence import Authority, Receipt
from generator.loading.records import Record
from generator.loading.shapes import (
    CODE,
    FLAG,
    TEXT,
    ListShape,
    RecordShape,
    Shape,
    WordShape,
)

CONFIDENCES = ("A", "B+", "B", "B-", "C")
"""From government text that was seen to one source, an inference or practice."""

AUTHORITY = WordShape(words=tuple(authority.value for authority in Authority))
CONFIDENCE = WordShape(words=CONFIDENCES)

_NEEDED: Mapping[str, Shape] = {
    "document": CODE,
    "authority": AUTHORITY,
    "confidence": CONFIDENCE,
}
_ALLOWED: Mapping[str, Shape] = {"clause": TEXT, "restored": FLAG, "note": TEXT}

RECEIPT = RecordShape(required=_NEEDED, optional=_ALLOWED)
EXCEPT = ListShape(item=RecordShape(required={"figure": TEXT, **_NEEDED}, optional=_ALLOWED))
RECEIPT_KEYS = (_NEEDED, _ALLOWED)
"""For records that carry their receipt among their own keys."""


def build_receipt(record: Record, clause: str = "") -> Receipt:
    """The receipt that the record holds; ``clause`` where it names none itself."""
    return Receipt(
        document=record.text("document"),
        clause=record.text_or("clause", clause),
        authority=Authority(record.text("authority")),
        confidence=record.text("confidence"),
        restored=record.flag_or("restored", default=False),
        note=record.text_or("note", ""),
    )


def build_exceptions(record: Record, clause: str) -> dict[str, Receipt]:
    """The receipts of single figures by the figure's path."""
    return {
        exception.text("figure"): build_receipt(exception, clause)
        for exception in record.records("except")
    }
