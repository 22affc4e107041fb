"""guide/faq.yaml: what applicants ask, each answered in a few sentences with its clause."""

from generator.loading.guide.entries import CODES, GROUPS, SENTENCES, groups, receipt, with_receipt
from generator.loading.guide.model import FrequentQuestion, FrequentQuestions
from generator.loading.records import Record, record_of
from generator.loading.shapes import CODE, TEXT, ListShape, RecordShape
from generator.reading import Node

FAQ = RecordShape(
    required={
        "groups": GROUPS,
        "faq": ListShape(
            item=with_receipt(
                {"code": CODE, "group": CODE, "asks": TEXT, "answer": TEXT},
                {"cases": SENTENCES, "indicators": CODES, "questions": CODES},
            )
        ),
    }
)


def build_faq(node: Node | None) -> FrequentQuestions:
    """The questions of the file."""
    file = record_of(node)
    return FrequentQuestions(
        groups=groups(file), questions=tuple(_question(record) for record in file.records("faq"))
    )


def _question(record: Record) -> FrequentQuestion:
    return FrequentQuestion(
        code=record.text("code"),
        group=record.text("group"),
        asks=record.text("asks"),
        answer=record.text("answer"),
        cases=record.texts("cases"),
        indicators=record.texts("indicators"),
        questions=record.texts("questions"),
        receipt=receipt(record),
    )
