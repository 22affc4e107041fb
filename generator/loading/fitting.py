"""Whether a node has the shape it should have: the mistakes within one file, each reported once."""

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Note, nearest
from generator.loading.scalar_fitting import CODE, choice_hint, fit_scalar, malformed, wrong
from generator.loading.shapes import (
    AnswerShape,
    AnswersShape,
    ListShape,
    RecordShape,
    Shape,
    TableShape,
    VariantsShape,
    WordShape,
)
from generator.reading import Hole, Listing, Node, Scalar, Table

FOREIGN = 3
"""So many unknown keys, or missing ones beside an unknown, are no slips: the table belongs elsewhere."""


def fit(node: Node, shape: Shape, name: str) -> Iterator[Diagnostic]:
    """The mistakes in the node, which messages call by ``name``; none where it has the shape."""
    match shape:
        case _ if isinstance(node, Hole):
            return
        case AnswerShape():
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
            yield from fit_scalar(node, shape, name)


def _fit_list(node: Node, shape: ListShape, name: str) -> Iterator[Diagnostic]:
    if not isinstance(node, Listing):
        yield wrong(node, name, "a list", f"write each entry of {name} on a line after a dash")
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
        yield wrong(node, name, "a table of keys and values", f"write {name} as key: value lines")
        return
    if not node.entries:
        yield Diagnostic(code=Code.BLANK, place=node.place, message=f"{name} has no entries")
    for entry in node.entries:
        if not CODE.fullmatch(entry.key.text):
            yield malformed(entry.key, "a key")
        yield from fit(entry.value, shape.value, entry.key.text)


def _fit_variants(node: Node, shape: VariantsShape, name: str) -> Iterator[Diagnostic]:
    if not isinstance(node, Table):
        yield wrong(node, name, "a table of keys and values", f"write {name} as key: value lines")
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
        yield wrong(
            node, name, "a table of keys and values", f"its keys are: {', '.join(shape.keys)}"
        )
        return
    unknown = [entry.key for entry in node.entries if shape.shape_of(entry.key.text) is None]
    missing = [key for key in shape.required if node.entry(key) is None]
    if len(unknown) >= FOREIGN or (unknown and len(missing) >= FOREIGN):
        yield _misfit(node, shape, name)
        return
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
        yield wrong(node, name, "a table of answers", "write each answer as question: answer")
