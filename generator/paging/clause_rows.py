"""Editions clause by clause: what each says about an item, and what changed."""

from dataclasses import dataclass

from generator.loading.model import PolicyText
from generator.paging.editions import ScoredEdition
from generator.paging.guide_views import Link, anchor, indicator_links
from generator.policy.evidence import Authority
from generator.policy.guide.comparison import ComparisonCell, ComparisonRow

_ONE_SOURCE_OR_LESS = "C"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """What an edition says; ``says`` is prose under that edition, empty where nothing is established."""

    edition: str
    called: str
    says: str
    authority: Authority
    confidence: str
    restored: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRow:
    """An item across editions, oldest first; ``changed`` is empty where nothing did."""

    anchor: str
    item: str
    clause: str
    cells: tuple[CellView, ...]
    changed: str
    indicators: tuple[Link, ...]


def clause_rows(policy: PolicyText, current: ScoredEdition) -> tuple[ClauseRow, ...]:
    """All rows of the comparison."""
    return tuple(_row(row, policy, current) for row in policy.guide.comparison.rows)


def _row(row: ComparisonRow, policy: PolicyText, current: ScoredEdition) -> ClauseRow:
    return ClauseRow(
        anchor=f"row-{anchor(row.code)}",
        item=row.item,
        clause=row.clause,
        cells=tuple(
            _cell(code, row.cells.get(code), policy) for code in policy.guide.comparison.editions
        ),
        changed=row.changed,
        indicators=indicator_links(row.indicators, current),
    )


def _cell(code: str, cell: ComparisonCell | None, policy: PolicyText) -> CellView:
    confidence = cell.confidence if cell else _ONE_SOURCE_OR_LESS
    return CellView(
        edition=code,
        called=policy.editions[code].called,
        says=cell.says if cell else "",
        authority=Authority.INFERENCE if confidence == _ONE_SOURCE_OR_LESS else Authority.TEXT,
        confidence=confidence,
    )
