"""Typed access to nodes whose shape has been checked, and their plain data."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.loading.evidence import Plain
from generator.reading import Hole, Listing, Node, Scalar, Table, value_of


class UncheckedShapeError(Exception):
    """A node does not have the shape it was checked for: a bug of ours, never a mistake in the data."""


@dataclass(frozen=True, slots=True)
class Record:
    """A table that has been fitted to its shape: a key asked for is there and has the right type."""

    table: Table

    def has(self, key: str) -> bool:
        return self.table.entry(key) is not None

    def text(self, key: str) -> str:
        return _scalar(self._value(key)).text.strip()

    def text_or(self, key: str, default: str) -> str:
        return self.text(key) if self.has(key) else default

    def whole(self, key: str) -> int:
        value = value_of(_scalar(self._value(key)))
        if isinstance(value, bool) or not isinstance(value, int):
            raise UncheckedShapeError(key)
        return value

    def whole_or_none(self, key: str) -> int | None:
        return self.whole(key) if self.has(key) else None

    def flag_or(self, key: str, *, default: bool) -> bool:
        if not self.has(key):
            return default
        value = value_of(_scalar(self._value(key)))
        if not isinstance(value, bool):
            raise UncheckedShapeError(key)
        return value

    def day(self, key: str) -> date:
        return date.fromisoformat(self.text(key))

    def day_or_none(self, key: str) -> date | None:
        return self.day(key) if self.has(key) else None

    def record(self, key: str) -> "Record":
        return record_of(self._value(key))

    def records(self, key: str) -> tuple["Record", ...]:
        """The tables of a list; none where the key is absent."""
        return tuple(record_of(item) for item in self._items(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list; none where the key is absent."""
        return tuple(_scalar(item).text.strip() for item in self._items(key))

    def plain(self, key: str) -> Plain:
        return plain(self._value(key))

    def plain_table(self, key: str) -> dict[str, Plain]:
        """A table as plain data; empty where the key is absent."""
        return plain_table(self.record(key).table) if self.has(key) else {}

    def text_table(self, key: str) -> dict[str, str]:
        """A table of texts, such as the sentences of a rule."""
        entries = self.record(key).table.entries
        return {entry.key.text: _scalar(entry.value).text.strip() for entry in entries}

    def _items(self, key: str) -> tuple[Node, ...]:
        if not self.has(key):
            return ()
        value = self._value(key)
        if not isinstance(value, Listing):
            raise UncheckedShapeError(key)
        return value.items

    def _value(self, key: str) -> Node:
        value = self.table.get(key)
        if value is None:
            raise UncheckedShapeError(key)
        return value


def records_of(node: Node | None) -> tuple[Record, ...]:
    """The tables of a file that is one list."""
    if not isinstance(node, Listing):
        raise UncheckedShapeError
    return tuple(record_of(item) for item in node.items)


def record_of(node: Node | None) -> Record:
    """The table of a file that is one table."""
    if not isinstance(node, Table):
        raise UncheckedShapeError
    return Record(node)


def plain_table(table: Table) -> dict[str, Plain]:
    """A table as plain data, in the order of the file."""
    return {entry.key.text: plain(entry.value) for entry in table.entries}


def plain(node: Node) -> Plain:
    """A node as JSON-able data; exact decimals become text such as ``"0.8"``."""
    match node:
        case Scalar():
            value = value_of(node)
            if isinstance(value, Decimal):
                return str(value)
            return value.strip() if isinstance(value, str) else value
        case Listing():
            return [plain(item) for item in node.items]
        case Table():
            return plain_table(node)
        case Hole():
            raise UncheckedShapeError


def _scalar(node: Node) -> Scalar:
    if not isinstance(node, Scalar):
        raise UncheckedShapeError
    return node
