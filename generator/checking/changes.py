"""Small changes to the plain scoring document: one figure, one place, the rest shared with the original."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.diagnostics import Place
from generator.policy.plain import Plain
from generator.reading import Node, Scalar, value_of
from generator.reading.nodes import entries, items

type Path = tuple[str | int, ...]

MULTIPLE_STEP = Decimal("0.0001")
"""How finely a multiple of the reference level has to be held: about one yuan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure and where it stands, in the file and in the document (in two places for an edge between bands)."""

    key: str
    value: int | Decimal
    place: Place
    paths: tuple[Path, ...]

    def changed(self) -> Iterator[int | Decimal]:
        """The next higher and the next lower value, as far as it makes sense."""
        step: int | Decimal = 1
        if self.key == "multiple":
            step = MULTIPLE_STEP
        elif isinstance(self.value, Decimal):
            step = Decimal(1).scaleb(int(self.value.as_tuple().exponent))
        for value in (self.value + step, self.value - step):
            if value > 0:
                yield value


def with_value(plain: Plain, path: Path, value: Plain) -> Plain:
    """A copy of the document that has the value at the path; only what lies on the way is copied."""
    return _changed(plain, path, lambda _: value)


def without(plain: Plain, path: Path, position: int) -> Plain:
    """A copy of the document whose list at the path lacks an entry."""

    def shortened(entries: Plain) -> Plain:
        assert isinstance(entries, list)
        return [*entries[:position], *entries[position + 1 :]]

    return _changed(plain, path, shortened)


def with_figure(plain: Plain, figure: Figure, value: int | Decimal) -> Plain:
    """A copy of the document in which the figure has another value, wherever it stands."""
    for path in figure.paths:
        plain = with_value(plain, path, str(value) if isinstance(value, Decimal) else value)
    return plain


def figures_in(node: Node | None, path: Path) -> Iterator[Figure]:
    """Every number in a node that lies at the path, in the order of the file."""
    for scalar_path, node_found in _scalars(node, path):
        value = value_of(node_found)
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            key = next(step for step in reversed(scalar_path) if isinstance(step, str))
            yield Figure(key=key, value=value, place=node_found.place, paths=(scalar_path,))


def rule_figures(rule: Node | None, path: Path, adjoining: Collection[str]) -> Iterator[Figure]:
    """Every figure of a rule; where two spans of the ``adjoining`` lists meet, their common edge is one figure."""
    followed = {
        (*path, field, position, "below"): (*path, field, position + 1, "at_least")
        for field in adjoining
        for position, _ in enumerate(items(rule, field)[1:])
    }
    met = set(followed.values())
    for figure in figures_in(rule, path):
        (own,) = figure.paths
        if own in met:
            continue
        paths = (own, followed[own]) if own in followed else (own,)
        yield Figure(key=figure.key, value=figure.value, place=figure.place, paths=paths)


def flags_in(node: Node | None, path: Path) -> Iterator[tuple[Path, Place]]:
    """The path and place of every ``true`` in a node that lies at the path."""
    for scalar_path, found in _scalars(node, path):
        if value_of(found) is True:
            yield scalar_path, found.place


def _changed(plain: Plain, path: Path, change: Callable[[Plain], Plain]) -> Plain:
    if not path:
        return change(plain)
    step, *rest = path
    if isinstance(plain, dict) and isinstance(step, str):
        return {**plain, step: _changed(plain.get(step), tuple(rest), change)}
    if isinstance(plain, list) and isinstance(step, int):
        changed = _changed(plain[step], tuple(rest), change)
        return [*plain[:step], changed, *plain[step + 1 :]]
    raise KeyError(path)


def _scalars(node: Node | None, path: Path) -> Iterator[tuple[Path, Scalar]]:
    if isinstance(node, Scalar):
        yield path, node
        return
    for position, item in enumerate(items(node)):
        yield from _scalars(item, (*path, position))
    for entry in entries(node):
        yield from _scalars(entry.value, (*path, entry.key.text))
