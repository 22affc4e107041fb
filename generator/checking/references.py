"""Does every code that one place of the data uses stand for something that another place declares?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.checking.view import Declared, EditionView, View
from generator.diagnostics import Code, Diagnostic
from generator.policy.messages import choice_hint
from generator.policy.places import Reference

type AnyDeclared = Declared[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """A code where it is used, and what should declare it."""

    reference: Reference
    target: AnyDeclared


def check_references(view: View) -> Iterator[Diagnostic]:
    """Codes that nothing declares; documents and the guide are left to what pages show."""
    yield from report_unknown(references(view))


def report_unknown(used: Iterable[Used]) -> Iterator[Diagnostic]:
    """One diagnostic for each unknown code, however often it is used."""
    unknown: dict[tuple[str, str], list[Used]] = {}
    for use in used:
        if use.target.is_whole and use.reference.code not in use.target.known:
            key = (use.target.place.source.name + use.target.kind, use.reference.code)
            unknown.setdefault(key, []).append(use)
    for uses in unknown.values():
        yield _unknown(uses)


def references(view: View) -> Iterator[Used]:
    """Every code that scoring draws on or that a case uses, documents left out."""
    folder = view.folder
    shared = targets_of(view, None)
    for file in (folder.policy, folder.questions, folder.people, folder.yardsticks):
        yield from resolved(file.references, shared)
    for edition in view.editions:
        yield from resolved(_of_edition(edition), targets_of(view, edition))


def targets_of(view: View, edition: EditionView | None) -> dict[str, AnyDeclared]:
    """What declares each kind of code; indicators are those of the edition."""
    targets: list[AnyDeclared] = [
        view.groups,
        view.questions,
        view.situations,
        view.readings,
        view.people,
        view.facts,
    ]
    if edition is not None:
        targets += (edition.declared, edition.conditions)
    return {target.kind: target for target in targets}


def resolved(used: Iterable[Reference], targets: dict[str, AnyDeclared]) -> Iterator[Used]:
    """The references to what is among the targets."""
    for reference in used:
        target = targets.get(reference.to.kind)
        if target is not None:
            yield Used(reference=reference, target=target)


def _of_edition(edition: EditionView) -> Iterator[Reference]:
    yield from edition.folder.file.references
    for entry in edition.folder.indicators:
        yield from entry.file.references
    for condition in edition.folder.conditions:
        yield from condition.file.references
    for cases in edition.folder.cases.values():
        yield from cases.references


def _unknown(uses: list[Used]) -> Diagnostic:
    first, *others = sorted(uses, key=lambda use: use.reference.place.order)
    code, target = first.reference.code, first.target
    return Diagnostic(
        code=Code.UNKNOWN_REFERENCE,
        place=first.reference.place,
        message=f'there is no {target.kind} "{code}"',
        hint=choice_hint(code, target.known),
        also=tuple(other.reference.place for other in others),
    )
