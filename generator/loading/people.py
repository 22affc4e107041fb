"""people.yaml: sample people with complete answers."""

from generator.loading.model import Person
from generator.loading.records import Record, records_of
from generator.loading.shapes import ANSWERS, CODE, DAY, TEXT, ListShape, RecordShape
from generator.reading import Node

NOBODY = "nobody"
"""The blank person that cases start from: everything answered, nothing met."""

PEOPLE = ListShape(
    item=RecordShape(
        required={"person": CODE, "title": TEXT, "about": TEXT, "on": DAY, "answers": ANSWERS}
    )
)


def build_people(node: Node | None) -> dict[str, Person]:
    """The people by their code, in the order of the file."""
    return {record.text("person"): _person(record) for record in records_of(node)}


def _person(record: Record) -> Person:
    return Person(
        code=record.text("person"),
        title=record.text("title"),
        about=record.text("about"),
        on=record.day("on"),
        answers=record.plain_table("answers"),
    )
