"""Nodes as plain data that JSON can say."""

from decimal import Decimal

from generator.reading import Hole, Listing, Node, Scalar, Table, value_of

type Plain = str | int | bool | list["Plain"] | dict[str, "Plain"] | None
"""Exact decimals are text such as ``"0.8"``."""


class UnreadableError(Exception):
    """A node has a part that could not be read."""


def plain_of(node: Node) -> Plain:
    """The node as plain data, in the order of the file; raises UnreadableError."""
    match node:
        case Scalar():
            value = value_of(node)
            if isinstance(value, Decimal):
                return str(value)
            return value.strip() if isinstance(value, str) else value
        case Listing():
            return [plain_of(item) for item in node.items]
        case Table():
            return {entry.key.text: plain_of(entry.value) for entry in node.entries}
        case Hole():
            raise UnreadableError
