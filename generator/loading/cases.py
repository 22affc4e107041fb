"""cases/<topic>.yaml: golden cases, each a sentence, a request and what the verdict must say."""

from datetime import date

from generator.loading.completing import NOBODY, CasesOf
from generator.loading.conditions import STANDINGS
from generator.loading.evidence import Plain
from generator.loading.model import Case, Published
from generator.loading.records import Record, record_of
from generator.loading.relative_dates import dated
from generator.loading.shapes import (
    ANSWERS,
    CODE,
    DAY,
    FLAG,
    TEXT,
    EitherShape,
    ListShape,
    RecordShape,
    TableShape,
    WholeShape,
    WordShape,
)
from generator.reading import Listing, Node, Table

OUTCOMES = ("meets_standard", "below_standard", "vetoed", "undecided")

_CAN_APPLY = EitherShape(
    what="true, false or unknown", shapes=(FLAG, WordShape(words=("unknown",)))
)
_SCORE = WholeShape(at_most=9999)
_AWARD = WholeShape(at_least=-9999, at_most=9999)

CASES = ListShape(
    item=RecordShape(
        required={
            "case": TEXT,
            "expect": RecordShape(
                required={},
                optional={
                    "score": _SCORE,
                    "outcome": WordShape(words=OUTCOMES),
                    "range": ListShape(item=_SCORE, length=2),
                    "awards": TableShape(value=_AWARD),
                    "conditions": TableShape(value=WordShape(words=STANDINGS)),
                    "can_apply": _CAN_APPLY,
                    "notices": ListShape(item=TEXT, at_least=0),
                },
                excluding=(("score", "range"),),
                needs_one_of=(
                    "score",
                    "outcome",
                    "range",
                    "awards",
                    "conditions",
                    "can_apply",
                    "notices",
                ),
            ),
        },
        optional={
            "on": DAY,
            "person": CODE,
            "answers": ANSWERS,
            "unanswered": ListShape(item=CODE, at_least=0),
            "published": RecordShape(
                required={"source": TEXT},
                optional={
                    "score": EitherShape(
                        what="a score, or the words that were published", shapes=(_SCORE, TEXT)
                    ),
                    "differs_because": TEXT,
                },
            ),
        },
    )
)


def case_tables(node: Node | None) -> tuple[Table, ...]:
    """The tables of a file of cases, whatever shape they have."""
    items = node.items if isinstance(node, Listing) else ()
    return tuple(item for item in items if isinstance(item, Table))


def build_case(table: Table, *, edition: str, topic: str, given: CasesOf) -> Case:
    """The case, its request complete: the answers of its person, its own, less those taken out."""
    record = record_of(table)
    expect = record.record("expect")
    on = record.day("on") if record.has("on") else given.days[edition]
    ends = expect.plain("range") if expect.has("range") else None
    return Case(
        name=record.text("case"),
        edition=edition,
        topic=topic,
        place=f"{table.place.source.name}:{table.place.line}",
        request={
            "policy": given.policy,
            "on": on.isoformat(),
            "answers": _answers(record, edition, on, given),
        },
        score=expect.whole_or_none("score"),
        outcome=expect.text_or("outcome", "") or None,
        score_range=_range(ends),
        awards=_awards(expect),
        conditions=expect.text_table("conditions") if expect.has("conditions") else {},
        can_apply=expect.text("can_apply") if expect.has("can_apply") else None,
        notices=expect.texts("notices") if expect.has("notices") else None,
        published=_published(record.record("published")) if record.has("published") else None,
    )


def _answers(record: Record, edition: str, on: date, given: CasesOf) -> dict[str, Plain]:
    own = {code: dated(answer, on) for code, answer in record.plain_table("answers").items()}
    answers = given.answers_of(record.text_or("person", NOBODY), edition, own)
    for question in record.texts("unanswered"):
        answers.pop(question, None)
    return answers


def _range(ends: Plain) -> tuple[int, int] | None:
    if not isinstance(ends, list):
        return None
    low, high = (end for end in ends if isinstance(end, int))
    return low, high


def _awards(expect: Record) -> dict[str, int]:
    awards = expect.plain_table("awards")
    return {code: points for code, points in awards.items() if isinstance(points, int)}


def _published(record: Record) -> Published:
    score = record.plain("score") if record.has("score") else None
    return Published(
        source=record.text("source"),
        score=score if isinstance(score, int | str) else None,
        differs_because=record.text_or("differs_because", ""),
    )
