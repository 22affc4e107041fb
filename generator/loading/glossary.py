"""glossary.yaml: terms in plain words."""

from generator.loading.model import Term
from generator.loading.records import records_of
from generator.loading.shapes import CODE, FLAG, TEXT, ListShape, RecordShape
from generator.reading import Node

GLOSSARY = ListShape(
    item=RecordShape(
        required={"code": CODE, "term": TEXT, "meaning": TEXT}, optional={"linked": FLAG}
    )
)


def build_glossary(node: Node | None) -> tuple[Term, ...]:
    """The terms in the order of the file."""
    return tuple(
        Term(
            code=record.text("code"),
            term=record.text("term"),
            meaning=record.text("meaning"),
            linked=record.flag_or("linked", default=True),
        )
        for record in records_of(node)
    )
