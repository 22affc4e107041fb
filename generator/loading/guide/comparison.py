"""guide/comparison.yaml: editions side by side, clause by clause; a cell that is left out is not established."""

from generator.loading.guide.entries import CODES
from generator.loading.guide.model import Comparison, ComparisonCell, ComparisonRow
from generator.loading.receipts import CONFIDENCE
from generator.loading.records import Record, record_of
from generator.loading.shapes import CODE, DAY, TEXT, ListShape, RecordShape, TableShape
from generator.reading import Node

_CELL = RecordShape(required={"says": TEXT, "confidence": CONFIDENCE})

COMPARISON = RecordShape(
    required={
        "editions": ListShape(item=DAY, at_least=2),
        "people": CODES,
        "rows": ListShape(
            item=RecordShape(
                required={"row": CODE, "item": TEXT, "clause": TEXT, "cells": TableShape(value=_CELL)},
                optional={"indicators": CODES, "changed": TEXT},
            )
        ),
    }
)


def build_comparison(node: Node | None) -> Comparison:
    """The comparison of the file."""
    file = record_of(node)
    return Comparison(
        editions=file.texts("editions"),
        people=file.texts("people"),
        rows=tuple(_row(record) for record in file.records("rows")),
    )


def _row(record: Record) -> ComparisonRow:
    cells = record.record("cells")
    return ComparisonRow(
        code=record.text("row"),
        item=record.text("item"),
        clause=record.text("clause"),
        indicators=record.texts("indicators"),
        cells={
            entry.key.text: _cell(cells.record(entry.key.text)) for entry in cells.table.entries
        },
        changed=record.text_or("changed", ""),
    )


def _cell(record: Record) -> ComparisonCell:
    return ComparisonCell(says=record.text("says"), confidence=record.text("confidence"))
