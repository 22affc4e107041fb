"""Do sources name documents that are declared, and exceptions figures that their file has?"""

from collections.abc import Iterator

from generator.checking.references import report_unknown, resolved
from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic, Note, Place, nearest
from generator.loading.folder import DataFile
from generator.policy.editions import EditionText
from generator.policy.evidence import Authority, FigureReceipt
from generator.policy.indicators import IndicatorFile
from generator.policy.sources import DocumentKind
from generator.policy.value_paths import value_paths
from generator.reading import Node, Scalar, Table
from generator.reading.nodes import scalar, tables


def check_receipts(view: View) -> Iterator[Diagnostic]:
    """Unknown documents, and paths under ``except`` that lead nowhere or to no single figure."""
    targets = {"document": view.documents}
    yield from report_unknown(
        use for file in _files_with_receipts(view) for use in resolved(file.references, targets)
    )
    for file in (*_files_with_receipts(view), *_guide_files(view)):
        yield from _check_authority(file.node, view)
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


def _guide_files(view: View) -> tuple[DataFile[object], ...]:
    return () if view.folder.guide is None else view.folder.guide.files


def _check_authority(node: Node | None, view: View) -> Iterator[Diagnostic]:
    """Receipts that call the text of the law what a page says of it."""
    for table in tables(node):
        document = view.documents.get(_text(table, "document"))
        said = table.get("authority")
        if (
            document is not None
            and document.kind is not DocumentKind.DOCUMENT
            and isinstance(said, Scalar)
            and said.text == Authority.TEXT
        ):
            yield Diagnostic(
                code=Code.DISAGREES,
                place=said.place,
                message=f"authority is {Authority.TEXT}, and {document.code} is no document",
                hint="what a page says of the law is practice; name the document where its text was seen",
                notes=(Note(place=view.places.of(document, "kind"), text="its kind"),),
            )


def _text(table: Table, key: str) -> str | None:
    found = scalar(table, key)
    return None if found is None else found.text


def _check_exceptions(
    file: DataFile[EditionText] | DataFile[IndicatorFile], view: View
) -> Iterator[Diagnostic]:
    exceptions = () if file.value is None else file.value.exceptions
    for exception in exceptions:
        yield from _check_path(exception, view.places.of(exception, "figure"), file.node)


def _check_path(exception: FigureReceipt, place: Place, file: Node | None) -> Iterator[Diagnostic]:
    path, there = exception.figure, tuple(value_paths(file))
    if path in there:
        return
    close = nearest(path, [each for each in there if each.startswith(("rule.", "standard_score"))])
    leads_on = any(each.startswith(f"{path}.") for each in there)
    first = path.partition(".")[0]
    what = "is no single figure" if leads_on else f"leads nowhere from {first}"
    yield Diagnostic(
        code=Code.NO_SUCH_FIGURE,
        place=place,
        message=f'"{path}" {what}',
        hint=f"did you mean {close}?"
        if close
        else "name a figure of this file by its path, such as rule.cap",
    )
