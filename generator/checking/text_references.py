"""References in prose, such as ``{{ figure("age.rule.cap") }}``: can they be read, and do they lead somewhere?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.checking.figure_references import NOTHING, Problem, figure_problem
from generator.checking.parts import references
from generator.checking.text_conditions import Codes, Knowledge, conditions
from generator.checking.text_targets import Targets
from generator.checking.view import Declared
from generator.diagnostics import Code, nearest
from generator.policy.dates import is_month
from generator.policy.facts import Fact
from generator.policy.messages import choice_hint
from generator.policy.sources import Document
from generator.policy.yardsticks import LAST, History

_ARGUMENT = r"""(?:"([^"]*)"|'([^']*)')"""
_CALL = re.compile(rf"\s*([a-z_]+)\(\s*{_ARGUMENT}(?:\s*,\s*{_ARGUMENT})?\s*\)\s*")
_NAME = re.compile(r"\s*([a-z_]+(?:\.[a-z_]+)*)\s*")

_NAMES = (
    "standard_score",
    "edition.title",
    "edition.in_force.from",
    "edition.in_force.to",
    "edition.in_force.says",
)
_QUESTION_CALLS = {"multiple": "multiple", "window": "window_months"}
"""What a reference asks of a question's ``from_ledger``."""
_YARDSTICK_CALLS = tuple(each.value for each in History)
_OPEN_CALL = "unestablished_from"
_PRODUCT_CALLS = {"level_at": History.REFERENCE_LEVEL, "average_at": History.STATUTORY_AVERAGE}
"""A question's multiple of a yardstick: two arguments, the question and the month."""
_FIGURE_CALLS = ("figure", "duration")
_FACT_CALLS = ("fact", "certainty")
_DOCUMENT_CALLS = ("official", "basis")
_POLICY_CALL = "policy"
"""Two arguments, the code of another policy and the words of the link; which others there are only the site knows."""
PICTURES = ("lanes", "year")
"""What the head of a page may draw."""
_CALLS = (
    "picture",
    *_FIGURE_CALLS,
    "case",
    *_YARDSTICK_CALLS,
    _OPEN_CALL,
    *_PRODUCT_CALLS,
    *_FACT_CALLS,
    *_DOCUMENT_CALLS,
    *_QUESTION_CALLS,
    _POLICY_CALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A part of a text that is wrong; ``start`` counts from the beginning of the text."""

    start: int
    part: str
    code: Code
    message: str
    hint: str


def mistakes(text: str, targets: Targets) -> Iterator[Mistake]:
    """References that can't be read or lead nowhere."""
    known = Knowledge(
        yardsticks=targets.yardsticks if targets.yardsticks_are_whole else None,
        editions={
            "has_indicator": Codes(
                own=frozenset(targets.edition.declared.known), of_any=targets.all_indicators
            ),
            "asks": Codes(own=targets.asked, of_any=targets.all_asked),
        },
    )
    passages = conditions(text, known)
    for each in passages.statements:
        if each.problem:
            yield _broken(each.start, each.part, each.problem, each.hint)
    unsaid = replace(targets, is_said=False)
    end = 0
    for start, after in references(text):
        yield from _braces(text, end, start)
        yield from _mistake(start, text[start:after], targets if passages.says(start) else unsaid)
        end = after
    yield from _braces(text, end, len(text))


def facts_used(text: str) -> Iterator[str]:
    """The codes of the facts that a text gives."""
    for start, end in references(text):
        call = _CALL.fullmatch(text, start + 2, end - 2)
        if call is not None and call[1] in _FACT_CALLS:
            yield call[2] or call[3] or ""


def case_problem(name: str, targets: Targets) -> Problem:
    """What is wrong with the name of a case."""
    if name in targets.cases or not targets.cases_are_whole:
        return NOTHING
    close = nearest(name, targets.cases)
    hint = f"did you mean “{close}”?" if close else "give the whole sentence of a case"
    return f"there is no case “{name}”", hint


def _braces(text: str, start: int, end: int) -> Iterator[Mistake]:
    for braces in ("{{", "}}"):
        position = text.find(braces, start, end)
        if position >= 0:
            yield _broken(position, braces, f"{braces} has no partner")


def _mistake(start: int, part: str, targets: Targets) -> Iterator[Mistake]:
    inside = part[2:-2]
    call, name = _CALL.fullmatch(inside), _NAME.fullmatch(inside)
    if call is not None and call[1] in _CALLS:
        first, second = call[2] or call[3] or "", call[4] or call[5]
        message, hint = _problem(call[1], first, second, targets)
    elif call is not None:
        message = f"there is no {call[1]}(…) to refer to"
        hint = choice_hint(call[1], _CALLS)
    elif name is None:
        yield _broken(start, part, "this reference can't be read")
        return
    elif name[1] not in _NAMES:
        message = f"there is no {name[1]} to refer to"
        hint = choice_hint(name[1], _NAMES)
    else:
        return
    if message:
        yield Mistake(
            start=start,
            part=part,
            code=Code.UNKNOWN_TEXT_REFERENCE,
            message=message,
            hint=hint,
        )


def _problem(call: str, argument: str, second: str | None, targets: Targets) -> Problem:
    takes_two = call in (*_PRODUCT_CALLS, _POLICY_CALL)
    if takes_two != (second is not None):
        return f"{call} takes {'two arguments' if takes_two else 'one argument'}", ""
    if call == _POLICY_CALL:
        return NOTHING
    if call in _FIGURE_CALLS:
        return figure_problem(argument, targets)
    if call == "case":
        return case_problem(argument, targets)
    if call == "picture":
        return (
            NOTHING
            if argument in PICTURES
            else (f"there is no picture {argument}", choice_hint(argument, PICTURES))
        )
    if call == _OPEN_CALL:
        return _unless_declared("yardstick", argument, _YARDSTICK_CALLS, is_whole=True)
    if call in _FACT_CALLS:
        return _fact_problem(argument, targets.facts)
    if call in _DOCUMENT_CALLS:
        return _document_problem(call, argument, targets.documents)
    if call in _QUESTION_CALLS:
        return _question_problem(argument, _QUESTION_CALLS[call], targets)
    if second is not None:
        of_question = _question_problem(argument, "multiple", targets)
        return of_question if of_question[0] else _month_problem(second, call, targets)
    return _month_problem(argument, call, targets)


def _month_problem(month: str, call: str, targets: Targets) -> Problem:
    if month == LAST:
        return NOTHING
    if not is_month(month):
        return f'"{month}" is not a month', 'write a month such as "2026-06", or "last"'
    if not targets.is_said or targets.yardsticks is None or not targets.yardsticks_are_whole:
        return NOTHING
    history = _PRODUCT_CALLS[call] if call in _PRODUCT_CALLS else History(call)
    if not targets.yardsticks.is_open(history, month):
        return NOTHING
    periods = targets.yardsticks.periods(history)
    if not periods:
        return f"there is no {history}: the policy has no yardsticks.yaml", "take the reference out"
    hint = f"it is known from {periods[0].from_} to {periods[-1].to}"
    return f"{history} is not established for {month}", hint


def _fact_problem(code: str, facts: Declared[Fact]) -> Problem:
    return _unless_declared("fact", code, facts.known, is_whole=facts.is_whole)


def _document_problem(call: str, argument: str, documents: Declared[Document]) -> Problem:
    """``basis`` takes several documents, each perhaps with its clause; ``official`` one that pages may open."""
    codes = [each.partition("：")[0] for each in argument.split()]
    for code in codes if call == "basis" else [argument]:
        problem = _unless_declared("document", code, documents.known, is_whole=documents.is_whole)
        if problem[0]:
            return problem
    document = documents.get(argument)
    if call == "official" and document is not None and not document.official_address:
        return f"the document {argument} has no address that pages may open", "one with https://"
    return NOTHING


def _question_problem(code: str, key: str, targets: Targets) -> Problem:
    """What is not said of an edition may speak of a question that it doesn't ask."""
    questions, edition = targets.questions, targets.edition
    problem = _unless_declared("question", code, questions.known, is_whole=questions.is_whole)
    question = questions.get(code)
    if problem[0] or question is None:
        return problem
    source = question.from_ledger
    given = {
        "multiple": None if source is None else source.multiple,
        "window_months": None if source is None else source.window_months,
    }
    if given[key] is None:
        return f"the question {code} has no {key}", "name a question of months in a window"
    if targets.is_said and targets.asked is not None and code not in targets.asked:
        hint = f'write it between {{% if asks("{code}") %}} and {{% endif %}}'
        return f"the edition {edition.name} does not ask the question {code}", hint
    return NOTHING


def _unless_declared(kind: str, code: str, known: tuple[str, ...], *, is_whole: bool) -> Problem:
    if code in known or not is_whole:
        return NOTHING
    return f'there is no {kind} "{code}"', choice_hint(code, known)


def _broken(start: int, part: str, message: str, hint: str = "") -> Mistake:
    return Mistake(
        start=start, part=part, code=Code.BROKEN_TEXT_REFERENCE, message=message, hint=hint
    )
