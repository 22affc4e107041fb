"""guide/claims.yaml: what people read elsewhere, each with a verdict, a clause and cases that show it."""

from generator.loading.guide.entries import CODES, GROUPS, SENTENCES, groups, receipt, with_receipt
from generator.loading.guide.model import Claim, Claims, ClaimVerdict
from generator.loading.records import Record, record_of
from generator.loading.shapes import CODE, TEXT, ListShape, RecordShape, WordShape
from generator.reading import Node

CLAIMS = RecordShape(
    required={
        "groups": GROUPS,
        "claims": ListShape(
            item=with_receipt(
                {
                    "claim": CODE,
                    "group": CODE,
                    "says": TEXT,
                    "verdict": WordShape(words=tuple(verdict.value for verdict in ClaimVerdict)),
                    "answer": TEXT,
                    "cases": SENTENCES,
                },
                {"see": CODE, "indicators": CODES},
            )
        ),
    }
)


def build_claims(node: Node | None) -> Claims:
    """The claims of the file."""
    file = record_of(node)
    return Claims(
        groups=groups(file), claims=tuple(_claim(record) for record in file.records("claims"))
    )


def _claim(record: Record) -> Claim:
    return Claim(
        code=record.text("claim"),
        group=record.text("group"),
        says=record.text("says"),
        verdict=ClaimVerdict(record.text("verdict")),
        answer=record.text("answer"),
        see=record.text_or("see", ""),
        cases=record.texts("cases"),
        indicators=record.texts("indicators"),
        receipt=receipt(record),
    )
