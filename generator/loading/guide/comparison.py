"""guide/comparison.yaml: editions side by side, clause by clause; a cell that is left out is not established."""

from collections.abc import Mapping
from datetime import date

from generator.loading.evidence import Plain
from generator.loading.guide.entries import CODES
from generator.loading.guide.model import ComparedPerson, Comparison, ComparisonCell, ComparisonRow
from generator.loading.model import Person
from generator.loading.receipts import CONFIDENCE
from generator.loading.records import Record, record_of
from generator.loading.shapes import ANSWERS, CODE, DAY, TEXT, ListShape, RecordShape, TableShape
from generator.reading import Node
from generator.scoring.model import Edition

_CELL = RecordShape(required={"says": TEXT, "confidence": CONFIDENCE})

COMPARISON = RecordShape(
    required={
        "editions": ListShape(item=DAY, at_least=2),
        "days": TableShape(value=DAY),
        "if_asked": ANSWERS,
        "people": ListShape(
            item=RecordShape(
                required={"title": TEXT, "person": CODE}, optional={"answers": ANSWERS}
            )
        ),
        "rows": ListShape(
            item=RecordShape(
                required={
                    "row": CODE,
                    "item": TEXT,
                    "clause": TEXT,
                    "cells": TableShape(value=_CELL),
                },
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
        days={edition: date.fromisoformat(day) for edition, day in file.text_table("days").items()},
        if_asked=file.plain_table("if_asked"),
        people=tuple(_person(record) for record in file.records("people")),
        rows=tuple(_row(record) for record in file.records("rows")),
    )


def request_under(
    comparison: Comparison,
    person: ComparedPerson,
    edition: Edition,
    people: Mapping[str, Person],
    policy: str,
) -> dict[str, Plain]:
    """What the engine is asked about a person under an edition: those answers that the edition asks for."""
    answers: dict[str, Plain] = {
        **comparison.if_asked,
        **people[person.person].answers,
        **person.answers,
    }
    return {
        "policy": policy,
        "on": comparison.days[edition.code].isoformat(),
        "answers": {code: answer for code, answer in answers.items() if code in edition.questions},
    }


def _person(record: Record) -> ComparedPerson:
    return ComparedPerson(
        title=record.text("title"),
        person=record.text("person"),
        answers=record.plain_table("answers"),
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
