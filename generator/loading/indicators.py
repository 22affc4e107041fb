"""indicators/<section>/<code>.yaml: an indicator with its rule, sources and sentences."""

from generator.loading.evidence import Authority, Plain
from generator.loading.model import IndicatorText
from generator.loading.receipts import EXCEPT, RECEIPT, build_exceptions, build_receipt
from generator.loading.records import record_of
from generator.loading.rule_shapes import RULE
from generator.loading.shapes import CODE, TEXT, RecordShape, TableShape
from generator.reading import Node
from generator.scoring.codes import Section

SECTIONS = tuple(section.value for section in Section)
"""The folders of indicators."""

INDICATOR = RecordShape(
    required={
        "indicator": CODE,
        "title": TEXT,
        "clause": TEXT,
        "source": RECEIPT,
        "rule": RULE,
        "sentences": TableShape(value=TEXT),
    },
    optional={"except": EXCEPT},
    sourced_by="source",
)


def build_indicator(node: Node | None, section: str, text: str) -> IndicatorText:
    """The indicator as pages show it; ``text`` is its Markdown."""
    file = record_of(node)
    clause = file.text("clause")
    return IndicatorText(
        code=file.text("indicator"),
        section=section,
        title=file.text("title"),
        clause=clause,
        receipt=build_receipt(file.record("source"), clause),
        exceptions=build_exceptions(file, clause),
        rule=file.plain_table("rule"),
        text=text,
    )


def plain_indicator(node: Node | None, section: str) -> Plain:
    """What scoring needs of it."""
    file = record_of(node)
    return {
        "indicator": file.text("indicator"),
        "section": section,
        "title": file.text("title"),
        "clause": file.text("clause"),
        "certainty": _weakest_authority(node),
        "rule": file.plain("rule"),
        "sentences": file.plain("sentences"),
    }


def _weakest_authority(node: Node | None) -> Authority:
    """What the points rest on at the weakest: text before practice before inference."""
    file = record_of(node)
    receipts = (build_receipt(file.record("source")), *build_exceptions(file, "").values())
    order = tuple(Authority)
    return max((receipt.authority for receipt in receipts), key=order.index)
