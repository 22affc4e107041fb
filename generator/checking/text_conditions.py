"""Passages that a text says only while a yardstick is not established: ``{% if unestablished("…", "2026-07") %}``."""

import re
from dataclasses import dataclass

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
    opened: tuple[Statement, int, bool] | None = None
    """The ``if`` that is open, where its present branch begins, and whether that is said."""
    for found in _STATEMENT.finditer(text):
        start, part, end = found.start(), found[0], found.end()
        words = _WORDS.fullmatch(part)
        said = "" if words is None else words[1]
        condition = _IF.fullmatch(said)
        problem, hint = "", ""
        if condition is not None:
            problem, hint = _problem(condition[2], condition[3])
            if opened is not None:
                problem, hint = "a condition inside another", "end the one before with {% endif %}"
        elif said not in ("else", "endif"):
            problem, hint = "texts know no such statement", _HINT
        elif opened is None:
            problem, hint = f"{{% {said} %}} ends no condition", _HINT
        statements.append(Statement(start=start, part=part, problem=problem, hint=hint))
        if problem:
            continue
        if opened is not None and not opened[2]:
            unsaid.append(range(opened[1], start))
        if condition is not None:
            is_open = yardsticks is None or yardsticks.is_open(History(condition[2]), condition[3])
            opened = statements[-1], end, is_open != bool(condition[1]) or yardsticks is None
        elif said == "else" and opened is not None:
            opened = opened[0], end, not opened[2] or yardsticks is None
        else:
            opened = None
    if opened is not None:
        first = opened[0]
        hint = "end it with {% endif %}"
        broken = Statement(
            start=first.start, part=first.part, problem="this condition has no end", hint=hint
        )
        statements.append(broken)
    return Conditions(statements=tuple(statements), unsaid=tuple(unsaid))


def _problem(history: str, month: str) -> tuple[str, str]:
    known = tuple(each.value for each in History)
    if history not in known:
        return f"there is no yardstick {history}", choice_hint(history, known)
    if not is_month(month):
        return f'"{month}" is not a month', 'write a month such as "2026-07"'
    return "", ""
