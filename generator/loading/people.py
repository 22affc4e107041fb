"""people.yaml: sample people with complete answers."""

from generator.loading.completing import CasesOf
from generator.loading.evidence import Plain
from generator.loading.model import Person
from generator.loading.records import Record, records_of
from generator.loading.shapes import ANSWERS, CODE, DAY, TEXT, ListShape, RecordShape
from generator.reading import Node

PEOPLE = ListShape(
    item=RecordShape(
        required={"person": CODE, "title": TEXT, "about": TEXT, "on": DAY, "answers": ANSWERS}
    )
)


def build_people(node: Node | None, given: CasesOf) -> dict[str, Person]:
    """The people by their code, in the order of the file, each with an answer to all that is asked on their day."""
    return {record.text("person"): _person(record, given) for record in records_of(node)}


def own_answers(node: Node | None) -> dict[str, dict[str, Plain]]:
    """What each person answers beyond having nothing, by their code."""
    return {record.text("person"): record.plain_table("answers") for record in records_of(node)}


def _person(record: Record, given: CasesOf) -> Person:
    code, on = record.text("person"), record.day("on")
    return Person(
        code=code,
        title=record.text("title"),
        about=record.text("about"),
        on=on,
        answers=given.answers_of(code, given.edition_on(on)),
    )
