"""Do rules use questions and readings of the right kind, and only choices that these have?"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from generator.checking.rule_parts import kind_of, marked
from generator.checking.view import EditionView, IndicatorView, View, tables
from generator.diagnostics import Code, Diagnostic, Note
from generator.loading.scalar_fitting import choice_hint
from generator.reading import Node, Scalar, Table
from generator.reading.nodes import follow, items, scalar
from generator.scoring.facts import WindowEnd
from generator.scoring.questions import Kind
from generator.scoring.rules.declared import Asks, Behind, ChoiceOf, Follows
from generator.scoring.yardsticks import Unestablished

_CONDITION_KINDS: Mapping[str, tuple[Kind, ...]] = {
    "answer": (Kind.YES_NO,),
    "months": (Kind.COUNT,),
    "this_month": (Kind.YES_NO,),
}


def check_choices(view: View) -> Iterator[Diagnostic]:
    """Wrong kinds of questions, readings that a key can't use, choices that are not there."""
    yield from _check_readings(view)
    yield from _check_asked_if(view)
    for edition in view.scored:
        end = scalar(edition.node, "window_end")
        yield from _check_reading("window_end", end, WindowEnd, view)
        for indicator in edition.indicators:
            rule = follow(indicator.node, "rule")
            yield from _check_kinds(rule, view)
            yield from _check_section(indicator, rule)
            for part, follows in marked(rule, Follows):
                yield from _check_reading(part.name, part.node, follows.choices, view)
            yield from _check_rule_choices(rule, view)
        for condition in edition.folder.conditions:
            yield from _check_condition(condition.file.node, view)
        yield from _check_exclusive(edition)


def _check_condition(node: Node | None, view: View) -> Iterator[Diagnostic]:
    kind, question = scalar(node, "rule", "kind"), scalar(node, "rule", "question")
    if kind is not None and question is not None:
        yield from _check_kind(question, _CONDITION_KINDS.get(kind.text, ()), view)


def choice_codes(owner: Table | None) -> tuple[str, ...]:
    """The codes of a question's or reading's choices."""
    found = (scalar(choice, "code") for choice in items(owner, "choices"))
    return tuple(code.text for code in found if code is not None)


def _check_readings(view: View) -> Iterator[Diagnostic]:
    yardsticks = view.folder.yardsticks.node
    reading = scalar(yardsticks, "unestablished")
    yield from _check_reading("unestablished", reading, Unestablished, view)
    for table in tables(items(view.folder.readings.node)):
        yield from _check_choice(scalar(table, "default"), table, "reading")


def _check_asked_if(view: View) -> Iterator[Diagnostic]:
    for table in tables(items(view.folder.questions.node, "questions")):
        other = scalar(table, "asked_if", "question")
        asked = view.questions.get(None if other is None else other.text)
        for key in ("is", "is_not"):
            answer = scalar(table, "asked_if", key)
            kind = _kind(asked)
            if answer is None or kind is None:
                continue
            if kind is Kind.CHOICE:
                yield from _check_choice(answer, asked, "question")
            elif kind is not Kind.YES_NO or answer.text not in {"true", "false"}:
                yield Diagnostic(
                    code=Code.WRONG_KIND,
                    place=answer.place,
                    message=f'"{answer.text}" can\'t be an answer here',
                    hint="only choices (by their code) and yes-or-no questions (true, false) can be asked for",
                )


def _check_kinds(rule: Node | None, view: View) -> Iterator[Diagnostic]:
    for part, asks in marked(rule, Asks):
        if isinstance(part.node, Scalar):
            yield from _check_kind(part.node, asks.kinds, view)
            if asks.in_window:
                yield from _check_window(part.node, view)


def _check_kind(question: Scalar, allowed: tuple[Kind, ...], view: View) -> Iterator[Diagnostic]:
    declared = view.questions.get(question.text)
    kind = _kind(declared)
    if declared is None or kind is None or kind in allowed:
        return
    needed = " or ".join(allowed)
    yield Diagnostic(
        code=Code.WRONG_KIND,
        place=question.place,
        message=f"{question.text} is a question of kind {kind}, the rule needs {needed}",
        hint=f"name a question of kind {needed}, or correct the question's kind",
        notes=(Note(place=declared.place, text="the question stands here"),),
    )


