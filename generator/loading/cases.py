"""cases/<topic>.yaml: golden cases, each a sentence, a request and what the verdict must say."""

from collections.abc import Mapping

from generator.loading.evidence import Plain
from generator.loading.model import Case, Person, Published
from generator.loading.people import NOBODY
from generator.loading.records import Record, record_of
from generator.loading.shapes import (
    ANSWERS,
    CODE,
    DAY,
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

_SCORE = WholeShape(at_most=9999)
_AWARD = WholeShape(at_least=-9999, at_most=9999)

CASES = ListShape(
    item=RecordShape(
        required={
            "case": TEXT,
            "on": DAY,
            "expect": RecordShape(
                required={},
                optional={
                    "score": _SCORE,
                    "outcome": WordShape(words=OUTCOMES),
                    "range": ListShape(item=_SCORE, length=2),
                    "awards": TableShape(value=_AWARD),
                },
                excluding=(("score", "range"),),
                needs_one_of=("score", "outcome", "range", "awards"),
            ),
        },
        optional={
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


def build_case(
    table: Table, *, policy: str, edition: str, topic: str, people: Mapping[str, Person]
) -> Case:
    """The case, its request complete: the answers of its person, its own, less those taken out."""
    record = record_of(table)
    expect = record.record("expect")
    ends = expect.plain("range") if expect.has("range") else None
    return Case(
        name=record.text("case"),
        edition=edition,
        topic=topic,
        place=f"{table.place.source.name}:{table.place.line}",
        request={
            "policy": policy,
            "on": record.text("on"),
            "answers": _answers(record, people),
        },
        score=expect.whole_or_none("score"),
        outcome=expect.text_or("outcome", "") or None,
        score_range=_range(ends),
        awards=_awards(expect),
        published=_published(record.record("published")) if record.has("published") else None,
    )


def _answers(record: Record, people: Mapping[str, Person]) -> dict[str, Plain]:
    person = people.get(record.text_or("person", NOBODY))
    answers = dict(person.answers) if person is not None else {}
    answers |= record.plain_table("answers")
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
