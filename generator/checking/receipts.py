"""Do sources name documents that are declared, and exceptions figures that their file has?"""

from collections.abc import Iterator

from generator.checking.references import Reference, refer, report_unknown
from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic, nearest
from generator.loading.yardsticks import HISTORIES
from generator.reading import Listing, Node, Scalar, Table
from generator.reading.nodes import items, scalar


def check_receipts(view: View) -> Iterator[Diagnostic]:
    """Unknown documents, and paths under ``except`` that lead nowhere or to no single figure."""
    yield from report_unknown(_documents(view))
    for edition in view.editions:
        for node in (edition.node, *(indicator.node for indicator in edition.indicators)):
            for exception in items(node, "except"):
                path = scalar(exception, "figure")
                if path is not None and path.text.strip():
                    yield from _check_path(path, node)


def _documents(view: View) -> Iterator[Reference]:
    """Every document that a receipt names."""
    for history in HISTORIES:
        for period in items(view.folder.yardsticks.node, history):
            yield from refer(view.documents, [scalar(period, "document")])
    for fact in view.facts.tables.values():
        yield from refer(view.documents, [scalar(fact, "document")])
    for edition in view.editions:
        yield from refer(view.documents, [scalar(edition.node, "document")])
        for node in (edition.node, *(indicator.node for indicator in edition.indicators)):
            yield from refer(view.documents, [scalar(node, "source", "document")])
            for exception in items(node, "except"):
                yield from refer(view.documents, [scalar(exception, "document")])
        for condition in edition.folder.conditions:
            yield from refer(view.documents, [scalar(condition.file.node, "source", "document")])


def figure_at(node: Node | None, path: str) -> Node | None:
    """The node at a path such as ``rule.place.waits.1.months``; list entries count from 0."""
    for step in path.split("."):
        match node:
            case Table():
                node = node.get(step)
            case Listing() if step.isascii() and step.isdecimal() and len(step) < 4:
                node = node.items[int(step)] if int(step) < len(node.items) else None
            case _:
                return None
    return node


def figure_paths(node: Node | None, prefix: str = "") -> Iterator[str]:
    """The paths of all single values in the node."""
    match node:
        case Table():
            for entry in node.entries:
                yield from figure_paths(entry.value, f"{prefix}{entry.key.text}.")
        case Listing():
            for position, item in enumerate(node.items):
                yield from figure_paths(item, f"{prefix}{position}.")
        case Scalar():
            yield prefix.removesuffix(".")
        case _:
            return


def _check_path(path: Scalar, file: Node | None) -> Iterator[Diagnostic]:
    found = figure_at(file, path.text)
    if isinstance(found, Scalar):
        return
    first = path.text.split(".")[0]
    known = [each for each in figure_paths(file) if each.startswith(("rule.", "standard_score"))]
    close = nearest(path.text, known)
    what = "is no single figure" if found is not None else f"leads nowhere from {first}"
    yield Diagnostic(
        code=Code.NO_SUCH_FIGURE,
        place=path.place,
        message=f'"{path.text}" {what}',
        hint=f"did you mean {close}?"
        if close
        else "name a figure of this file by its path, such as rule.cap",
    )
