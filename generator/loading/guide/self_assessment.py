"""guide/self_assessment.yaml: the questions of the official form in its order, and why results differ."""

from generator.loading.guide.entries import CODES
from generator.loading.guide.model import Difference, OfficialQuestion, SelfAssessment
from generator.loading.receipts import RECEIPT, build_receipt
from generator.loading.records import record_of
from generator.loading.shapes import TEXT, ListShape, RecordShape
from generator.reading import Node

SELF_ASSESSMENT = RecordShape(
    required={
        "source": RECEIPT,
        "questions": ListShape(
            item=RecordShape(
                required={"asks": TEXT, "questions": CODES, "indicators": CODES},
                optional={"says": TEXT},
            )
        ),
        "differs": ListShape(item=RecordShape(required={"cause": TEXT, "says": TEXT})),
    }
)


def build_self_assessment(node: Node | None) -> SelfAssessment:
    """The form of the file."""
    file = record_of(node)
    return SelfAssessment(
        receipt=build_receipt(file.record("source")),
        questions=tuple(
            OfficialQuestion(
                asks=record.text("asks"),
                says=record.text_or("says", ""),
                questions=record.texts("questions"),
                indicators=record.texts("indicators"),
            )
            for record in file.records("questions")
        ),
        differs=tuple(
            Difference(cause=record.text("cause"), says=record.text("says"))
            for record in file.records("differs")
        ),
    )
