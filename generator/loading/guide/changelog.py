"""guide/changelog.yaml: changes of the data that readers should hear of, newest first."""

from generator.loading.guide.model import Change
from generator.loading.records import records_of
from generator.loading.shapes import CODE, DAY, TEXT, ListShape, RecordShape
from generator.reading import Node

CHANGELOG = ListShape(
    item=RecordShape(required={"change": CODE, "on": DAY, "title": TEXT, "says": TEXT})
)


def build_changes(node: Node | None) -> tuple[Change, ...]:
    """The changes, newest first; those of one day in the order of the file."""
    changes = [
        Change(
            code=record.text("change"),
            on=record.day("on"),
            title=record.text("title"),
            says=record.text("says"),
        )
        for record in records_of(node)
    ]
    return tuple(sorted(changes, key=lambda change: change.on, reverse=True))
