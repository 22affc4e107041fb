"""Do rules use questions and readings of the right kind, and only choices that these have?"""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.checking.question_choices import check_choice, check_choice_of, check_question
from generator.checking.view import EditionView, IndicatorView, View
from generator.diagnostics import Code, Diagnostic, Note, Place
from generator.policy.marked import Marked, marked, singular, values_of
from generator.policy.places import Places
from generator.policy.yardsticks import NO_YARDSTICKS
from generator.scoring.condition_kinds.rule import ConditionRule
from generator.scoring.facts import WindowEnd
from generator.scoring.questions import FromLedger
from generator.scoring.rules.declared import Asks, Behind, ChoiceOf, Follows
from generator.scoring.rules.rule import Rule
from generator.scoring.yardsticks import Unestablished

if TYPE_CHECKING:
    from generator.scoring.model import Capped, Exclusive


def check_choices(view: View) -> Iterator[Diagnostic]:
    """Wrong kinds of questions, readings that a key can't use, choices that are not there."""
    yield from _check_readings(view)
    for question in view.questions.values.values():
        yield from check_question(question, view)
    for edition in view.scored:
        text = edition.text
        if text is not None:
            place = view.places.of(text, "window_end")
            yield from _check_reading("window_end", text.window_end, WindowEnd, place, view)
        for indicator in edition.indicators:
            if indicator.file is not None:
                yield from _check_section(indicator, indicator.file.rule, view)
                yield from _check_rule(indicator.file.rule, view)
                if indicator.file.only_if is not None:
                    for asking in marked(indicator.file.only_if, Asks):
                        yield from _check_asking(asking, view)
        for entry in edition.folder.conditions:
            if entry.file.value is not None:
                yield from _check_rule(entry.file.value.rule, view)
        yield from _check_exclusive(edition, view)


def _check_readings(view: View) -> Iterator[Diagnostic]:
    yardsticks = view.folder.yardsticks.value
    if yardsticks is not None and yardsticks is not NO_YARDSTICKS:
        place = view.places.of(yardsticks, "unestablished")
        code = yardsticks.unestablished
        yield from _check_reading("unestablished", code, Unestablished, place, view)
    for reading in view.readings.values.values():
        yield from check_choice(
            reading.default,
            view.places.of(reading, "default"),
            tuple(choice.code for choice in reading.choices),
            "reading",
            view.places.of(reading),
        )


def _check_rule(rule: Rule | ConditionRule, view: View) -> Iterator[Diagnostic]:
    for asking in marked(rule, Asks):
        yield from _check_asking(asking, view)
    for following in marked(rule, Follows):
        place = view.places.of(following.owner, following.field)
        choices, code = following.mark.choices, str(following.value)
        yield from _check_reading(following.field, code, choices, place, view)
    for choice in marked(rule, ChoiceOf):
        question = view.questions.get(str(choice.beside(choice.mark.field)))
        if question is not None:
            place = view.places.of(choice.owner, choice.field)
            codes = choice.value if isinstance(choice.value, tuple) else (choice.value,)
            for code in codes:
                yield from check_choice_of(str(code), place, question, view)
    yield from _check_behind(tuple(marked(rule, Behind)), view.places)


def _check_asking(asking: Marked[Asks], view: View) -> Iterator[Diagnostic]:
    """The question is of the right kind, and its count has a window and a multiple where the rule needs them."""
    code, allowed = str(asking.value), asking.mark.kinds
    question = view.questions.get(code)
    if question is None:
        return
    place = view.places.of(asking.owner, asking.field)
    notes = (Note(place=view.places.of(question), text="the question stands here"),)
    if question.kind not in allowed:
        needed = " or ".join(allowed)
        yield Diagnostic(
            code=Code.WRONG_KIND,
            place=place,
            message=f"{code} is a question of kind {question.kind}, the rule needs {needed}",
            hint=f"name a question of kind {needed}, or correct the question's kind",
            notes=notes,
        )
        return
    source = question.from_ledger or FromLedger()
    given = {"window_months": source.window_months, "multiple": source.multiple}
    missing = [key for key, value in given.items() if value is None]
    if asking.mark.in_window and missing:
        yield Diagnostic(
            code=Code.WRONG_KIND,
            place=place,
            message=f"{code} can't be a tier: its from_ledger lacks {' and '.join(missing)}",
            hint="a tier's question says from_ledger: {window_months: 48, multiple: 1}",
            notes=notes,
        )


def _check_section(indicator: IndicatorView, rule: Rule, view: View) -> Iterator[Diagnostic]:
    if indicator.section not in rule.sections:
        yield Diagnostic(
            code=Code.WRONG_KIND,
            place=view.places.of(rule, "kind"),
            message=f"a rule of kind {rule.kind} belongs to {' or '.join(rule.sections)},"
            f" this file lies in {indicator.section}",
            hint=f"move the file to indicators/{rule.sections[0]}/, or correct the kind",
        )


def _check_reading(
    key: str, code: str, choices: type[StrEnum], place: Place, view: View
) -> Iterator[Diagnostic]:
    declared = view.readings.get(code)
    if declared is None:
        return
    found = tuple(choice.code for choice in declared.choices)
    needed = tuple(choice.value for choice in choices)
    if set(found) != set(needed):
        yield Diagnostic(
            code=Code.READING_MISMATCH,
            place=place,
            message=f'{key} needs a reading with the choices {", ".join(needed)}; "{code}" has {", ".join(found)}',
            hint="name the reading that belongs to this key, or give its choices these codes",
            notes=(Note(place=view.places.of(declared), text="the reading stands here"),),
        )


def _check_behind(flags: tuple[Marked[Behind], ...], places: Places) -> Iterator[Diagnostic]:
    """Entries that need another key of the rule, and that key, are there together."""
    for behind in flags:
        opener = behind.beside(behind.mark.field)
        rows = behind.rows
        flagged = [row for row in rows if values_of(row).get(behind.field)]
        if behind.owner is not rows[0]:
            continue
        flag, field, entry = behind.field, behind.mark.field, singular(behind.list)
        if flagged and opener is None:
            yield Diagnostic(
                code=Code.NO_ROW,
                place=places.of(flagged[0]),
                message=f"an {entry} is {flag}, but the rule has no {field}",
                hint=f"add {field}: {{question: …, months: …}}, or take {flag} out",
            )
        if opener is not None and not flagged:
            yield Diagnostic(
                code=Code.NO_ROW,
                place=places.of(opener),
                message=f"the rule has a {field}, but no {entry} is {flag}",
                hint=f"add {flag}: true to the {behind.list} behind it, or take the {field} out",
            )


def _check_exclusive(edition: EditionView, view: View) -> Iterator[Diagnostic]:
    seen: dict[str, Place] = {}
    text = edition.text
    groups: list[Exclusive | Capped] = [] if text is None else [*text.exclusive, *text.capped]
    for group in groups:
        for position, member in enumerate(group.members):
            place = view.places.of(group, "members", position)
            if member in seen:
                yield Diagnostic(
                    code=Code.DUPLICATE_CODE,
                    place=place,
                    message=f'"{member}" is already a member of a group',
                    notes=(Note(place=seen[member], text="it is a member here"),),
                )
            seen.setdefault(member, place)
