"""Do sources name documents that are declared, and exceptions figures that their file has?"""

from collections.abc import Iterator

from generator.checking.references import report_unknown, resolved
from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic, Place, nearest
from generator.loading.folder import DataFile
from generator.policy.editions import EditionText
from generator.policy.evidence import FigureReceipt
from generator.policy.indicators import IndicatorFile
from generator.reading import Listing, Node, Scalar, Table


def check_receipts(view: View) -> Iterator[Diagnostic]:
    """Unknown documents, and paths under ``except`` that lead nowhere or to no single figure."""
    targets = {"document": view.documents}
    yield from report_unknown(
        use for file in _files_with_receipts(view) for use in resolved(file.references, targets)
    )
    for edition in view.editions:
        yield from _check_exceptions(edition.folder.file, view)
        for entry in edition.folder.indicators:
            yield from _check_exceptions(entry.file, view)


def _files_with_receipts(view: View) -> Iterator[DataFile[object]]:
    yield view.folder.yardsticks
    yield view.folder.facts
    for edition in view.editions:
        yield edition.folder.file
        for entry in edition.folder.indicators:
            yield entry.file
        for condition in edition.folder.conditions:
            yield condition.file


def _check_exceptions(
    file: DataFile[EditionText] | DataFile[IndicatorFile], view: View
) -> Iterator[Diagnostic]:
    exceptions = () if file.value is None else file.value.exceptions
    for exception in exceptions:
        yield from _check_path(exception, view.places.of(exception, "figure"), file.node)


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


def _check_path(exception: FigureReceipt, place: Place, file: Node | None) -> Iterator[Diagnostic]:
    path = exception.figure
    found = figure_at(file, path)
    if isinstance(found, Scalar):
        return
    first = path.split(".")[0]
    known = [each for each in figure_paths(file) if each.startswith(("rule.", "standard_score"))]
    close = nearest(path, known)
    what = "is no single figure" if found is not None else f"leads nowhere from {first}"
    yield Diagnostic(
        code=Code.NO_SUCH_FIGURE,
        place=place,
        message=f'"{path}" {what}',
        hint=f"did you mean {close}?"
        if close
        else "name a figure of this file by its path, such as rule.cap",
    )
