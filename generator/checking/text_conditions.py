"""Passages that a text says on a condition.

``{% if unestablished("…", "2026-07") %}``: only while a yardstick is not established. ``{% if has_indicator("…") %}``: only of
editions that have the indicator.
"""

import re
from dataclasses import dataclass, replace

from generator.policy.dates import is_month
from generator.policy.messages import choice_hint
from generator.policy.yardsticks import History, YardsticksText

_STATEMENT = re.compile(r"\{%.*?(?:%\}|$)|\{#.*?(?:#\}|$)", re.MULTILINE)
_WORDS = re.compile(r"\{%-?\s*(.*?)\s*-?%\}")
_TEXT = r"""\s*["']([^"']*)["']\s*"""
_IF = re.compile(rf"if (not )?(?:unestablished\({_TEXT},{_TEXT}\)|has_indicator\({_TEXT}\))")
_HINT = (
    'write {% if unestablished("reference_level", "2026-07") %} or {% if has_indicator("age") %} … '
    "{% else %} … {% endif %}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What conditions ask about: the yardsticks, None where they can't be told, and an edition's indicators."""

    yardsticks: YardsticksText | None
    indicators: frozenset[str]
    all_indicators: tuple[str, ...]
    """Those of any edition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement in a text; ``problem`` and ``hint`` are empty where nothing is wrong with it."""

    start: int
    part: str
    problem: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """The statements of a text, and what of it is not said of the edition with the yardsticks of today."""

    statements: tuple[Statement, ...]
    unsaid: tuple[range, ...]

    def says(self, position: int) -> bool:
        """Whether what stands at that position is said."""
        return not any(position in part for part in self.unsaid)


def conditions(text: str, known: Knowledge) -> Conditions:
    """What a text says on conditions; what can't be told, all of it, is taken as said."""
    statements: list[Statement] = []
    unsaid: list[range] = []
    opened: _Branch | None = None
    for found in _STATEMENT.finditer(text):
        words = _WORDS.fullmatch(found[0])
        said = "" if words is None else words[1]
        problem, hint = _problem(said, known, is_open=opened is not None)
        statement = Statement(start=found.start(), part=found[0], problem=problem, hint=hint)
        statements.append(statement)
        if opened is not None and opened.holds is False:
            unsaid.append(range(opened.start, found.start()))
        if said.startswith("if "):
            holds = None if problem else _holds(said, known)
            opened = _Branch(opening=statement, start=found.end(), holds=holds)
        elif said == "else" and opened is not None:
            holds = None if opened.holds is None else not opened.holds
            opened = _Branch(opening=opened.opening, start=found.end(), holds=holds)
        elif said == "endif":
            opened = None
    if opened is not None and not opened.opening.problem:
        problem, hint = "this condition has no end", "end it with {% endif %}"
        statements.append(replace(opened.opening, problem=problem, hint=hint))
    return Conditions(statements=tuple(statements), unsaid=tuple(unsaid))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Branch:
    """A part between two statements, not yet ended; ``holds`` is None where that can't be told."""

    opening: Statement
    start: int
    holds: bool | None


def _holds(condition: str, known: Knowledge) -> bool | None:
    """Tell whether a condition without a problem holds; None where the yardsticks can't be told."""
    found = _IF.fullmatch(condition)
    assert found is not None
    if found[4] is not None:
        return (found[4] in known.indicators) != bool(found[1])
    if known.yardsticks is None:
        return None
    return known.yardsticks.is_open(History(found[2]), found[3]) != bool(found[1])


def _problem(said: str, known: Knowledge, *, is_open: bool) -> tuple[str, str]:
    """What is wrong with a statement, and a hint; two empty texts where nothing is."""
    found = _IF.fullmatch(said)
    if said in ("else", "endif"):
        return ("", "") if is_open else (f"{{% {said} %}} ends no condition", _HINT)
    if found is None:
        return "texts know no such statement", _HINT
    if is_open:
        return "a condition inside another", "end the one before with {% endif %}"
    if found[4] is not None:
        no_such = f"no edition has an indicator {found[4]}"
        hint = choice_hint(found[4], known.all_indicators)
        return ("", "") if found[4] in known.all_indicators else (no_such, hint)
    histories = tuple(each.value for each in History)
    if found[2] not in histories:
        return f"there is no yardstick {found[2]}", choice_hint(found[2], histories)
    if not is_month(found[3]):
        return f'"{found[3]}" is not a month', 'write a month such as "2026-07"'
    return "", ""
