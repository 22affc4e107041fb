"""A rule as its file writes it: each value with what the rule kind's declaration says of its field."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from generator.loading.fitting import fit
from generator.loading.records import plain_table
from generator.loading.rule_shapes import RULE
from generator.reading import Node, Scalar, Table
from generator.reading.nodes import items, scalar
from generator.scoring.records import read_record
from generator.scoring.rules.kinds import KINDS
from generator.scoring.rules.rule import Rule

type Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The value of a field; ``path`` leads to it from the rule, ``owners`` are the tables around it, nearest first."""

    name: str
    node: Node
    path: Steps
    owners: tuple[Table, ...]
    marks: tuple[object, ...]

    def mark[Mark](self, kind: type[Mark]) -> Mark | None:
        """The mark of that kind in the field's declaration."""
        return next((mark for mark in self.marks if isinstance(mark, kind)), None)

    def beside(self, key: str) -> Scalar | None:
        """The value of that key in the nearest table that has it."""
        found = (scalar(owner, key) for owner in self.owners)
        return next((value for value in found if value is not None), None)


def kind_of(rule: Node | None) -> type[Rule] | None:
    """The kind that the rule names, where there is one of that name."""
    kind = scalar(rule, "kind")
    return None if kind is None else KINDS.get(kind.text)


def rule_parts(rule: Node | None) -> Iterator[Part]:
    """The parts of a rule that are there, those within lists and tables too, in the order of the declaration."""
    kind = kind_of(rule)
    if kind is not None and isinstance(rule, Table):
        yield from _parts(kind, (rule,), ())


def marked[Mark](rule: Node | None, kind: type[Mark]) -> Iterator[tuple[Part, Mark]]:
    """The parts of a rule whose field has a mark of that kind, each with it."""
    for part in rule_parts(rule):
        mark = part.mark(kind)
        if mark is not None:
            yield part, mark


def rule_at(node: Node | None) -> Rule | None:
    """The rule that a table says; None where it does not have the shape of its kind."""
    kind = kind_of(node)
    if kind is None or not isinstance(node, Table) or any(fit(node, RULE, "rule")):
        return None
    return read_record(kind, plain_table(node))


def _parts(record: Any, owners: tuple[Table, ...], path: Steps) -> Iterator[Part]:  # noqa: ANN401 -- any dataclass
    for field in fields(record):
        node = owners[0].get(field.name)
        if node is None:
            continue
        inner, marks = _bare(field.type)
        here = (*path, field.name)
        yield Part(name=field.name, node=node, path=here, owners=owners, marks=marks)
        if get_origin(inner) is tuple:
            entry = get_args(inner)[0]
            for position, item in enumerate(items(node)):
                if is_dataclass(entry) and isinstance(item, Table):
                    yield from _parts(entry, (item, *owners), (*here, position))
        elif is_dataclass(inner) and isinstance(node, Table):
            yield from _parts(inner, (node, *owners), here)


def _bare(annotation: object) -> tuple[object, tuple[object, ...]]:
    """An annotation without its marks and without ``| None``, and the marks."""
    marks: tuple[object, ...] = ()
    while True:
        origin, parts = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation, marks = parts[0], (*marks, *parts[1:])
        elif origin in (Union, UnionType):
            annotation = parts[0]
        else:
            return annotation, marks
