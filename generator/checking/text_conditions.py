"""Passages that a text says on a condition.

``{% if unestablished("…", "2026-07") %}``: only while a yardstick is not established. ``{% if has_indicator("…") %}``: only of
editions that have the indicator. ``{% if asks("…") %}``: only of those that ask the question.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.policy.dates import is_month
from generator.policy.messages import choice_hint
from generator.policy.yardsticks import History, YardsticksText

_STATEMENT = re.compile(r"\{%.*?(?:%\}|$)|\{#.*?(?:#\}|$)", re.MULTILINE)
_WORDS = re.compile(r"\{%-?\s*(.*?)\s*-?%\}")
_TEXT = r"""\s*["']([^"']*)["']\s*"""
_IF = re.compile(rf"if (not )?(?:unestablished\({_TEXT},{_TEXT}\)|(has_indicator|asks)\({_TEXT}\))")
_HINT = (
    'write {% if unestablished("reference_level", "2026-07") %}, {% if has_indicator("age") %} or '
    '{% if asks("birth_date") %} … {% else %} … {% endif %}'
)
_NO_SUCH = {"has_indicator": "no edition has an indicator", "asks": "no edition asks a question"}
"""What is said of a code that no edition has, by the condition that asks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """The codes of one kind that an edition has, None where that can't be told, and those that any edition has."""

    own: frozenset[str] | None
    of_any: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What conditions ask about: the yardsticks, None where they can't be told, and what an edition has."""

    yardsticks: YardsticksText | None
    editions: Mapping[str, Codes]
    """By the condition that asks for such a code: ``has_indicator``, ``asks``."""


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
    opened: list[_Branch] = []
    for found in _STATEMENT.finditer(text):
        words = _WORDS.fullmatch(found[0])
        said = "" if words is None else words[1]
        problem, hint = _problem(said, known, opened[-1] if opened else None)
        statement = Statement(start=found.start(), part=found[0], problem=problem, hint=hint)
        statements.append(statement)
        if said.startswith("if "):
            holds = None if problem else _holds(said, known)
            opened.append(_Branch(opening=statement, start=found.end(), holds=holds))
        elif said in ("else", "endif") and opened:
            ended = opened.pop()
            if ended.holds is False:
                unsaid.append(range(ended.start, found.start()))
            if said == "else":
                holds = None if ended.holds is None else not ended.holds
                opened.append(replace(ended, start=found.end(), holds=holds, is_else=True))
    for branch in opened:
        if not branch.opening.problem:
            problem, hint = "this condition has no end", "end it with {% endif %}"
            statements.append(replace(branch.opening, problem=problem, hint=hint))
    return Conditions(statements=tuple(statements), unsaid=tuple(unsaid))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Branch:
    """A part between two statements, not yet ended; ``holds`` is None where that can't be told."""

    opening: Statement
    start: int
    holds: bool | None
    is_else: bool = False


def _holds(condition: str, known: Knowledge) -> bool | None:
    """Tell whether a condition without a problem holds; None where what it asks about can't be told."""
    found = _IF.fullmatch(condition)
    assert found is not None
    if found[4] is not None:
        own = known.editions[found[4]].own
        return None if own is None else (found[5] in own) != bool(found[1])
    if known.yardsticks is None:
        return None
    return known.yardsticks.is_open(History(found[2]), found[3]) != bool(found[1])


def _problem(said: str, known: Knowledge, opened: _Branch | None) -> tuple[str, str]:
    """What is wrong with a statement within the branch, and a hint; two empty texts where nothing is."""
    found = _IF.fullmatch(said)
    if said == "else" and opened is not None and opened.is_else:
        return "a second {% else %} of one condition", "end the condition with {% endif %}"
    if said in ("else", "endif"):
        return ("", "") if opened is not None else (f"{{% {said} %}} ends no condition", _HINT)
    if found is None:
        return "texts know no such statement", _HINT
    if found[4] is not None:
        codes = known.editions[found[4]]
        if codes.own is None or found[5] in codes.of_any:
            return "", ""
        return f"{_NO_SUCH[found[4]]} {found[5]}", choice_hint(found[5], codes.of_any)
    histories = tuple(each.value for each in History)
    if found[2] not in histories:
        return f"there is no yardstick {found[2]}", choice_hint(found[2], histories)
    if not is_month(found[3]):
        return f'"{found[3]}" is not a month', 'write a month such as "2026-07"'
    return "", ""
