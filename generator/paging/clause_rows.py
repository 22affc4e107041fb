"""Editions clause by clause: what each says about an item, and what changed."""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.loading.model import PolicyText
from generator.paging.editions import ScoredEdition
from generator.paging.figures import fact
from generator.paging.guide_views import Link, anchor, indicator_links
from generator.policy.editions import EditionText
from generator.policy.evidence import Authority
from generator.policy.guide.comparison import ComparisonRow

_ONE_SOURCE_OR_LESS = "C"
_FIGURES = re.compile(r"\{\{ *(figure|duration|window|multiple|standard_score)\b")
"""References to what the rules of an edition say."""
_FACTS = re.compile(r"""\{\{ *fact\( *["']([^"']*)["']""")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """What an edition says; ``says`` is prose under that edition, empty where nothing is established."""

    edition: str
    called: str
    says: str
    authority: Authority
    confidence: str
    is_scored: bool
    restored: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRow:
    """An item across editions, oldest first; ``changed`` is empty where nothing did."""

    anchor: str
    item: str
    clause: str
    cells: tuple[CellView, ...]
    changed: str
    is_changed: bool
    """Whether that is said, or the figures of its rules or what its cells say differ between editions."""
    indicators: tuple[Link, ...]


def clause_rows(policy: PolicyText, current: ScoredEdition) -> tuple[ClauseRow, ...]:
    """All rows of the comparison."""
    return tuple(_row(row, policy, current) for row in policy.guide.comparison.rows)


def _row(row: ComparisonRow, policy: PolicyText, current: ScoredEdition) -> ClauseRow:
    cells = tuple(_cell(row, edition, policy) for edition in policy.editions.values())
    return ClauseRow(
        anchor=f"row-{anchor(row.code)}",
        item=row.item,
        clause=row.clause,
        cells=cells,
        changed=row.changed,
        is_changed=bool(row.changed) or _differs(row, policy) or _say_otherwise(cells, policy),
        indicators=indicator_links(row.indicators, current),
    )


def _differs(row: ComparisonRow, policy: PolicyText) -> bool:
    scored = [policy.indicators[code] for code, each in policy.editions.items() if each.scored]
    return any(
        before[code].rule != after[code].rule
        for before, after in pairwise(scored)
        for code in row.indicators
        if code in before and code in after
    )


def _say_otherwise(cells: tuple[CellView, ...], policy: PolicyText) -> bool:
    """Whether two scored editions that follow each other say different things, in words or by what these refer to."""
    said = [
        (cell.says, *_given(cell.says, policy.editions[cell.edition], policy))
        for cell in cells
        if cell.is_scored and cell.says
    ]
    return any(before != after for before, after in pairwise(said))


def _given(says: str, edition: EditionText, policy: PolicyText) -> tuple[int | Decimal | None, ...]:
    """The figures beside those of rules that the words give under an edition."""
    facts = tuple(fact(policy, edition, code).value for code in _FACTS.findall(says))
    return (*facts, edition.standard_score if "standard_score" in says else None)


def _cell(row: ComparisonRow, edition: EditionText, policy: PolicyText) -> CellView:
    cell = row.cells.get(edition.code)
    if cell is not None:
        says, confidence = cell.says, cell.confidence
    else:
        says, confidence = _taken_over(row, edition, policy), _confidence(row, edition, policy)
    return CellView(
        edition=edition.code,
        called=edition.called,
        says=says,
        authority=Authority.INFERENCE if confidence == _ONE_SOURCE_OR_LESS else Authority.TEXT,
        confidence=confidence,
        is_scored=edition.scored,
    )


def _taken_over(row: ComparisonRow, edition: EditionText, policy: PolicyText) -> str:
    """The words of the edition before: where they give figures, and where the rules of the row are the same."""
    before = policy.editions.get(edition.based_on)
    if before is None:
        return ""
    cell = row.cells.get(before.code)
    says = cell.says if cell is not None else _taken_over(row, before, policy)
    old, new = policy.indicators[before.code], policy.indicators[edition.code]
    is_same = bool(row.indicators) and all(
        code in old and code in new and old[code].rule == new[code].rule for code in row.indicators
    )
    gives_figures = bool(_FIGURES.search(says)) and all(code in new for code in row.indicators)
    return says if is_same or gives_figures else ""


def _confidence(row: ComparisonRow, edition: EditionText, policy: PolicyText) -> str:
    found = policy.indicators.get(edition.code, {})
    receipts = [found[code].receipt for code in row.indicators if code in found]
    return str((receipts or [edition.receipt])[0].confidence)
