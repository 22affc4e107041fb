"""The sound part of the policy, ready to run: the engine, and every case with the place it stands at."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from generator.checking.view import EditionView, View
from generator.diagnostics import Diagnostic
from generator.loading.completing import cases_of_policy
from generator.loading.folder import DataFile
from generator.loading.scoring_policy import scoring_policy
from generator.loading.taken_over import CaseFile, PlacedCase, lineage, offered_cases
from generator.policy.people import Person
from generator.policy.places import Places
from generator.policy.plain import Plain
from generator.reading.nodes import items
from generator.scoring.codec import write_policy
from generator.scoring.model import Edition, Policy
from generator.scoring.plain import read_json
from generator.scoring.request import Request, read_request


@dataclass(frozen=True, slots=True, kw_only=True)
class RunnableEdition:
    """An edition without mistakes in what scoring draws on, and those of its cases without mistakes."""

    view: EditionView
    edition: Edition
    cases: tuple[PlacedCase, ...]
    all_cases: bool
    """Whether no case had to be left out."""
    belied: tuple[PlacedCase, ...]
    """Those of editions before that do not come true under its rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runnable:
    """What can be run of a policy; ``document`` is the model as plain data."""

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
    sound: list[EditionView] = []
    for edition in view.scored:
        before = edition.folder.based_on
        stands = not before or any(each.name == before for each in sound)
        if stands and edition.declared.is_whole and not _files_of(edition) & broken:
            sound.append(edition)
    if not sound:
        return None
    policy = scoring_policy(folder, (edition.folder for edition in sound))
    given = cases_of_policy(folder, policy)
    models = {edition.code: edition for edition in policy.editions}
    named = {each.name: each for each in folder.editions}
    return Runnable(
        document=write_policy(policy),
        policy=policy,
        people=given.complete_people(),
        editions=tuple(
            _edition(
                edition,
                models[edition.name],
                offered_cases(folder, edition.folder, policy, given),
                found,
                view.places,
                known=None if len(sound) == len(view.scored) else policy.editions,
                files=tuple(
                    file for each in lineage(edition.folder, named) for file in each.cases.values()
                ),
            )
            for edition in sound
        ),
    )


def request_of(request: object, policy: Policy) -> Request:
    """The request as the engine reads it from JSON; raises RequestError."""
    return read_request(read_json(json.dumps(request, ensure_ascii=False)), policy)


def _edition(
    view: EditionView,
    model: Edition,
    placed: Iterable[PlacedCase],
    found: Collection[Diagnostic],
    places: Places,
    *,
    known: tuple[Edition, ...] | None,
    files: Iterable[CaseFile],
) -> RunnableEdition:
    """The edition with those ``placed`` cases that it is held to, out of ``files``.

    ``known`` are the editions that can be run where another one can't.

    A case on a day of none of them is left out: the one that can't be run may be in force on it.
    """
    touched = {
        (place.source.name, place.line)
        for diagnostic in found
        for place in (diagnostic.place, *diagnostic.also)
    }
    cases: list[PlacedCase] = []
    all_cases = all(
        file.value is not None and len(file.value) == len(items(file.node)) for file in files
    )
    belied: list[PlacedCase] = []
    for each in placed:
        if each.is_belied:
            belied.append(each)
            continue
        first = places.of(each.case.text).line
        lines = range(first, _last_line(each.file, first) + 1)
        is_of_another = known is not None and not any(_is_within(each, span) for span in known)
        if is_of_another or any((_name(each.file), line) in touched for line in lines):
            all_cases = False
        else:
            cases.append(each)
    return RunnableEdition(
        view=view,
        edition=model,
        cases=tuple(cases),
        all_cases=all_cases,
        belied=tuple(belied),
    )


def _is_within(placed: PlacedCase, edition: Edition) -> bool:
    return edition.first.isoformat() <= str(placed.case.request["on"]) <= edition.last.isoformat()


def _last_line(file: CaseFile, first: int) -> int:
    """The last line before the next case of the file."""
    later = [item.place.line for item in items(file.node) if item.place.line > first]
    return min(later) - 1 if later else len(file.place.source.lines)


def _files_of(edition: EditionView) -> set[str]:
    indicators = {indicator.place.source.name for indicator in edition.indicators}
    conditions = {entry.file.place.source.name for entry in edition.folder.conditions}
    return {edition.place.source.name} | indicators | conditions


def _name(file: DataFile[Any]) -> str:
    return file.place.source.name
