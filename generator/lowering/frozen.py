"""A policy as plain data from which the same objects can be made anew without reading any rules."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from json import dumps

from generator.scoring.model import Policy

type Place = tuple[str, str]


def frozen(policy: Policy, named: Collection[str]) -> str:
    """The policy as JSON text: its kinds of records, then each record with the values of its fields, parts first.

    Fields that are not ``named`` by the sources are left empty: nothing asks for them.
    """
    freezing = _Freezing(named)
    freezing.frozen(policy)
    plain = {"kinds": list(freezing.kinds), "records": freezing.records}
    return dumps(plain, ensure_ascii=False, separators=(",", ":"))


def kinds_in(policy: Policy) -> tuple[Place, ...]:
    """The module and the name of each kind of record in a policy, sorted."""
    everything = _Freezing(None)
    everything.frozen(policy)
    return tuple(sorted(everything.kinds))


@dataclass(slots=True)
class _Freezing:
    named: Collection[str] | None
    kinds: dict[Place, int] = field(default_factory=dict)
    records: list[list[object]] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)

    def frozen(self, value: object) -> object:
        """The value as it stands in JSON: ``["t", …]`` a tuple, ``["m", …]`` a mapping, ``["r", …]`` a record."""
        if value is None or isinstance(value, bool | int):
            return value
        if isinstance(value, str):
            return str(value)
        if isinstance(value, Decimal):
            return ["n", f"{value:f}"]
        if isinstance(value, date):
            return ["d", value.year, value.month, value.day]
        if isinstance(value, Mapping):
            return ["m", *(self.frozen(part) for pair in value.items() for part in pair)]
        if (names := _names_of(value)) is not None:
            return self._record(value, names)
        if isinstance(value, tuple):
            return ["t", *map(self.frozen, value)]
        raise TypeError(value)

    def _record(self, record: object, names: tuple[str, ...]) -> object:
        place = self.places.get(id(record))
        if place is None:
            kind = type(record)
            values = [
                self.frozen(getattr(record, name))
                if self.named is None or name in self.named
                else None
                for name in names
            ]
            key = kind.__module__, kind.__name__
            number = self.kinds.setdefault(key, len(self.kinds))
            place = self.places[id(record)] = len(self.records)
            self.records.append([number, *values])
        return ["r", place]


def _names_of(value: object) -> tuple[str, ...] | None:
    """The fields of a data class or a named tuple, which may have none; None of anything else."""
    if is_dataclass(value):
        return tuple(each.name for each in fields(value))
    names: tuple[str, ...] | None = getattr(value, "_fields", None)
    return names