def _check_window(question: Scalar, view: View) -> Iterator[Diagnostic]:
    """A tier says its window and multiple in a sentence; both come from the question's ``from_ledger``."""
    declared = view.questions.get(question.text)
    if declared is None or _kind(declared) is not Kind.COUNT:
        return
    missing = [
        key for key in ("window_months", "multiple") if follow(declared, "from_ledger", key) is None
    ]
    if missing:
        yield Diagnostic(
            code=Code.WRONG_KIND,
            place=question.place,
            message=f"{question.text} can't be a tier: its from_ledger lacks {' and '.join(missing)}",
            hint="a tier's question says from_ledger: {window_months: 48, multiple: 1}",
            notes=(Note(place=declared.place, text="the question stands here"),),
        )


def _check_section(indicator: IndicatorView, rule: Node | None) -> Iterator[Diagnostic]:
    kind, known = scalar(rule, "kind"), kind_of(rule)
    if kind is not None and known is not None and indicator.section not in known.sections:
        where = " or ".join(known.sections)
        yield Diagnostic(
            code=Code.WRONG_KIND,
            place=kind.place,
            message=f"a rule of kind {kind.text} belongs to {where}, this file lies in {indicator.section}",
            hint=f"move the file to indicators/{known.sections[0]}/, or correct the kind",
        )


def _check_reading(
    key: str, reading: Node | None, choices: type[StrEnum], view: View
) -> Iterator[Diagnostic]:
    declared = view.readings.get(reading.text) if isinstance(reading, Scalar) else None
    if not isinstance(reading, Scalar) or declared is None:
        return
    found, needed = choice_codes(declared), tuple(choices)
    is_whole = len(found) == len(items(declared, "choices")) > 0
    if is_whole and set(found) != set(needed):
        yield Diagnostic(
            code=Code.READING_MISMATCH,
            place=reading.place,
            message=f'{key} needs a reading with the choices {", ".join(needed)}; "{reading.text}" has {", ".join(found)}',
            hint="name the reading that belongs to this key, or give its choices these codes",
            notes=(Note(place=declared.place, text="the reading stands here"),),
        )


def _check_rule_choices(rule: Node | None, view: View) -> Iterator[Diagnostic]:
    for part, choice_of in marked(rule, ChoiceOf):
        question = part.beside(choice_of.field)
        declared = view.questions.get(None if question is None else question.text)
        if isinstance(part.node, Scalar):
            yield from _check_choice(part.node, declared, "question")
    gated = [part for part, _ in marked(rule, Behind)]
    gate = follow(rule, "gate")
    if gated and gate is None:
        yield Diagnostic(
            code=Code.NO_ROW,
            place=gated[0].owners[0].place,
            message="an option is gated, but the rule has no gate",
            hint="add gate: {question: …, months: …}, or take gated out",
        )
    if gate is not None and not gated and items(rule, "options"):
        yield Diagnostic(
            code=Code.NO_ROW,
            place=gate.place,
            message="the rule has a gate, but no option is gated",
            hint="add gated: true to the options behind it, or take the gate out",
        )


def _check_choice(choice: Scalar | None, owner: Table | None, kind: str) -> Iterator[Diagnostic]:
    known = choice_codes(owner)
    whole = len(known) == len(items(owner, "choices")) > 0
    if choice is None or owner is None or not whole or choice.text in known:
        return
    yield Diagnostic(
        code=Code.UNKNOWN_REFERENCE,
        place=choice.place,
        message=f'the {kind} has no choice "{choice.text}"',
        hint=choice_hint(choice.text, known),
        notes=(Note(place=owner.place, text=f"the {kind} stands here"),),
    )


def _check_exclusive(edition: EditionView) -> Iterator[Diagnostic]:
    seen: dict[str, Scalar] = {}
    for group in items(edition.node, "exclusive"):
        for member in items(group, "members"):
            if not isinstance(member, Scalar):
                continue
            if member.text in seen:
                yield Diagnostic(
                    code=Code.DUPLICATE_CODE,
                    place=member.place,
                    message=f'"{member.text}" is already a member of an exclusive group',
                    notes=(Note(place=seen[member.text].place, text="it is a member here"),),
                )
            seen.setdefault(member.text, member)


def _kind(question: Table | None) -> Kind | None:
    found = scalar(question, "kind")
    return Kind(found.text) if found is not None and found.text in set(Kind) else None
