"""Passages that a text says only while a yardstick is not established: ``{% if unestablished("…", "2026-07") %}``."""

import re
from dataclasses import dataclass, replace

from generator.policy.dates import is_month
from generator.policy.messages import choice_hint
from generator.policy.yardsticks import History, YardsticksText

_STATEMENT = re.compile(r"\{%.*?(?:%\}|$)|\{#.*?(?:#\}|$)", re.MULTILINE)
_WORDS = re.compile(r"\{%-?\s*(.*?)\s*-?%\}")
_IF = re.compile(r"""if (not )?unestablished\(\s*["']([^"']*)["']\s*,\s*["']([^"']*)["']\s*\)""")
_HINT = 'write {% if unestablished("reference_level", "2026-07") %} … {% else %} … {% endif %}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement in a text; ``problem`` and ``hint`` are empty where nothing is wrong with it."""

    start: int
    part: str
    problem: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """The statements of a text, and what of it is not said with the yardsticks of today."""

    statements: tuple[Statement, ...]
    unsaid: tuple[range, ...]

    def says(self, position: int) -> bool:
        """Whether what stands at that position is said."""
        return not any(position in part for part in self.unsaid)


def conditions(text: str, yardsticks: YardsticksText | None) -> Conditions:
    """What a text says on conditions; without yardsticks all is taken as said."""
    statements: list[Statement] = []
    unsaid: list[range] = []
    opened: _Branch | None = None
    for found in _STATEMENT.finditer(text):
        words = _WORDS.fullmatch(found[0])
        said = "" if words is None else words[1]
        problem, hint = _problem(said, is_open=opened is not None)
        statement = Statement(start=found.start(), part=found[0], problem=problem, hint=hint)
        statements.append(statement)
        if opened is not None and not opened.is_said:
            unsaid.append(range(opened.start, found.start()))
        if said.startswith("if "):
            is_said = bool(problem) or yardsticks is None or _holds(said, yardsticks)
            opened = _Branch(opening=statement, start=found.end(), is_said=is_said)
        elif said == "else" and opened is not None:
            is_said = yardsticks is None or bool(opened.opening.problem) or not opened.is_said
            opened = _Branch(opening=opened.opening, start=found.end(), is_said=is_said)
        elif said == "endif":
            opened = None
    if opened is not None and not opened.opening.problem:
        problem, hint = "this condition has no end", "end it with {% endif %}"
        statements.append(replace(opened.opening, problem=problem, hint=hint))
    return Conditions(statements=tuple(statements), unsaid=tuple(unsaid))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Branch:
    """A part between two statements, not yet ended."""

    opening: Statement
    start: int
    is_said: bool


def _holds(condition: str, yardsticks: YardsticksText) -> bool:
    found = _IF.fullmatch(condition)
    return found is not None and yardsticks.is_open(History(found[2]), found[3]) != bool(found[1])


def _problem(said: str, *, is_open: bool) -> tuple[str, str]:
    """What is wrong with a statement, and a hint; two empty texts where nothing is."""
    found = _IF.fullmatch(said)
    if said in ("else", "endif"):
        return ("", "") if is_open else (f"{{% {said} %}} ends no condition", _HINT)
    if found is None:
        return "texts know no such statement", _HINT
    if is_open:
        return "a condition inside another", "end the one before with {% endif %}"
    known = tuple(each.value for each in History)
    if found[2] not in known:
        return f"there is no yardstick {found[2]}", choice_hint(found[2], known)
    if not is_month(found[3]):
        return f'"{found[3]}" is not a month', 'write a month such as "2026-07"'
    return "", ""
