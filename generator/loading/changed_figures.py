"""Single figures that an edition changes in rules that it takes over: ``figures`` of its edition.yaml, laid over them."""

from dataclasses import dataclass
from typing import Final

from generator.diagnostics import Code, Diagnostic, Note
from generator.policy.messages import choice_hint
from generator.policy.value_paths import about, steps_of
from generator.reading import Entry, Listing, Node, Scalar, Table
from generator.reading.nodes import items, scalar

_RULE: Final = "rule"
_EXCEPT: Final = "except"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFigure:
    """A figure by its path, which begins with the indicator, and what it is from this edition on."""

    path: Scalar
    now: Scalar

    @property
    def indicator(self) -> str:
        """The indicator whose rule has the figure."""
        return self._steps[0]

    @property
    def steps(self) -> tuple[str, ...]:
        """The way to the figure inside the indicator's file."""
        return self._steps[1:]

    @property
    def _steps(self) -> tuple[str, ...]:
        return steps_of(self.path.text) or ("",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A file with what an edition changes in it, and what is wrong with that."""

    node: Node | None
    mistakes: tuple[Diagnostic, ...]


def changed_figures(edition: Node | None) -> tuple[ChangedFigure, ...]:
    """What the edition's own file says under ``figures``."""
    return tuple(
        ChangedFigure(path=path, now=now)
        for entry in items(edition, "figures")
        if (path := scalar(entry, "figure")) and (now := scalar(entry, "now"))
    )


def with_figures(node: Node | None, figures: tuple[ChangedFigure, ...]) -> Changed:
    """The file of an indicator with these figures of it changed; their receipts are then those of the file."""
    mistakes: list[Diagnostic] = []
    for figure in figures:
        way = _way(node, figure.steps)
        if way.figure is None:
            mistakes.append(_nowhere(figure, way.known))
        elif way.figure.text == figure.now.text:
            mistakes.append(_unchanged(figure, way.figure))
        else:
            node = _without_receipt(_put(node, way.path, figure.now), ".".join(way.path))
    return Changed(node=node, mistakes=tuple(mistakes))


def unknown_indicators(
    figures: tuple[ChangedFigure, ...], known: tuple[str, ...]
) -> tuple[Diagnostic, ...]:
    """Figures of indicators that the edition does not have."""
    return tuple(
        Diagnostic(
            code=Code.NO_SUCH_FIGURE,
            place=figure.path.place,
            message=f'this edition has no indicator "{figure.indicator}"',
            hint=choice_hint(figure.indicator, known),
        )
        for figure in figures
        if figure.indicator not in known
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """The keys and positions that lead to a figure; without one, where they end and what would lead on from there."""

    path: tuple[str, ...]
    figure: Scalar | None = None
    known: tuple[str, ...] = ()


def _way(node: Node | None, steps: tuple[str, ...]) -> _Way:
    taken: list[str] = []
    for step in steps if steps[:1] == (_RULE,) else ():
        entered = _enter(node, step)
        if entered is None:
            break
        taken.append(entered[0])
        node = entered[1]
    if isinstance(node, Scalar) and len(taken) == len(steps):
        return _Way(path=tuple(taken), figure=node)
    return _Way(path=tuple(taken), known=_known(node) if taken else (_RULE,))


def _enter(node: Node | None, step: str) -> tuple[str, Node] | None:
    if isinstance(node, Table) and (entry := node.entry(step)):
        return step, entry.value
    if isinstance(node, Listing):
        for position, item in enumerate(node.items):
            if step in (str(position), *about(item)):
                return str(position), item
    return None


def _known(node: Node | None) -> tuple[str, ...]:
    match node:
        case Table():
            return tuple(entry.key.text for entry in node.entries)
        case Listing():
            return tuple((*about(each), str(at))[0] for at, each in enumerate(node.items))
        case _:
            return ()


def _put(node: Node | None, path: tuple[str, ...], value: Scalar) -> Node:
    """The node with the value at the path, which leads somewhere."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(node, Listing):
        changed = tuple(
            _put(item, rest, value) if str(position) == step else item
            for position, item in enumerate(node.items)
        )
        return Listing(place=node.place, items=changed)
    assert isinstance(node, Table)
    entries = tuple(
        Entry(key=each.key, value=_put(each.value, rest, value)) if each.key.text == step else each
        for each in node.entries
    )
    return Table(place=node.place, entries=entries)


def _without_receipt(node: Node, path: str) -> Node:
    """What was said of the old figure alone, such as that it was hard to read, is not said of the new one."""
    listed = node.get(_EXCEPT) if isinstance(node, Table) else None
    if not isinstance(node, Table) or not isinstance(listed, Listing):
        return node
    kept = tuple(
        item
        for item in listed.items
        if (figure := scalar(item, "figure")) is None or figure.text != path
    )
    value = Listing(place=listed.place, items=kept)
    entries = tuple(
        Entry(key=each.key, value=value) if each.key.text == _EXCEPT else each
        for each in node.entries
        if kept or each.key.text != _EXCEPT
    )
    return Table(place=node.place, entries=entries)


def _nowhere(figure: ChangedFigure, known: tuple[str, ...]) -> Diagnostic:
    return Diagnostic(
        code=Code.NO_SUCH_FIGURE,
        place=figure.path.place,
        message=f'"{figure.path.text}" is no figure of the rule that is taken over',
        hint=choice_hint(figure.steps[-1] if figure.steps else "", known),
    )


def _unchanged(figure: ChangedFigure, before: Scalar) -> Diagnostic:
    return Diagnostic(
        code=Code.DISAGREES,
        place=figure.now.place,
        message=f"{figure.path.text} is {before.text} before already",
        hint="take the entry out, or correct the figure",
        notes=(Note(place=before.place, text="it is said here"),),
    )
