"""facts.yaml: figures that no score rests on, such as periods, fines and how far back a paper has to reach."""

from generator.loading.model import Fact
from generator.loading.receipts import RECEIPT_KEYS, build_receipt
from generator.loading.records import records_of
from generator.loading.shapes import CODE, COUNT, TEXT, ListShape, RecordShape
from generator.reading import Node

_NEEDED, _ALLOWED = RECEIPT_KEYS

FACTS = ListShape(
    item=RecordShape(
        required={"fact": CODE, "says": TEXT, "value": COUNT, "unit": TEXT, **_NEEDED},
        optional=_ALLOWED,
    )
)


def build_facts(node: Node | None) -> dict[str, Fact]:
    """The facts by their code, in the order of the file; none where a policy has no such file."""
    return {
        record.text("fact"): Fact(
            code=record.text("fact"),
            says=record.text("says"),
            value=record.whole("value"),
            unit=record.text("unit"),
            receipt=build_receipt(record),
        )
        for record in (records_of(node) if node is not None else ())
    }
