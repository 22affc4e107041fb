"""Does a case that stands just below a level say the one that its month is held to?

A month a fen below last year's level comes out the same once its own year's level is announced: the case holds, and only
its sentence is wrong.
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
    """Amounts of the case's sentence that a month of its ledger just misses, and that are not the level of that month."""
    said = {Decimal(found[1].replace(",", "")): found[0] for found in _YUAN.finditer(case.name)}
    for row in request.rows or ():
        words = said.get(row.base + _FEN)
        if words is not None and row.base + _FEN not in _edges(row, request):
            month = write_month(row.first)
            yield Diagnostic(
                code=Code.DISAGREES,
                place=places.of(case.text),
                message=f"the case says {words}, yet the level of {month} is {_level(row, request):,} 元",
                hint="say and try that level, or let the month come after those whose level is known",
            )


def _edges(row: Row, request: Request) -> set[Decimal]:
    """The bases from which on a month counts at one of the multiples that questions ask about."""
    sources = (question.from_ledger for question in request.policy.questions.values())
    multiples = {source.multiple for source in sources if source and source.multiple is not None}
    return {multiple * _level(row, request) for multiple in multiples}


def _level(row: Row, request: Request) -> Decimal:
    """The reference level of the first month of a row."""
    yardsticks = request.policy.yardsticks
    return level_in(row.first, levels_of(yardsticks, request.readings[yardsticks.unestablished]))
