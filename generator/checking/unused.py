"""Is everything that is declared also used: groups and situations by questions, questions and readings by rules?"""

from collections.abc import Iterator

from generator.checking.references import references
from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic
from generator.scoring.questions import Kind


def check_unused(view: View) -> Iterator[Diagnostic]:
    """What nothing uses; silent about questions and readings where a rule can't be read."""
    used = {
        (use.target.kind, use.reference.code) for use in references(view) if use.reference.to.uses
    }
    rules_are_read = _all_rules_are_read(view)
    of_form = (view.groups, view.situations)
    for declared in (*of_form, view.questions, view.readings):
        users_are_read = view.questions.is_whole if declared in of_form else rules_are_read
        for each in declared.codes if users_are_read else ():
            if (declared.kind, each.code) not in used and not _is_ledger(view, each.code):
                users = "no question belongs to" if declared in of_form else _NO_RULE
                yield Diagnostic(
                    code=Code.UNUSED,
                    place=each.place,
                    message=f'{users} the {declared.kind} "{each.code}"',
                )


_NO_RULE = "no rule of any edition reads"


def _all_rules_are_read(view: View) -> bool:
    return bool(view.scored) and all(
        edition.declared.is_whole and all(each.file is not None for each in edition.indicators)
        for edition in view.scored
    )


def _is_ledger(view: View, code: str) -> bool:
    """Whether it is the question for the ledger, which every rule that counts may read."""
    question = view.questions.get(code)
    return question is not None and question.kind is Kind.LEDGER
