"""Is everything that is declared also used: questions, readings, groups, people's answers?"""

from collections.abc import Iterator

from generator.checking.references import references
from generator.checking.view import Declared, View
from generator.diagnostics import Code, Diagnostic
from generator.reading.nodes import scalar
from generator.scoring.model import Kind


def check_unused(view: View) -> Iterator[Diagnostic]:
    """What nothing uses; silent about a kind of which some reference leads nowhere: that is the slip."""
    used: set[tuple[str, str]] = set()
    slips: set[str] = set()
    for reference in references(view):
        if reference.code.text not in reference.target.tables:
            slips.add(reference.target.kind)
        if reference.by_rule:
            used.add((reference.target.kind, reference.code.text))
    all_read = all(
        edition.declared.is_whole and _rules_are_read(edition.declared) for edition in view.scored
    )
    for declared in (view.groups, view.questions, view.readings):
        if declared.kind in slips or (declared is not view.groups and not all_read):
            continue
        for code, table in declared.tables.items():
            kind = scalar(table, "kind")
            is_ledger = kind is not None and kind.text == Kind.LEDGER
            if (declared.kind, code) not in used and not is_ledger:
                yield _unused(declared, code)


def _rules_are_read(indicators: Declared) -> bool:
    return all(scalar(table, "rule", "kind") is not None for table in indicators.tables.values())


def _unused(declared: Declared, code: str) -> Diagnostic:
    place = next(each.place for each in declared.codes if each.text == code)
    users = "no question belongs to" if declared.kind == "group" else "no rule of any edition reads"
    return Diagnostic(
        code=Code.UNUSED,
        place=place,
        message=f'{users} the {declared.kind} "{code}"',
    )
