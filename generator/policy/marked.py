"""The values of a record whose annotations carry a mark, however deep: what checks ask about rules of any kind."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, get_type_hints

from generator.policy.annotations import marks_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked[M]:
    """A field with a mark: what it holds, and the records around it, the innermost first."""

    mark: M
    field: str
    value: object
    owners: tuple[object, ...]

    @property
    def owner(self) -> object:
        """The record that has the field."""
        return self.owners[0]

    @property
    def list(self) -> str:
        """The list that the record is an entry of, by its field; empty where it is in none."""
        return next((field for field, held in self._around if self._is_in(held)), "")

    @property
    def rows(self) -> tuple[object, ...]:
        """The entries of that list."""
        rows = next((held for _, held in self._around if self._is_in(held)), ())
        return rows if isinstance(rows, tuple) else ()

    @property
    def _around(self) -> Iterable[tuple[str, object]]:
        return values_of(self.owners[1]).items() if len(self.owners) > 1 else ()

    def _is_in(self, held: object) -> bool:
        return isinstance(held, tuple) and any(each is self.owner for each in held)

    def beside(self, field: str) -> object:
        """What another field holds, of this record or of the nearest one around it that has such a field."""
        held = (values_of(owner) for owner in self.owners)
        return next((values[field] for values in held if field in values), None)


def marked[M](
    record: object, mark: type[M], around: tuple[object, ...] = ()
) -> Iterator[Marked[M]]:
    """Every field of a record, and of the records in it, that has a mark of this class and holds something."""
    kind: type = type(record)
    hints = _hints_of(kind)
    owners = (record, *around)
    for field, value in values_of(record).items():
        if value is None:
            continue
        found = marks_of(hints[field]).one(mark)
        if found is not None:
            yield Marked(mark=found, field=field, value=value, owners=owners)
        for inner in value if isinstance(value, tuple) else (value,):
            if is_dataclass(inner):
                yield from marked(inner, mark, owners)


@cache
def _hints_of(kind: type) -> Mapping[str, Any]:
    """What is written at the fields of a class of records."""
    return get_type_hints(kind, include_extras=True)


def values_of(record: object) -> Mapping[str, object]:
    """What a record holds, by field."""
    if not is_dataclass(record):
        return {}
    return {field.name: getattr(record, field.name) for field in fields(record)}


def singular(field: str) -> str:
    """What messages call an entry of a list."""
    return field.removesuffix("s")
