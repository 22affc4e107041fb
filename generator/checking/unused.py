"""Is everything that is declared also used: groups by questions, questions and readings by rules?"""

from collections.abc import Iterator

from generator.checking.references import references
from generator.checking.rule_parts import kind_of
from generator.checking.view import Declared, View
from generator.diagnostics import Code, Diagnostic
from generator.reading.nodes import follow, scalar
from generator.scoring.questions import Kind


def check_unused(view: View) -> Iterator[Diagnostic]:
    """What nothing uses; silent about questions and readings where a rule can't be read."""
    used = {
        (reference.target.kind, reference.code.text)
        for reference in references(view)
        if reference.by_rule
    }
    rules_are_read = _all_rules_are_read(view)
    for declared in (view.groups, view.questions, view.readings):
        users_are_read = view.questions.is_whole if declared is view.groups else rules_are_read
        if not users_are_read:
            continue
        for code, table in declared.tables.items():
            kind = scalar(table, "kind")
            is_ledger = kind is not None and kind.text == Kind.LEDGER
            if (declared.kind, code) not in used and not is_ledger:
                yield _unused(declared, code)


def _all_rules_are_read(view: View) -> bool:
    return bool(view.scored) and all(
        edition.declared.is_whole
        and all(kind_of(follow(table, "rule")) for table in edition.declared.tables.values())
        for edition in view.scored
    )


def _unused(declared: Declared, code: str) -> Diagnostic:
    place = next(each.place for each in declared.codes if each.text == code)
    users = "no question belongs to" if declared.kind == "group" else "no rule of any edition reads"
    return Diagnostic(
        code=Code.UNUSED,
        place=place,
        message=f'{users} the {declared.kind} "{code}"',
    )
