"""The cases of an edition: its own, and those of the editions before whose rules it keeps.

A case that says its own day is asked in its own edition alone. A case about a rule that was changed since is kept
where it still comes true: what the changed rule needs beyond that, its edges show.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.loading.cases import build_case, case_tables
from generator.loading.completing import CasesOf
from generator.loading.expectations import differences
from generator.loading.folder import DataFile, EditionFolder, PolicyFolder
from generator.loading.model import Case
from generator.reading import Node, Scalar, Table
from generator.reading.nodes import entries, follow, items, scalar
from generator.scoring.codes import IndicatorCode
from generator.scoring.errors import RequestError
from generator.scoring.model import Edition, Policy
from generator.scoring.plain import read_json
from generator.scoring.request import read_request
from generator.scoring.verdict import judge

_DECIDING = ("standard_score", "window_end", "exclusive")
"""Keys of an edition's file that every score hangs on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedCase:
    """A case, the table that it was read from, and the file that holds the table."""

    case: Case
    table: Table
    file: DataFile


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    topic: str
    table: Table
    file: DataFile
    origin: str
    """The edition whose folder holds it."""


def placed_cases(
    folder: PolicyFolder, edition: EditionFolder, policy: Policy, given: CasesOf
) -> Iterator[PlacedCase]:
    """The cases that an edition is held to; its model and those of the editions before are in ``policy``."""
    models = {model.code: model for model in policy.editions}
    editions = {each.name: each for each in folder.editions}
    for entry in _entries(edition, editions):
        case = build_case(entry.table, edition=edition.name, topic=entry.topic, given=given)
        placed = PlacedCase(case=case, table=entry.table, file=entry.file)
        if entry.origin == edition.name:
            yield placed
            continue
        touched = _touched(entry, models[entry.origin], given)
        known = {indicator.code for indicator in models[edition.name].indicators}
        if not touched <= known:
            continue
        changed = _changed_since(edition, entry.origin, editions)
        if (changed is None or touched & changed) and not _comes_true(case, policy):
            continue
        yield placed


def _entries(edition: EditionFolder, editions: Mapping[str, EditionFolder]) -> Iterator[_Entry]:
    """The edition's own cases, then those of the editions before, less those that are restated or say their day."""
    told: set[str] = set()
    here: EditionFolder | None = edition
    while here is not None:
        names: list[str] = []
        for topic, file in here.cases.items():
            for table in case_tables(file.node):
                name = scalar(table, "case")
                is_dated = here is not edition and table.entry("on") is not None
                if name is None or name.text in told or is_dated:
                    continue
                names.append(name.text)
                yield _Entry(topic=topic, table=table, file=file, origin=here.name)
        told.update(names)
        here = editions.get(here.based_on)


def _touched(entry: _Entry, origin: Edition, given: CasesOf) -> set[IndicatorCode]:
    """The indicators that the case is about: those it names, and those that read what it answers."""
    named = {award.key.text for award in entries(entry.table, "expect", "awards")}
    person = scalar(entry.table, "person")
    answered = {answer.key.text for answer in entries(entry.table, "answers")}
    answered |= {code.text for code in items(entry.table, "unanswered") if isinstance(code, Scalar)}
    if person is not None and person.text in given.people:
        answered |= set(given.people[person.text])
    return named | {each.code for each in origin.indicators if answered & set(each.reads)}


def _changed_since(
    edition: EditionFolder, origin: str, editions: Mapping[str, EditionFolder]
) -> set[IndicatorCode] | None:
    """The indicators whose rules an edition after ``origin`` states anew; None where that changes every score."""
    changed: set[IndicatorCode] = set()
    here = edition
    while here.name != origin:
        before = editions[here.based_on]
        if any(_says_anew(here.stated, before.stated, key) for key in _DECIDING):
            return None
        changed |= {file.stem for file in here.indicators if file.has_own_rule}
        here = before
    return changed


def _says_anew(node: Node | None, before: Node | None, key: str) -> bool:
    return follow(node, key) != follow(before, key)


def _comes_true(case: Case, policy: Policy) -> bool:
    try:
        request = read_request(read_json(json.dumps(case.request, ensure_ascii=False)), policy)
    except RequestError:
        return False
    return not differences(case, judge(request))
