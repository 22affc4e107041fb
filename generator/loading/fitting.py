"""Whether a node has the shape it should have: the mistakes within one file, each reported once."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.diagnostics import Code, Diagnostic, Note, Place, nearest
from generator.loading.shapes import (
    AnswersShape,
    CodeShape,
    DayShape,
    EitherShape,
    ExactShape,
    FlagShape,
    ListShape,
    MonthShape,
    RecordShape,
    ScalarShape,
    Shape,
    TableShape,
    TextShape,
    VariantsShape,
    WholeShape,
    WordShape,
)
from generator.reading import Hole, Listing, Node, Scalar, Table, value_of

FOREIGN = 3
"""So many unknown keys are no slips: the whole table belongs elsewhere."""

_CODE = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def fit(node: Node, shape: Shape, name: str) -> Iterator[Diagnostic]:
    """The mistakes in the node, which messages call by ``name``; none where it has the shape."""
    match shape:
        case _ if isinstance(node, Hole):
            return
        case AnswersShape():
            yield from _fit_answers(node, name)
        case ListShape():
            yield from _fit_list(node, shape, name)
        case RecordShape():
            yield from _fit_record(node, shape, name)
        case VariantsShape():
            yield from _fit_variants(node, shape, name)
        case TableShape():
            yield from _fit_table(node, shape, name)
        case _:
            yield from _fit_scalar(node, shape, name)


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


def _wrong(node: Node, name: str, needed: str, hint: str) -> Diagnostic:
    return Diagnostic(
        code=Code.WRONG_TYPE,
        place=node.place,
        message=f"{name} must be {needed}, found {shown(node)}",
        hint=hint,
    )


def _fit_list(node: Node, shape: ListShape, name: str) -> Iterator[Diagnostic]:
    if not isinstance(node, Listing):
        yield _wrong(node, name, "a list", f"write each entry of {name} on a line after a dash")
        return
    count = len(node.items)
    if shape.length is not None and count != shape.length:
        yield Diagnostic(
            code=Code.BLANK if not count else Code.OUT_OF_BOUNDS,
            place=node.place,
            message=f"{name} must have {shape.length} entries, found {count}",
            hint=f"give {name} exactly {shape.length} entries",
        )
    elif count < shape.at_least:
        yield Diagnostic(
            code=Code.BLANK,
            place=node.place,
            message=f"{name} must have at least {shape.at_least} entries, found {count or 'none'}",
        )
    for item in node.items:
        yield from fit(item, shape.item, f"an entry of {name}")


def _fit_table(node: Node, shape: TableShape, name: str) -> Iterator[Diagnostic]:
    if not isinstance(node, Table):
        yield _wrong(node, name, "a table of keys and values", f"write {name} as key: value lines")
        return
    if not node.entries:
        yield Diagnostic(code=Code.BLANK, place=node.place, message=f"{name} has no entries")
    for entry in node.entries:
        if not _CODE.fullmatch(entry.key.text):
            yield _malformed(entry.key, "a key")
        yield from fit(entry.value, shape.value, entry.key.text)


def _fit_variants(node: Node, shape: VariantsShape, name: str) -> Iterator[Diagnostic]:
    if not isinstance(node, Table):
        yield _wrong(node, name, "a table of keys and values", f"write {name} as key: value lines")
        return
    known = tuple(shape.records)
    kind = node.get(shape.by)
    if kind is None:
        anywhere = RecordShape(required={shape.by: WordShape(words=known)})
        stray = next(
            (entry.key for entry in node.entries if nearest(entry.key.text, [shape.by])), None
        )
        yield (
            _missing_key(node, shape.by, name)
            if stray is None
            else _unknown_key(stray, anywhere, name)
        )
    elif isinstance(kind, Scalar) and kind.text in shape.records:
        yield from _fit_record(
            node, shape.records[kind.text], f"{name} with {shape.by}: {kind.text}"
        )
    else:
        yield from fit(kind, WordShape(words=known), shape.by)


def _fit_record(node: Node, shape: RecordShape, name: str) -> Iterator[Diagnostic]:
    if not isinstance(node, Table):
        yield _wrong(
            node, name, "a table of keys and values", f"its keys are: {', '.join(shape.keys)}"
        )
        return
    unknown = [entry.key for entry in node.entries if shape.shape_of(entry.key.text) is None]
    if len(unknown) >= FOREIGN:
        yield _misfit(node, shape, name)
        return
    missing = [key for key in shape.required if node.entry(key) is None]
    for key in unknown:
        meant = nearest(key.text, missing)
        if meant is not None:
            missing.remove(meant)
        yield _unknown_key(key, shape, name)
    for wanted in missing:
        if wanted == shape.sourced_by:
            yield _no_source(node, wanted, name)
        else:
            yield _missing_key(node, wanted, name)
    if (
        shape.needs_one_of
        and not any(node.entry(key) for key in shape.needs_one_of)
        and not unknown
    ):
        yield _missing_key(node, " or ".join(shape.needs_one_of), name)
    for group in shape.excluding:
        yield from _fit_excluding(node, group)
    for entry in node.entries:
        inner = shape.shape_of(entry.key.text)
        if inner is not None:
            yield from fit(entry.value, inner, entry.key.text)


def _misfit(node: Table, shape: RecordShape, name: str) -> Diagnostic:
    return Diagnostic(
        code=Code.MISFIT,
        place=node.place,
        message=f"this does not look like {name}, whose keys are {', '.join(shape.keys)}",
    )


def _unknown_key(key: Scalar, shape: RecordShape, name: str) -> Diagnostic:
    return Diagnostic(
        code=Code.UNKNOWN_KEY,
        place=key.place,
        message=f'{name} has no key "{key.text}"',
        hint=choice_hint(key.text, shape.keys),
    )


def _missing_key(node: Table, key: str, name: str) -> Diagnostic:
    return Diagnostic(
        code=Code.MISSING_KEY,
        place=node.place,
        message=f"{name} needs the key {key}",
        hint=f"add {key.partition(' ')[0]}: to this entry",
    )


def _no_source(node: Table, key: str, name: str) -> Diagnostic:
    return Diagnostic(
        code=Code.NO_SOURCE,
        place=node.place,
        message=f"{name} has figures without a source: it needs the key {key}",
    )


def _fit_excluding(node: Table, group: tuple[str, ...]) -> Iterator[Diagnostic]:
    present = [entry for entry in map(node.entry, group) if entry is not None]
    for other in present[1:]:
        first = present[0].key
        yield Diagnostic(
            code=Code.EXCLUDING_KEYS,
            place=other.key.place,
            message=f"{other.key.text} and {first.text} exclude each other",
            notes=(Note(place=first.place, text=f"{first.text} stands here"),),
        )


def _fit_answers(node: Node, name: str) -> Iterator[Diagnostic]:
    if not isinstance(node, Table):
        yield _wrong(node, name, "a table of answers", "write each answer as question: answer")


def _fit_scalar(node: Node, shape: ScalarShape, name: str) -> Iterator[Diagnostic]:
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
                yield _wrong(node, name, "true or false", f"write {name}: true, or take it out")
        case DayShape() | MonthShape():
            yield from _fit_date(node, shape, name)
        case EitherShape():
            if not any(not list(_fit_scalar(node, one, name)) for one in shape.shapes):
                yield _wrong(node, name, shape.what, f"write {name} as {shape.what}")


def _fit_text(node: Node, shape: TextShape, name: str) -> Iterator[Diagnostic]:
    if not isinstance(node, Scalar):
        yield _wrong(node, name, "text", "put quotes around text that holds brackets or braces")
    elif not node.text.strip():
        if node.plain or not shape.blank:
            yield _blank(node.place, name)
    elif not isinstance(value_of(node), str):
        yield _wrong(node, name, "text", f'put quotes around it: {name}: "{node.text}"')


def _blank(place: Place, name: str) -> Diagnostic:
    return Diagnostic(code=Code.BLANK, place=place, message=f"{name} is empty")


def _fit_code(node: Node, name: str) -> Iterator[Diagnostic]:
    if not isinstance(node, Scalar):
        yield _wrong(node, name, "a code such as base_months_1", f"write one code at {name}")
    elif not node.text.strip():
        yield _blank(node.place, name)
    elif not _CODE.fullmatch(node.text) or isinstance(value_of(node), bool | None):
        yield _malformed(node, name)


def _malformed(node: Scalar, name: str) -> Diagnostic:
    return Diagnostic(
        code=Code.MALFORMED_CODE,
        place=node.place,
        message=f"{name} must be a code in lower_snake, found {shown(node)}",
    )


def _fit_word(node: Node, shape: WordShape, name: str) -> Iterator[Diagnostic]:
    if not isinstance(node, Scalar):
        yield _wrong(node, name, "one word", f"known here: {', '.join(shape.words)}")
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
        yield _wrong(node, name, f"a whole number such as {example}", hint)
    elif not shape.at_least <= value <= shape.at_most:
        yield _out_of_bounds(node, name, f"from {shape.at_least} to {shape.at_most}")


def _fit_exact(node: Node, shape: ExactShape, name: str) -> Iterator[Diagnostic]:
    value = value_of(node) if isinstance(node, Scalar) else None
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        hint = f"write the figure in digits: {name}: 0.8"
        yield _wrong(node, name, "a number such as 2 or 0.8", hint)
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
    if is_day and _DAY.fullmatch(text):
        if read_day(text) is None:
            yield _no_such_date(node, name, needed)
    elif not is_day and re.fullmatch(r"[0-9]{4}-[0-9]{2}", text):
        if not is_month(text):
            yield _no_such_date(node, name, needed)
    else:
        yield _wrong(node, name, needed, f"write {name} as {needed}")


def _no_such_date(node: Node, name: str, needed: str) -> Diagnostic:
    return Diagnostic(
        code=Code.NO_SUCH_DATE,
        place=node.place,
        message=f"{name} is {shown(node)}, which does not exist",
        hint=f"check month and day: {name} must be {needed}, from 1900 to 2199",
    )


def read_day(text: str) -> date | None:
    """The date that the text gives; None where it gives none between 1900 and 2199."""
    if not _DAY.fullmatch(text) or not "1900" <= text[:4] <= "2199":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_month(text: str) -> bool:
    """Whether the text is a month between 1900 and 2199."""
    return _MONTH.fullmatch(text) is not None and "1900" <= text[:4] <= "2199"
