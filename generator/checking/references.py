"""Does every code that one place of the data uses stand for something that another place declares?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.checking.rule_parts import marked
from generator.checking.view import Declared, EditionView, View, tables
from generator.diagnostics import Code, Diagnostic
from generator.loading.scalar_fitting import choice_hint
from generator.reading import Node, Scalar, Table
from generator.reading.nodes import entries, follow, items, scalar
from generator.scoring.rules.declared import Asks, Follows

READINGS_KEY = "readings"
"""Stands among the answers of a request and chooses readings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A code where it is used, and what should declare it."""

    code: Scalar
    target: Declared
    by_rule: bool = False
    """Whether a rule of an edition makes use of it, not only words about it."""


def check_references(view: View) -> Iterator[Diagnostic]:
    """Codes that nothing declares; documents are left to ``check_documents``."""
    yield from report_unknown(references(view))


def report_unknown(used: Iterable[Reference]) -> Iterator[Diagnostic]:
    """One diagnostic for each unknown code, however often it is used."""
    unknown: dict[tuple[str, str], list[Reference]] = {}
    for reference in used:
        if reference.target.is_whole and reference.code.text not in reference.target.tables:
            key = (reference.target.place.source.name + reference.target.kind, reference.code.text)
            unknown.setdefault(key, []).append(reference)
    for uses in unknown.values():
        yield _unknown(uses)


def references(view: View) -> Iterator[Reference]:
    """Every code that is used anywhere, documents left out, in the order of the files."""
    yield from _of_questions(view)
    for person in tables(items(view.folder.people.node)):
        yield from _of_answers(person, view)
    yield from refer(
        view.readings, [scalar(view.folder.yardsticks.node, "unestablished")], by_rule=True
    )
    for edition in view.editions:
        yield from _of_edition(edition, view)


def _of_questions(view: View) -> Iterator[Reference]:
    for question in tables(items(view.folder.questions.node, "questions")):
        yield from refer(view.groups, [scalar(question, "group")], by_rule=True)
        yield from refer(view.questions, [scalar(question, "asked_if", "question")])
        yield from refer(view.questions, [scalar(question, "within_life", "since")])


def _of_edition(edition: EditionView, view: View) -> Iterator[Reference]:
    yield from refer(view.readings, [scalar(edition.node, "window_end")], by_rule=True)
    for group in items(edition.node, "exclusive"):
        yield from refer(edition.declared, items(group, "members"))
    for indicator in edition.indicators:
        rule = follow(indicator.node, "rule")
        for target, mark in ((view.questions, Asks), (view.readings, Follows)):
            codes = (part.node for part, _ in marked(rule, mark))
            yield from refer(target, codes, by_rule=True)
    for condition in edition.folder.conditions:
        question = scalar(condition.file.node, "rule", "question")
        yield from refer(view.questions, [question], by_rule=True)
    for file in edition.folder.cases.values():
        for case in tables(items(file.node)):
            yield from refer(view.people, [scalar(case, "person")])
            yield from _of_answers(case, view)
            yield from refer(view.questions, items(case, "unanswered"))
            keys = (entry.key for entry in entries(case, "expect", "awards"))
            yield from refer(edition.declared, keys)


def _of_answers(owner: Table, view: View) -> Iterator[Reference]:
    for entry in entries(owner, "answers"):
        if entry.key.text == READINGS_KEY:
            chosen = (choice.key for choice in entries(entry.value))
            yield from refer(view.readings, chosen)
        else:
            yield from refer(view.questions, [entry.key])


def refer(
    target: Declared, codes: Iterable[Node | None], *, by_rule: bool = False
) -> Iterator[Reference]:
    """References by these codes, as far as they are single words."""
    for code in _scalars(codes):
        if code.text:
            yield Reference(code=code, target=target, by_rule=by_rule)


def _scalars(nodes: Iterable[Node | None]) -> Iterator[Scalar]:
    return (node for node in nodes if isinstance(node, Scalar))


def _unknown(uses: list[Reference]) -> Diagnostic:
    first, *others = sorted(uses, key=lambda use: use.code.place.order)
    target = first.target
    return Diagnostic(
        code=Code.UNKNOWN_REFERENCE,
        place=first.code.place,
        message=f'there is no {target.kind} "{first.code.text}"',
        hint=choice_hint(first.code.text, tuple(target.tables)),
        also=tuple(other.code.place for other in others),
    )
