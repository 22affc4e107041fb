"""conditions/<code>.yaml: what one has to meet to apply, with its rule, source and sentences."""

from generator.loading.evidence import Plain
from generator.loading.receipts import RECEIPT, build_receipt
from generator.loading.records import record_of
from generator.loading.shapes import (
    CODE,
    FLAG,
    TEXT,
    RecordShape,
    VariantsShape,
    WholeShape,
    WordShape,
)
from generator.reading import Node

_MONTHS = WholeShape(at_least=1, at_most=1200)

STANDINGS = ("met", "not_met", "unknown")
"""The sentences that each condition has."""

CONDITION_WORDS = {
    "answer": (),
    "months": ("needed", "months"),
    "this_month": (),
    "recent_months": ("needed", "months", "window_months"),
}
"""The words in braces that the sentences of each kind of rule may use; ``months`` only where they are known."""


_RULES = {
    "answer": RecordShape(
        required={"kind": WordShape(words=("answer",)), "question": CODE, "is": FLAG}
    ),
    "months": RecordShape(
        required={"kind": WordShape(words=("months",)), "question": CODE, "months": _MONTHS}
    ),
    "this_month": RecordShape(
        required={"kind": WordShape(words=("this_month",)), "question": CODE}
    ),
    "recent_months": RecordShape(
        required={
            "kind": WordShape(words=("recent_months",)),
            "months": _MONTHS,
            "window_months": _MONTHS,
        }
    ),
}

CONDITION = RecordShape(
    required={
        "condition": CODE,
        "title": TEXT,
        "clause": TEXT,
        "source": RECEIPT,
        "rule": VariantsShape(by="kind", records=_RULES),
        "sentences": RecordShape(required=dict.fromkeys(STANDINGS, TEXT)),
    },
    sourced_by="source",
)


def plain_condition(node: Node | None) -> Plain:
    """What scoring needs of it."""
    record = record_of(node)
    return {
        "condition": record.text("condition"),
        "title": record.text("title"),
        "clause": record.text("clause"),
        "certainty": build_receipt(record.record("source")).authority,
        "rule": record.plain("rule"),
        "sentences": record.plain("sentences"),
    }
