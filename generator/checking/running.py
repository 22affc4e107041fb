"""The sound part of the policy, ready to run: the engine, and every case with the place it stands at."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.checking.view import EditionView, View
from generator.diagnostics import Diagnostic
from generator.loading.cases import build_case, case_tables
from generator.loading.evidence import Plain
from generator.loading.folder import DataFile
from generator.loading.model import Case, Person
from generator.loading.people import build_people
from generator.loading.scoring_document import scoring_document
from generator.reading import Table
from generator.scoring.codec import read_policy
from generator.scoring.model import Edition, Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedCase:
    """A case and the table that it was read from."""

    case: Case
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class RunnableEdition:
    """An edition without mistakes in what scoring draws on, and those of its cases without mistakes."""

    view: EditionView
    edition: Edition
    cases: tuple[PlacedCase, ...]
    all_cases: bool
    """Whether no case had to be left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runnable:
    """What can be run of a policy; ``document`` is what the model was read from."""

    document: dict[str, Plain]
    policy: Policy
    people: dict[str, Person]
    editions: tuple[RunnableEdition, ...]


def runnable(view: View, found: Collection[Diagnostic]) -> Runnable | None:
    """The part of the policy that the mistakes found so far don't touch; None where nothing can be run."""
    folder = view.folder
    broken = {
        place.source.name for diagnostic in found for place in (diagnostic.place, *diagnostic.also)
    }
    shared = (folder.policy, folder.questions, folder.readings, folder.yardsticks, folder.people)
    if any(not file.sound or _name(file) in broken for file in shared):
        return None
    sound = [
        edition
        for edition in view.scored
        if edition.declared.is_whole and not _files_of(edition) & broken
    ]
    if not sound:
        return None
    document = scoring_document(folder, (edition.folder for edition in sound))
    policy = read_policy(document)
    people = build_people(folder.people.node)
    models = {edition.code: edition for edition in policy.editions}
    return Runnable(
        document=document,
        policy=policy,
        people=people,
        editions=tuple(
            _edition(edition, models[edition.name], policy.code, people, found) for edition in sound
        ),
    )


def _edition(
    view: EditionView,
    model: Edition,
    policy: str,
    people: dict[str, Person],
    found: Collection[Diagnostic],
) -> RunnableEdition:
    touched = {
        (place.source.name, place.line)
        for diagnostic in found
        for place in (diagnostic.place, *diagnostic.also)
    }
    cases: list[PlacedCase] = []
    all_cases = True
    for topic, file in view.folder.cases.items():
        all_cases = all_cases and file.node is not None
        for table, last in _with_last_line(file):
            lines = range(table.place.line, last + 1)
            if any((_name(file), line) in touched for line in lines):
                all_cases = False
                continue
            case = build_case(table, policy=policy, edition=view.name, topic=topic, people=people)
            cases.append(PlacedCase(case=case, table=table))
    return RunnableEdition(view=view, edition=model, cases=tuple(cases), all_cases=all_cases)


def _with_last_line(file: DataFile) -> Iterator[tuple[Table, int]]:
    """The cases of a file, each with the last line before the next one."""
    tables = case_tables(file.node)
    ends = [*(table.place.line - 1 for table in tables[1:]), len(file.place.source.lines)]
    for table, last in zip(tables, ends, strict=False):
        yield table, max(last, table.place.line)


def _files_of(edition: EditionView) -> set[str]:
    indicators = {indicator.place.source.name for indicator in edition.indicators}
    return {edition.place.source.name} | indicators


def _name(file: DataFile) -> str:
    return file.place.source.name
