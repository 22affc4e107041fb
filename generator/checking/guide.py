"""Does what the guide refers to exist: cases, indicators, questions, documents, editions, figures in its texts?"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.checking.names import check_once
from generator.checking.prose_places import place_within
from generator.checking.question_choices import as_written, choice_codes
from generator.checking.references import report_unknown, resolved, targets_of
from generator.checking.text_references import case_problem, mistakes
from generator.checking.text_targets import Targets
from generator.checking.text_targets import targets_of as text_targets_of
from generator.checking.view import Declared, EditionView, View
from generator.diagnostics import Code, Diagnostic, Place
from generator.loading.folder import DataFile, GuideFolder
from generator.policy.guide.comparison import Comparison
from generator.policy.guide.entries import Condition, Group
from generator.policy.indicators import IndicatorFile
from generator.policy.messages import choice_hint
from generator.policy.questions import QuestionText
from generator.reading import Node, Scalar
from generator.reading.nodes import items, scalars
from generator.scoring.questions import Kind

_NUMBERS = frozenset({Kind.COUNT, Kind.AMOUNT, Kind.PERCENT})


def check_guide(view: View) -> Iterator[Diagnostic]:
    """Everything in the guide that leads nowhere or is given twice."""
    guide = view.folder.guide
    if guide is None or view.current is None:
        return
    shared = targets_of(view, view.current) | {
        "indicator": _indicators(view, view.current),
        "document": view.documents,
    }
    groups = {id(file): _groups(file) for file in guide.files}
    yield from report_unknown(
        use
        for file in guide.files
        for use in resolved(file.references, shared | {"group": groups[id(file)]})
    )
    shown = [text_targets_of(view, edition) for edition in view.shown]
    for file in guide.files:
        yield from check_once(file.declarations)
        yield from _check_groups(file, groups[id(file)])
        yield from _check_cases(file, shown[0])
        for targets in shown if file is not guide.comparison else ():
            yield from _check_texts(file.node, targets)
    for paper in guide.papers.value or ():
        for condition in paper.when:
            yield from _check_condition(condition, view)
    yield from _check_seen(guide, view)
    if guide.comparison.value is not None:
        yield from _check_comparison(guide.comparison.value, view)


def guide_scalars(view: View) -> Iterator[Scalar]:
    """Every text of the guide."""
    guide: GuideFolder | None = view.folder.guide
    for file in () if guide is None else guide.files:
        yield from scalars(file.node)


def _indicators(view: View, current: EditionView) -> Declared[IndicatorFile]:
    """The indicators of all scored editions: an entry may be about one that has ended or is to come."""
    known = [edition.declared for edition in view.scored]
    return replace(
        current.declared,
        codes=tuple(code for each in known for code in each.codes),
        is_whole=all(each.is_whole for each in known),
    )


def _groups(file: DataFile[object]) -> Declared[Group]:
    codes = tuple(each for each in file.declarations if each.kind == "group")
    return Declared(
        kind="group",
        place=file.place,
        codes=codes,
        values={},
        is_whole=len(codes) == len(items(file.node, "groups")) > 0,
    )


def _check_groups(file: DataFile[object], groups: Declared[Group]) -> Iterator[Diagnostic]:
    """Groups without an entry."""
    used = {each.code for each in file.references if each.to.kind == "group"}
    for group in groups.codes:
        if group.code not in used and used <= set(groups.known):
            yield Diagnostic(
                code=Code.UNUSED,
                place=group.place,
                message=f'no entry belongs to the group "{group.code}"',
            )


def _check_cases(file: DataFile[object], targets: Targets) -> Iterator[Diagnostic]:
    for use in file.references:
        if use.to.kind == "case":
            message, hint = case_problem(use.code, targets)
            if message:
                yield Diagnostic(
                    code=Code.UNKNOWN_REFERENCE, place=use.place, message=message, hint=hint
                )


def _check_seen(guide: GuideFolder, view: View) -> Iterator[Diagnostic]:
    """Claims that send the reader to a question that nobody asks."""
    known = tuple(each.code for each in guide.faq.declarations if each.kind == "code")
    claims = guide.claims.value
    if guide.faq.node is None:
        return
    for claim in () if claims is None else claims.claims:
        if claim.see and claim.see not in known:
            yield Diagnostic(
                code=Code.UNKNOWN_REFERENCE,
                place=view.places.of(claim, "see"),
                message=f'there is no question "{claim.see}"',
                hint=choice_hint(claim.see, known),
            )


def _check_condition(condition: Condition, view: View) -> Iterator[Diagnostic]:
    """A condition on an answer that its question can't have."""
    question = view.questions.get(condition.question)
    if question is None:
        return
    if condition.at_least is not None and question.kind not in _NUMBERS:
        yield Diagnostic(
            code=Code.WRONG_KIND,
            place=view.places.of(condition, "at_least"),
            message=f"at_least needs a question that asks for a number, this one is a {question.kind}",
        )
    for key, answer in (("is_", condition.is_), ("is_not", condition.is_not)):
        if answer is not None:
            yield from _check_answer(as_written(answer), view.places.of(condition, key), question)


def _check_answer(text: str, place: Place, question: QuestionText) -> Iterator[Diagnostic]:
    known = ("true", "false") if question.kind is Kind.YES_NO else choice_codes(question)
    if text not in known:
        yield Diagnostic(
            code=Code.UNKNOWN_REFERENCE,
            place=place,
            message=f'the question has no answer "{text}"',
            hint=choice_hint(text, known),
        )


def _check_comparison(comparison: Comparison, view: View) -> Iterator[Diagnostic]:
    """Editions that are not there, and texts of cells, each under its own edition."""
    places = view.places
    by_name: dict[str, EditionView] = {edition.name: edition for edition in view.editions}
    for row in comparison.rows:
        yield from _check_editions(
            ((name, places.of_key(row, "cells", name)) for name in row.cells), tuple(by_name)
        )
        for name, cell in row.cells.items():
            if name in by_name:
                targets = text_targets_of(view, by_name[name])
                yield from _check_texts(places.node(cell), targets)


def _check_editions(
    used: Iterable[tuple[str, Place]], known: tuple[str, ...]
) -> Iterator[Diagnostic]:
    for edition, place in used:
        if edition not in known:
            yield Diagnostic(
                code=Code.UNKNOWN_REFERENCE,
                place=place,
                message=f'there is no edition "{edition}" to compare here',
                hint=choice_hint(edition, known),
            )


def _check_texts(node: Node | None, targets: Targets) -> Iterator[Diagnostic]:
    for text in scalars(node):
        for mistake in mistakes(text.text, targets):
            yield Diagnostic(
                code=mistake.code,
                place=place_within(text, mistake.part.split("\n", maxsplit=1)[0]),
                message=mistake.message,
                hint=mistake.hint,
            )
