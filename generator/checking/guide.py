"""Does what the guide refers to exist: cases, indicators, questions, documents, editions, figures in its texts?"""

from collections.abc import Iterable, Iterator

from generator.checking.choices import choice_codes
from generator.checking.references import Reference, refer, report_unknown
from generator.checking.text_references import Targets, case_problem, mistakes, targets_of
from generator.checking.view import View, tables
from generator.diagnostics import Code, Diagnostic, Note, Place
from generator.loading.scalar_fitting import choice_hint
from generator.reading import Node, Scalar, Table
from generator.reading.nodes import entries, items, scalar, scalars
from generator.scoring.questions import Kind

_ROWS = {
    "claims": ("claims", "claim"),
    "faq": ("faq", "code"),
    "papers": ("", "paper"),
    "risks": ("", "risk"),
    "self_assessment": ("questions", "asks"),
    "comparison": ("rows", "row"),
    "changelog": ("", "change"),
}
"""Where a file has its entries, and the key that names one."""
_NUMBERS = frozenset({Kind.COUNT, Kind.AMOUNT, Kind.PERCENT})


def check_guide(view: View) -> Iterator[Diagnostic]:
    """Everything in the guide that leads nowhere or is given twice."""
    files = {name: file.node for name, file in view.folder.guide.items()}
    if not files or view.current is None:
        return
    targets = targets_of(view, view.current)
    yield from report_unknown(
        reference for name, node in files.items() for reference in _codes(name, node, view)
    )
    for name, node in files.items():
        rows = _rows(name, node)
        yield from _check_once(rows, _ROWS[name][1])
        if items(node, "groups"):
            yield from _check_groups(node, rows)
        if name != "comparison":
            yield from _check_texts(node, targets)
        for row in rows:
            yield from _check_cases(row, targets)
            yield from _check_conditions(row, view)
    yield from _check_seen(files.get("claims"), files.get("faq"))
    yield from _check_comparison(files.get("comparison"), view)


def guide_scalars(view: View) -> Iterator[Scalar]:
    """Every text of the guide."""
    for file in view.folder.guide.values():
        yield from scalars(file.node)


def _rows(name: str, node: Node | None) -> list[Table]:
    key, _ = _ROWS[name]
    return list(tables(items(node, key) if key else items(node)))


def _codes(name: str, node: Node | None, view: View) -> Iterator[Reference]:
    """Every code of indicators, questions, documents and people that a file uses."""
    assert view.current is not None
    yield from refer(view.documents, [scalar(node, "source", "document")])
    for row in _rows(name, node):
        yield from refer(view.current.declared, items(row, "indicators"))
        yield from refer(view.questions, items(row, "questions"))
        yield from refer(view.documents, [scalar(row, "document")])
        yield from refer(view.questions, (scalar(each, "question") for each in items(row, "when")))
    for person in tables(items(node, "people")):
        yield from refer(view.people, [scalar(person, "person")])
        yield from refer(view.questions, (entry.key for entry in entries(person, "answers")))
    yield from refer(view.questions, (entry.key for entry in entries(node, "if_asked")))


def _check_once(rows: Iterable[Table], key: str) -> Iterator[Diagnostic]:
    seen: dict[str, Scalar] = {}
    for row in rows:
        code = scalar(row, key)
        if code is None:
            continue
        if code.text in seen:
            yield Diagnostic(
                code=Code.DUPLICATE_CODE,
                place=code.place,
                message=f'the {key} "{code.text}" is given twice',
                notes=(Note(place=seen[code.text].place, text="it is given here first"),),
            )
        seen.setdefault(code.text, code)


def _check_groups(node: Node | None, rows: list[Table]) -> Iterator[Diagnostic]:
    """Groups that entries name and nothing declares; groups without an entry."""
    declared = [code for group in items(node, "groups") if (code := scalar(group, "group"))]
    known = tuple(code.text for code in declared)
    named = [code for row in rows if (code := scalar(row, "group"))]
    for code in named:
        if code.text not in known:
            yield Diagnostic(
                code=Code.UNKNOWN_REFERENCE,
                place=code.place,
                message=f'there is no group "{code.text}"',
                hint=choice_hint(code.text, known),
            )
    used = {code.text for code in named}
    for code in declared:
        if code.text not in used and used <= set(known):
            yield Diagnostic(
                code=Code.UNUSED,
                place=code.place,
                message=f'no entry belongs to the group "{code.text}"',
            )


