"""Do the references in Markdown texts lead to figures and cases that are there?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checking.view import Declared, EditionView, View, tables
from generator.diagnostics import Code, Diagnostic, Place, nearest
from generator.loading.fitting import choice_hint, is_month
from generator.reading import Listing, Node, Scalar, Table, TextFile
from generator.reading.nodes import follow, items, scalar

_REFERENCE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_CALL = re.compile(r"""\s*([a-z_]+)\(\s*(?:"([^"]*)"|'([^']*)')\s*\)\s*""")
_NAME = re.compile(r"\s*([a-z_]+(?:\.[a-z_]+)*)\s*")
_STEP = re.compile(r"[^.\[\]]+")
_STATEMENT = re.compile(r"\{%.*?(?:%\}|$)|\{#.*?(?:#\}|$)", re.MULTILINE)

_NAMES = ("standard_score", "edition.title", "edition.in_force.from", "edition.in_force.to")
_QUESTION_CALLS = {"multiple": "multiple", "window": "window_months"}
"""What a reference asks of a question's ``from_ledger``."""
_FACT_CALLS = ("fact", "certainty")
_CALLS = (
    "figure",
    "case",
    "reference_level",
    "statutory_average",
    *_FACT_CALLS,
    *_QUESTION_CALLS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Targets:
    """What references can lead to: the newest scored edition, all cases, facts, questions and the yardsticks."""

    edition: EditionView
    cases: frozenset[str]
    cases_are_whole: bool
    yardsticks: Node | None
    facts: Declared
    questions: Declared


def check_texts(view: View) -> Iterator[Diagnostic]:
    """References that can't be read or lead nowhere."""
    if view.current is None:
        return
    files = [file for edition in view.editions for file in edition.folder.cases.values()]
    names = (scalar(case, "case") for file in files for case in tables(items(file.node)))
    targets = _Targets(
        edition=view.current,
        cases=frozenset(name.text for name in names if name is not None),
        cases_are_whole=all(file.node is not None for file in files),
        yardsticks=view.folder.yardsticks.node,
        facts=view.facts,
        questions=view.questions,
    )
    texts = [text for edition in view.editions for text in edition.folder.texts.values()]
    for text in (*texts, *view.folder.pages.values()):
        yield from _check_text(text, targets)


def _check_text(text: TextFile, targets: _Targets) -> Iterator[Diagnostic]:
    for found in _STATEMENT.finditer(text.text):
        yield _broken(
            text, found.start(), found[0], "statements and comments are not used in texts"
        )
    end = 0
    for found in _REFERENCE.finditer(text.text):
        yield from _check_braces(text, end, found.start())
        yield from _check_reference(text, found, targets)
        end = found.end()
    yield from _check_braces(text, end, len(text.text))


def _check_braces(text: TextFile, start: int, end: int) -> Iterator[Diagnostic]:
    for braces in ("{{", "}}"):
        position = text.text.find(braces, start, end)
        if position >= 0:
            yield _broken(text, position, braces, f"{braces} has no partner")


def _check_reference(
    text: TextFile, found: re.Match[str], targets: _Targets
) -> Iterator[Diagnostic]:
    call, name = _CALL.fullmatch(found[1]), _NAME.fullmatch(found[1])
    place = _place(text, found.start(), found[0])
    problem, hint = "", ""
    if call is not None and call[1] in _CALLS:
        problem, hint = _problem(call[1], call[2] or call[3] or "", targets)
    elif call is not None:
        problem, hint = f"there is no {call[1]}(…) to refer to", choice_hint(call[1], _CALLS)
    elif name is None:
        yield _broken(text, found.start(), found[0], "this reference can't be read")
    elif name[1] not in _NAMES:
        problem, hint = f"there is no {name[1]} to refer to", choice_hint(name[1], _NAMES)
    if problem:
        yield Diagnostic(code=Code.UNKNOWN_TEXT_REFERENCE, place=place, message=problem, hint=hint)


def _problem(call: str, argument: str, targets: _Targets) -> tuple[str, str]:
    """What is wrong with the call's argument, and a hint; two empty texts where nothing is."""
    if call == "figure":
        return _figure_problem(argument, targets.edition)
    if call == "case":
        if argument in targets.cases or not targets.cases_are_whole:
            return "", ""
        close = nearest(argument, targets.cases)
        hint = f"did you mean “{close}”?" if close else "give the whole sentence of a case"
        return f"there is no case “{argument}”", hint
    if call in _FACT_CALLS:
        return _unless_declared(argument, targets.facts)
    if call in _QUESTION_CALLS:
        return _question_problem(argument, _QUESTION_CALLS[call], targets.questions)
    if not is_month(argument):
        return f'"{argument}" is not a month', 'write a month such as "2026-06"'
    periods = list(tables(items(targets.yardsticks, call)))
    spans = [(scalar(period, "from"), scalar(period, "to")) for period in periods]
    whole = [(first.text, last.text) for first, last in spans if first and last]
    if len(whole) < len(spans) or not whole or any(a <= argument <= b for a, b in whole):
        return "", ""
    hint = f"it is known from {whole[0][0]} to {whole[-1][1]}"
    return f"{call} is not established for {argument}", hint


def _unless_declared(code: str, declared: Declared) -> tuple[str, str]:
    if code in declared.tables or (declared.tables and not declared.is_whole):
        return "", ""
    return f'there is no {declared.kind} "{code}"', choice_hint(code, tuple(declared.tables))


def _question_problem(code: str, key: str, questions: Declared) -> tuple[str, str]:
    problem, hint = _unless_declared(code, questions)
    if problem or code not in questions.tables:
        return problem, hint
    if scalar(questions.tables[code], "from_ledger", key) is None:
        return f"the question {code} has no {key}", "name a question of months in a window"
    return "", ""


def _figure_problem(path: str, edition: EditionView) -> tuple[str, str]:
    code, *steps = _STEP.findall(path) or [""]
    node: Node | None = edition.declared.get(code)
    if node is None:
        if not edition.declared.is_whole:
            return "", ""
        hint = choice_hint(code, tuple(edition.declared.tables))
        return f'the edition {edition.name} has no indicator "{code}"', hint
    if steps[:1] != ["rule"]:
        hint = f"a figure's path goes on with rule: {code}.rule.…"
        return f'"{path}" is no figure of the rule', hint
    if follow(node, "rule") is None:
        return "", ""
    for position, step in enumerate(steps):
        following = _step(node, step)
        if following is None:
            known = _known_steps(node)
            where = ".".join((code, *steps[:position]))
            return f'"{path}" leads nowhere: {where} has no "{step}"', choice_hint(step, known)
        node = following
    if not isinstance(node, Scalar):
        return f'"{path}" is no single figure', choice_hint("", _known_steps(node))
    return "", ""


def _step(node: Node | None, step: str) -> Node | None:
    if isinstance(node, Table):
        return node.get(step)
    if isinstance(node, Listing):
        if step.isascii() and step.isdecimal() and len(step) < 4 and int(step) < len(node.items):
            return node.items[int(step)]
        for row in node.items:
            keys = (scalar(row, "choice"), scalar(row, "question"))
            if any(key is not None and key.text == step for key in keys):
                return row
    return None


def _known_steps(node: Node | None) -> tuple[str, ...]:
    if isinstance(node, Table):
        return tuple(entry.key.text for entry in node.entries)
    rows = items(node)
    keys = (scalar(row, "choice") or scalar(row, "question") for row in rows)
    return tuple(str(at) if key is None else key.text for at, key in enumerate(keys))


def _broken(text: TextFile, start: int, part: str, message: str) -> Diagnostic:
    place = _place(text, start, part)
    return Diagnostic(code=Code.BROKEN_TEXT_REFERENCE, place=place, message=message)


def _place(text: TextFile, start: int, part: str) -> Place:
    before = text.text[:start].split("\n")
    return Place(
        source=text.source,
        line=len(before),
        column=len(before[-1]) + 1,
        length=len(part.partition("\n")[0]),
    )
