"""The score as a formula: which indicators are added, of which only the best counts, which are taken off."""

from dataclasses import dataclass

from generator.paging.editions import IndicatorView, ScoredEdition


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One summand: a single indicator, or several of which the best counts."""

    members: tuple[IndicatorView, ...]
    clause: str
    """The clause that makes them exclusive; empty for a single one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """Sections of the score in the order of the edition; exclusive groups stand where their first member does."""

    base: tuple[Term, ...]
    bonus: tuple[Term, ...]
    deduction: tuple[Term, ...]
    veto: tuple[Term, ...]
    standard_score: int


def formula(edition: ScoredEdition) -> Formula:
    """The formula of an edition."""
    groups = {code: group for group in edition.scoring.exclusive for code in group.members}
    terms: dict[str, list[Term]] = {"base": [], "bonus": [], "deduction": [], "veto": []}
    for code, indicator in edition.indicators.items():
        group = groups.get(code)
        if group is None:
            terms[indicator.section].append(Term(members=(indicator,), clause=""))
        elif group.members[0] == code:
            members = tuple(edition.indicators[member] for member in group.members)
            terms[indicator.section].append(Term(members=members, clause=group.clause))
    return Formula(
        base=tuple(terms["base"]),
        bonus=tuple(terms["bonus"]),
        deduction=tuple(terms["deduction"]),
        veto=tuple(terms["veto"]),
        standard_score=edition.standard_score,
    )
