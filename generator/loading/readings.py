"""readings.yaml: where the text of the policy is silent, how it can be read and what we take."""

from generator.loading.evidence import Authority, Plain
from generator.loading.model import Reading, ReadingChoice
from generator.loading.receipts import AUTHORITY, CONFIDENCE
from generator.loading.records import Record, records_of
from generator.loading.shapes import CODE, TEXT, ListShape, RecordShape
from generator.reading import Node

READINGS = ListShape(
    item=RecordShape(
        required={
            "reading": CODE,
            "asks": TEXT,
            "clause": TEXT,
            "default": CODE,
            "choices": ListShape(
                item=RecordShape(
                    required={
                        "code": CODE,
                        "says": TEXT,
                        "held_by": TEXT,
                        "authority": AUTHORITY,
                        "confidence": CONFIDENCE,
                    }
                ),
                at_least=2,
            ),
        }
    )
)


def build_readings(node: Node | None) -> dict[str, Reading]:
    """The readings by their code, in the order of the file."""
    return {record.text("reading"): _reading(record) for record in records_of(node)}


def plain_readings(node: Node | None) -> list[Plain]:
    """What scoring needs of them."""
    return [
        {
            "reading": record.text("reading"),
            "default": record.text("default"),
            "choices": [{"code": choice.text("code")} for choice in record.records("choices")],
        }
        for record in records_of(node)
    ]


def _reading(record: Record) -> Reading:
    return Reading(
        code=record.text("reading"),
        asks=record.text("asks"),
        clause=record.text("clause"),
        default=record.text("default"),
        choices=tuple(_choice(choice) for choice in record.records("choices")),
    )


def _choice(record: Record) -> ReadingChoice:
    return ReadingChoice(
        code=record.text("code"),
        says=record.text("says"),
        held_by=record.text("held_by"),
        authority=Authority(record.text("authority")),
        confidence=record.text("confidence"),
    )
