"""guide/risks.yaml: why applications come back, each as a question with what follows from its answers."""

from generator.loading.guide.entries import CODES, receipt, with_receipt
from generator.loading.guide.model import Risk, RiskAnswer
from generator.loading.records import Record, records_of
from generator.loading.shapes import CODE, TEXT, ListShape, RecordShape
from generator.reading import Node

_ANSWER = RecordShape(required={"label": TEXT, "says": TEXT})

RISKS = ListShape(
    item=with_receipt(
        {"risk": CODE, "asks": TEXT, "safe": _ANSWER, "risky": _ANSWER, "unsure": _ANSWER},
        {"help": TEXT, "indicators": CODES},
    )
)


def build_risks(node: Node | None) -> tuple[Risk, ...]:
    """The risks in the order of the file."""
    return tuple(_risk(record) for record in records_of(node))


def _risk(record: Record) -> Risk:
    return Risk(
        code=record.text("risk"),
        asks=record.text("asks"),
        help=record.text_or("help", ""),
        safe=_answer(record.record("safe")),
        risky=_answer(record.record("risky")),
        unsure=_answer(record.record("unsure")),
        indicators=record.texts("indicators"),
        receipt=receipt(record),
    )


def _answer(record: Record) -> RiskAnswer:
    return RiskAnswer(label=record.text("label"), says=record.text("says"))
