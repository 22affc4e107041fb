"""guide/papers.yaml: what to bring, who has to bring it, and which answers make it necessary."""

from generator.loading.guide.entries import CODES, CONDITIONS, conditions, receipt, with_receipt
from generator.loading.guide.model import Paper, PaperFrom
from generator.loading.records import Record, records_of
from generator.loading.shapes import CODE, TEXT, ListShape, WordShape
from generator.reading import Node

PAPERS = ListShape(
    item=with_receipt(
        {
            "paper": CODE,
            "name": TEXT,
            "from": WordShape(words=tuple(person.value for person in PaperFrom)),
        },
        {"says": TEXT, "indicators": CODES, "when": CONDITIONS},
    )
)


def build_papers(node: Node | None) -> tuple[Paper, ...]:
    """The papers in the order of the file."""
    return tuple(_paper(record) for record in records_of(node))


def _paper(record: Record) -> Paper:
    return Paper(
        code=record.text("paper"),
        name=record.text("name"),
        says=record.text_or("says", ""),
        from_=PaperFrom(record.text("from")),
        indicators=record.texts("indicators"),
        when=conditions(record),
        receipt=receipt(record),
    )
