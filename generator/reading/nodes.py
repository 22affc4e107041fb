"""What a YAML file says, node by node, each with its place.

The look-ups are lenient: what is absent, or not of the kind asked for, is None or empty, so that a
check can look at the sound part of a file while another one reports the rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.diagnostics import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A single value as text; ``plain`` where it was written without quotes and may be a number."""

    place: Place
    text: str
    plain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """Something that can't be used and has been reported: nothing more is said about it."""

    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A sequence of nodes."""

    place: Place
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A key of a table with its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A mapping, in the order of the file; each key is there once."""

    place: Place
    entries: tuple[Entry, ...]

    def entry(self, key: str) -> Entry | None:
        """The entry of that key."""
        return next((entry for entry in self.entries if entry.key.text == key), None)

    def get(self, key: str) -> "Node | None":
        """The value of that key."""
        entry = self.entry(key)
        return None if entry is None else entry.value

    def with_value(self, key: str, value: "Node") -> "Table":
        """The table with another value of a key that it has."""
        entries = (
            replace(each, value=value) if each.key.text == key else each for each in self.entries
        )
        return replace(self, entries=tuple(entries))


type Node = Scalar | Hole | Listing | Table


def follow(node: Node | None, *keys: str) -> Node | None:
    """The node under these keys of nested tables."""
    for key in keys:
        node = node.get(key) if isinstance(node, Table) else None
    return node


def scalar(node: Node | None, *keys: str) -> Scalar | None:
    """The scalar under these keys."""
    found = follow(node, *keys)
    return found if isinstance(found, Scalar) else None


def items(node: Node | None, *keys: str) -> tuple[Node, ...]:
    """The items of the listing under these keys."""
    found = follow(node, *keys)
    return found.items if isinstance(found, Listing) else ()


def entries(node: Node | None, *keys: str) -> tuple[Entry, ...]:
    """The entries of the table under these keys."""
    found = follow(node, *keys)
    return found.entries if isinstance(found, Table) else ()


def tables(node: Node | None) -> Iterator[Table]:
    """Every table in the node, itself first, in the order of the file."""
    if isinstance(node, Table):
        yield node
        for entry in node.entries:
            yield from tables(entry.value)
    if isinstance(node, Listing):
        for item in node.items:
            yield from tables(item)


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Every value in the node, keys left out, in the order of the file."""
    match node:
        case Scalar():
            yield node
        case Listing():
            for item in node.items:
                yield from scalars(item)
        case Table():
            for entry in node.entries:
                yield from scalars(entry.value)
        case _:
            return
