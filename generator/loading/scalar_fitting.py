"""Whether a single value has the shape it should have, and the words that messages about values use."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Code, Diagnostic, Place, nearest
from generator.loading.dates import DAY, MONTH, is_month, read_day
from generator.loading.shapes import (
    CodeShape,
    DayShape,
    EitherShape,
    ExactShape,
    FlagShape,
    MonthShape,
    ScalarShape,
    TextShape,
    WholeShape,
    WordShape,
)
from generator.reading import Hole, Listing, Node, Scalar, Table, value_of

CODE = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")


def fit_scalar(node: Node, shape: ScalarShape, name: str) -> Iterator[Diagnostic]:
    match shape:
        case TextShape():
            yield from _fit_text(node, shape, name)
        case CodeShape():
            yield from _fit_code(node, name)
        case WordShape():
            yield from _fit_word(node, shape, name)
        case WholeShape():
            yield from _fit_whole(node, shape, name)
        case ExactShape():
            yield from _fit_exact(node, shape, name)
        case FlagShape():
            if not isinstance(node, Scalar) or not isinstance(value_of(node), bool):
                yield wrong(node, name, "true or false", f"write {name}: true, or take it out")
        case DayShape() | MonthShape():
            yield from _fit_date(node, shape, name)
        case EitherShape():
            if not any(not list(fit_scalar(node, one, name)) for one in shape.shapes):
                yield wrong(node, name, shape.what, f"write {name} as {shape.what}")


def _fit_text(node: Node, shape: TextShape, name: str) -> Iterator[Diagnostic]:
    if not isinstance(node, Scalar):
        yield wrong(node, name, "text", "put quotes around text that holds brackets or braces")
    elif not node.text.strip():
        if node.plain or not shape.blank:
            yield _blank(node.place, name)
    elif not isinstance(value_of(node), str):
        yield wrong(node, name, "text", f'put quotes around it: {name}: "{node.text}"')


def _blank(place: Place, name: str) -> Diagnostic:
    return Diagnostic(code=Code.BLANK, place=place, message=f"{name} is empty")


def _fit_code(node: Node, name: str) -> Iterator[Diagnostic]:
    if not isinstance(node, Scalar):
        yield wrong(node, name, "a code such as base_months_1", f"write one code at {name}")
    elif not node.text.strip():
        yield _blank(node.place, name)
    elif not CODE.fullmatch(node.text) or isinstance(value_of(node), bool | None):
        yield malformed(node, name)


def _fit_word(node: Node, shape: WordShape, name: str) -> Iterator[Diagnostic]:
    if not isinstance(node, Scalar):
        yield wrong(node, name, "one word", f"known here: {', '.join(shape.words)}")
    elif node.text not in shape.words:
        yield Diagnostic(
            code=Code.UNKNOWN_WORD,
            place=node.place,
            message=f"{name} can't be {shown(node)}",
            hint=choice_hint(node.text, shape.words),
        )


def _fit_whole(node: Node, shape: WholeShape, name: str) -> Iterator[Diagnostic]:
    value = value_of(node) if isinstance(node, Scalar) else None
    if isinstance(value, bool) or not isinstance(value, int):
        example = min(max(30, shape.at_least), shape.at_most)
        hint = f"write the figure in digits: {name}: {example}"
        yield wrong(node, name, f"a whole number such as {example}", hint)
    elif not shape.at_least <= value <= shape.at_most:
        yield _out_of_bounds(node, name, f"from {shape.at_least} to {shape.at_most}")


def _fit_exact(node: Node, shape: ExactShape, name: str) -> Iterator[Diagnostic]:
    value = value_of(node) if isinstance(node, Scalar) else None
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        hint = f"write the figure in digits: {name}: 0.8"
        yield wrong(node, name, "a number such as 2 or 0.8", hint)
    elif not shape.above < value <= shape.at_most:
        yield _out_of_bounds(node, name, f"above {shape.above} and at most {shape.at_most}")


def _out_of_bounds(node: Node, name: str, bounds: str) -> Diagnostic:
    return Diagnostic(
        code=Code.OUT_OF_BOUNDS,
        place=node.place,
        message=f"{name} must be {bounds}, found {shown(node)}",
        hint=f"check the figure; {name} can be {bounds}",
    )


def _fit_date(node: Node, shape: DayShape | MonthShape, name: str) -> Iterator[Diagnostic]:
    is_day = isinstance(shape, DayShape)
    needed = "a date such as 2023-01-01" if is_day else "a month such as 2023-07"
    text = node.text if isinstance(node, Scalar) else ""
    if is_day and DAY.fullmatch(text):
        if read_day(text) is None:
            yield _no_such_date(node, name, needed)
    elif not is_day and MONTH.fullmatch(text):
        if not is_month(text):
            yield _no_such_date(node, name, needed)
    else:
        yield wrong(node, name, needed, f"write {name} as {needed}")


def _no_such_date(node: Node, name: str, needed: str) -> Diagnostic:
    return Diagnostic(
        code=Code.NO_SUCH_DATE,
        place=node.place,
        message=f"{name} is {shown(node)}, which does not exist",
        hint=f"check month and day: {name} must be {needed}, from 1900 to 2199",
    )


def shown(node: Node) -> str:
    """A node as messages quote it."""
    match node:
        case Scalar(text=""):
            return "nothing" if node.plain else 'the empty text ""'
        case Scalar():
            text = node.text.strip()
            return f'"{text if len(text) <= 40 else text[:40] + "…"}"'
        case Listing():
            return "a list"
        case Table():
            return "a table"
        case Hole():
            return "something unreadable"


def choice_hint(word: str, known: tuple[str, ...]) -> str:
    """The nearest known word, then all of them."""
    close = nearest(word, known)
    meant = f"did you mean {close}? " if close else ""
    return f"{meant}known here: {', '.join(known)}" if known else "nothing is known here"


def wrong(node: Node, name: str, needed: str, hint: str) -> Diagnostic:
    return Diagnostic(
        code=Code.WRONG_TYPE,
        place=node.place,
        message=f"{name} must be {needed}, found {shown(node)}",
        hint=hint,
    )


def malformed(node: Scalar, name: str) -> Diagnostic:
    return Diagnostic(
        code=Code.MALFORMED_CODE,
        place=node.place,
        message=f"{name} must be a code in lower_snake, found {shown(node)}",
    )