def _check_seen(claims: Node | None, faq: Node | None) -> Iterator[Diagnostic]:
    """Claims that send the reader to a question that nobody asks."""
    known = tuple(code.text for row in _rows("faq", faq) if (code := scalar(row, "code")))
    for row in _rows("claims", claims):
        seen = scalar(row, "see")
        if seen is not None and seen.text not in known:
            yield Diagnostic(
                code=Code.UNKNOWN_REFERENCE,
                place=seen.place,
                message=f'there is no question "{seen.text}"',
                hint=choice_hint(seen.text, known),
            )


def _check_cases(row: Table, targets: Targets) -> Iterator[Diagnostic]:
    for name in items(row, "cases"):
        if isinstance(name, Scalar):
            message, hint = case_problem(name.text.strip(), targets)
            if message:
                yield Diagnostic(
                    code=Code.UNKNOWN_REFERENCE, place=name.place, message=message, hint=hint
                )


def _check_conditions(row: Table, view: View) -> Iterator[Diagnostic]:
    """Conditions on answers that their question can't have."""
    for condition in tables(items(row, "when")):
        code = scalar(condition, "question")
        question = view.questions.get(None if code is None else code.text)
        kind = scalar(question, "kind")
        if code is None or kind is None:
            continue
        for key in ("is", "is_not", "at_least"):
            answer = scalar(condition, key)
            if answer is not None:
                yield from _check_answer(key, answer, kind.text, question)


def _check_answer(
    key: str, answer: Scalar, kind: str, question: Table | None
) -> Iterator[Diagnostic]:
    if key == "at_least":
        if kind not in _NUMBERS:
            yield Diagnostic(
                code=Code.WRONG_KIND,
                place=answer.place,
                message=f"at_least needs a question that asks for a number, this one is a {kind}",
            )
        return
    known = ("true", "false") if kind == Kind.YES_NO else choice_codes(question)
    if answer.text not in known:
        yield Diagnostic(
            code=Code.UNKNOWN_REFERENCE,
            place=answer.place,
            message=f'the question has no answer "{answer.text}"',
            hint=choice_hint(answer.text, known),
        )


def _check_comparison(node: Node | None, view: View) -> Iterator[Diagnostic]:
    """Editions that are not there or not compared, and texts of cells, each under its own edition."""
    by_name = {edition.name: edition for edition in view.editions}
    compared = [each for each in items(node, "editions") if isinstance(each, Scalar)]
    names = tuple(each.text for each in compared)
    yield from _check_editions(compared, tuple(by_name))
    scored = tuple(name for name in names if name in by_name and by_name[name].is_scored)
    days = [entry.key for entry in entries(node, "days")]
    yield from _check_editions(days, scored)
    for row in tables(items(node, "rows")):
        cells = entries(row, "cells")
        yield from _check_editions([cell.key for cell in cells], names)
        for cell in cells:
            edition = by_name.get(cell.key.text)
            if edition is not None:
                yield from _check_texts(cell.value, targets_of(view, edition))


def _check_editions(used: Iterable[Scalar], known: tuple[str, ...]) -> Iterator[Diagnostic]:
    for edition in used:
        if edition.text not in known:
            yield Diagnostic(
                code=Code.UNKNOWN_REFERENCE,
                place=edition.place,
                message=f'there is no edition "{edition.text}" to compare here',
                hint=choice_hint(edition.text, known),
            )


def _check_texts(node: Node | None, targets: Targets) -> Iterator[Diagnostic]:
    for text in scalars(node):
        for mistake in mistakes(text.text, targets):
            yield Diagnostic(
                code=mistake.code,
                place=_place(text, mistake.part),
                message=mistake.message,
                hint=mistake.hint,
            )


def _place(text: Scalar, part: str) -> Place:
    """Where a part of a text stands, as far as its lines show it as it is."""
    first = part.split("\n", maxsplit=1)[0]
    lines = text.place.source.lines
    for number in range(text.place.line, min(len(lines), text.place.line + 40) + 1):
        column = (text.place.source.line(number) or "").find(first)
        if column >= 0:
            return Place(
                source=text.place.source, line=number, column=column + 1, length=len(first)
            )
    return text.place
