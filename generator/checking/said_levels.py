"""Does a case that stands on a level or just below it say the one that its month is held to?

A month a fen below last year's level comes out the same once its own year's level is announced, and so does one on last
year's level where the new one is lower: the case holds, and only its sentence is wrong.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from generator.diagnostics import Code, Diagnostic
from generator.policy.cases import Case
from generator.policy.places import Places
from generator.scoring.dates import write_month
from generator.scoring.ledger import Row, level_in, levels_of
from generator.scoring.request import Request

_YUAN: Final = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?) 元")
_FEN: Final = Decimal("0.01")


def check_said_levels(case: Case, request: Request, places: Places) -> Iterator[Diagnostic]:
    """Amounts of the case's sentence that a month of its ledger meets or just misses, and that are not its level: the first."""
    said = {Decimal(found[1].replace(",", "")): found[0] for found in _YUAN.finditer(case.name)}
    for row in request.rows or ():
        edges = _edges(row, request)
        for amount in {row.base, row.base + _FEN} & said.keys() - edges:
            if amount == row.base and (said.keys() & edges or not _stood_higher(row, request)):
                continue
            month, level = write_month(row.first), _level(row, request)
            yield Diagnostic(
                code=Code.DISAGREES,
                place=places.of(case.text),
                message=f"the case says {said[amount]}, yet the level of {month} is {level:,} 元",
                hint="say and try that level, or a month that is held to the one that it says",
            )
            return


def _stood_higher(row: Row, request: Request) -> bool:
    """Whether a month of the newest year or later stands on a level of the past that is above its own."""
    known = request.policy.yardsticks.reference_level
    if not known or row.first < known[-1].first:
        return False
    higher = [each.yuan for each in known if each.yuan > _level(row, request)]
    return row.base in {multiple * yuan for multiple in _multiples(request) for yuan in higher}


def _edges(row: Row, request: Request) -> set[Decimal]:
    """The bases from which on a month counts at one of the multiples that questions ask about."""
    return {multiple * _level(row, request) for multiple in _multiples(request)}


def _multiples(request: Request) -> set[Decimal]:
    sources = (question.from_ledger for question in request.policy.questions.values())
    return {source.multiple for source in sources if source and source.multiple is not None}


def _level(row: Row, request: Request) -> Decimal:
    """The reference level of the first month of a row."""
    yardsticks = request.policy.yardsticks
    return level_in(row.first, levels_of(yardsticks, request.readings[yardsticks.unestablished]))
