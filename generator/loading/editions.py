"""editions/<date>/edition.yaml: an edition's document, validity, standard score and order of indicators."""

from collections.abc import Iterable

from generator.loading.evidence import Plain
from generator.loading.model import EditionText, IndicatorText
from generator.loading.receipts import AUTHORITY, CONFIDENCE, EXCEPT, RECEIPT, build_receipt
from generator.loading.records import record_of
from generator.loading.shapes import (
    CODE,
    DAY,
    FLAG,
    POINTS,
    TEXT,
    ListShape,
    RecordShape,
    Shape,
    VariantsShape,
)
from generator.reading import Node

_NEEDED: dict[str, Shape] = {
    "edition": DAY,
    "title": TEXT,
    "document": CODE,
    "in_force": RecordShape(required={"from": DAY, "to": DAY}),
    "scored": FLAG,
    "source": RECEIPT,
}
_EXCLUSIVE = RecordShape(
    required={"members": ListShape(item=CODE, at_least=2), "clause": TEXT, "sentence": TEXT}
)

EDITION = VariantsShape(
    by="scored",
    records={
        "true": RecordShape(
            required={
                **_NEEDED,
                "standard_score": POINTS,
                "window_end": CODE,
                "exclusive": ListShape(item=_EXCLUSIVE, at_least=0),
                "indicators": ListShape(item=CODE),
            },
            optional={
                "except": EXCEPT,
                "notes": ListShape(item=TEXT),
                "based_on": DAY,
                "inherited": RecordShape(
                    required={}, optional={"authority": AUTHORITY, "confidence": CONFIDENCE}
                ),
                "cases_on": DAY,
                "conditions": ListShape(item=CODE, at_least=0),
            },
            sourced_by="source",
        ),
        "false": RecordShape(
            required=_NEEDED, optional={"notes": ListShape(item=TEXT)}, sourced_by="source"
        ),
    },
)


def build_edition(node: Node | None, indicators: Iterable[IndicatorText]) -> EditionText:
    """The edition as pages show it, its indicators in the order of its list."""
    file = record_of(node)
    in_force = file.record("in_force")
    by_code = {indicator.code: indicator for indicator in indicators}
    return EditionText(
        code=file.text("edition"),
        title=file.text("title"),
        document=file.text("document"),
        in_force_from=in_force.day("from"),
        in_force_to=in_force.day("to"),
        scored=file.flag_or("scored", default=True),
        standard_score=file.whole_or_none("standard_score"),
        receipt=build_receipt(file.record("source")),
        notes=file.texts("notes"),
        indicators=tuple(by_code[code] for code in file.texts("indicators") if code in by_code),
    )


def plain_edition(
    node: Node | None, indicators: dict[str, Plain], conditions: dict[str, Plain]
) -> Plain:
    """What scoring needs of a scored edition; ``indicators`` and ``conditions`` are plain, by their code."""
    file = record_of(node)
    return {
        "edition": file.text("edition"),
        "in_force": file.plain("in_force"),
        "standard_score": file.plain("standard_score"),
        "window_end": file.plain("window_end"),
        "exclusive": file.plain("exclusive"),
        "conditions": [conditions[code] for code in file.texts("conditions") if code in conditions],
        "indicators": [indicators[code] for code in file.texts("indicators") if code in indicators],
    }
