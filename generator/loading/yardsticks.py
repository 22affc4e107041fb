"""yardsticks.yaml: the dated histories of the reference level and the statutory average."""

from generator.loading.evidence import Plain
from generator.loading.model import NotEstablished, YardstickPeriod, Yardsticks
from generator.loading.receipts import RECEIPT_KEYS, build_receipt
from generator.loading.records import Record, record_of
from generator.loading.shapes import (
    CODE,
    COUNT,
    MONTH,
    TEXT,
    ListShape,
    RecordShape,
    WordShape,
)
from generator.reading import Node

HISTORIES = ("reference_level", "statutory_average")

_SCORING_KEYS = ("from", "to", "yuan", "floor", "cap")

_NEEDED, _ALLOWED = RECEIPT_KEYS
_LEVEL = RecordShape(
    required={"from": MONTH, "to": MONTH, "yuan": COUNT, **_NEEDED},
    optional=_ALLOWED,
    sourced_by="document",
)
_AVERAGE = RecordShape(
    required={**_LEVEL.required, "cap": COUNT, "floor": COUNT},
    optional=_ALLOWED,
    sourced_by="document",
)

YARDSTICKS = RecordShape(
    required={
        "unestablished": CODE,
        "reference_level": ListShape(item=_LEVEL),
        "statutory_average": ListShape(item=_AVERAGE),
        "not_established": ListShape(
            item=RecordShape(
                required={"yardstick": WordShape(words=HISTORIES), "from": MONTH, "note": TEXT}
            ),
            at_least=0,
        ),
    }
)


def build_yardsticks(node: Node | None) -> Yardsticks:
    """The histories, each in the order of the file."""
    file = record_of(node)
    return Yardsticks(
        reference_level=tuple(_period(record) for record in file.records("reference_level")),
        statutory_average=tuple(_period(record) for record in file.records("statutory_average")),
        not_established=tuple(
            NotEstablished(
                yardstick=record.text("yardstick"),
                from_=record.text("from"),
                note=record.text("note"),
            )
            for record in file.records("not_established")
        ),
    )


def plain_yardsticks(node: Node | None) -> Plain:
    """What scoring needs of them."""
    file = record_of(node)
    histories: dict[str, Plain] = {
        history: [
            {key: record.plain(key) for key in _SCORING_KEYS if record.has(key)}
            for record in file.records(history)
        ]
        for history in HISTORIES
    }
    return {"unestablished": file.text("unestablished"), **histories}


def _period(record: Record) -> YardstickPeriod:
    return YardstickPeriod(
        from_=record.text("from"),
        to=record.text("to"),
        yuan=record.whole("yuan"),
        cap=record.whole_or_none("cap"),
        floor=record.whole_or_none("floor"),
        receipt=build_receipt(record),
    )
