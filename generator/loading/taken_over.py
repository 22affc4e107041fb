"""The cases of an edition: its own, and those of the editions before whose rules it keeps.

A case that says its own day is asked in the one edition that is in force on it. A case about a rule that was changed since is kept
where it still comes true: what the changed rule needs beyond that, its edges show.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from generator.loading.completing import CasesOf
from generator.loading.expectations import differences
from generator.loading.folder import DataFile, EditionFolder, PolicyFolder
from generator.policy.cases import Case, CaseText, EdgeDay
from generator.policy.places import Places
from generator.reading import Node
from generator.reading.nodes import follow
from generator.scoring.codes import IndicatorCode
from generator.scoring.errors import RequestError
from generator.scoring.model import Edition, Policy
from generator.scoring.plain import read_json
from generator.scoring.request import read_request
from generator.scoring.verdict import judge

_DECIDING = ("standard_score", "window_end", "exclusive", "capped")
"""Keys of an edition's file that every score hangs on."""

type CaseFile = DataFile[tuple[CaseText, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedCase:
    """A case and the file that holds it."""

    case: Case
    file: CaseFile
    about: frozenset[IndicatorCode] = frozenset()
    """The indicators that it is about, where it is one of an edition before."""
    is_belied: bool = False
    """Whether it does not come true any more where a rule was changed, so that the edition isn't held to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    topic: str
    text: CaseText
    file: CaseFile
    origin: str
    """The edition whose folder holds it."""


def placed_cases(
    folder: PolicyFolder, edition: EditionFolder, policy: Policy, given: CasesOf
) -> Iterator[PlacedCase]:
    """The sound cases that an edition is held to; its model and those of the editions before are in ``policy``."""
    offered = offered_cases(folder, edition, policy, given)
    return (placed for placed in offered if not placed.is_belied)


def offered_cases(
    folder: PolicyFolder, edition: EditionFolder, policy: Policy, given: CasesOf
) -> Iterator[PlacedCase]:
    """The same, and those of editions before that are belied."""
    models = {model.code: model for model in policy.editions}
    editions = {each.name: each for each in folder.editions}
    changed_since = cache(lambda origin: _changed_since(edition, origin, editions))
    for entry in _entries(edition, editions, given):
        case = given.complete_case(
            entry.text,
            edition=edition.name,
            topic=entry.topic,
            place=_line(folder.places, entry.text),
        )
        placed = PlacedCase(case=case, file=entry.file)
        if entry.origin == edition.name:
            yield placed
            continue
        touched = _touched(entry.text, models[entry.origin], given)
        known = {indicator.code for indicator in models[edition.name].indicators}
        if not touched <= known:
            continue
        changed = changed_since(entry.origin)
        is_at_stake = changed is None or bool(touched & changed)
        is_belied = is_at_stake and not _comes_true(case, policy)
        yield replace(placed, about=frozenset(touched), is_belied=is_belied)


def _line(places: Places, text: CaseText) -> str:
    place = places.of(text)
    return f"{place.source.name}:{place.line}"


def _entries(
    edition: EditionFolder, editions: Mapping[str, EditionFolder], given: CasesOf
) -> Iterator[_Entry]:
    """The edition's own cases, then those of the editions before, less those restated and those of another's days.

    One about the last day of whichever edition is not taken over by an edition that has none.
    """
    is_endless = given.editions[edition.name].is_endless
    told: set[str] = set()
    for here in lineage(edition, editions):
        names: list[str] = []
        for topic, file in here.cases.items():
            for text in file.value or ():
                if text.name in told or _is_asked_elsewhere(text, here, edition, editions, given):
                    continue
                if text.day is EdgeDay.LAST and is_endless and here is not edition:
                    continue
                names.append(text.name)
                yield _Entry(topic=topic, text=text, file=file, origin=here.name)
        told.update(names)


def lineage(
    edition: EditionFolder, editions: Mapping[str, EditionFolder]
) -> Iterator[EditionFolder]:
    """The edition and those that it is based on, the nearest first."""
    here: EditionFolder | None = edition
    while here is not None:
        yield here
        here = editions.get(here.based_on)


def _is_asked_elsewhere(
    text: CaseText,
    holder: EditionFolder,
    edition: EditionFolder,
    editions: Mapping[str, EditionFolder],
    given: CasesOf,
) -> bool:
    """Whether the day that the case says is another edition's, which is or takes over the one whose folder holds it."""
    if text.on is None:
        return False
    asked_in = given.edition_on(text.on)
    if asked_in == edition.name:
        return False
    asked = editions.get(asked_in)
    takes_it_over = asked is not None and any(each is holder for each in lineage(asked, editions))
    return takes_it_over or holder is not edition


def _touched(text: CaseText, origin: Edition, given: CasesOf) -> set[IndicatorCode]:
    """The indicators that the case is about: those it names, and those that read what it answers."""
    answered = {*text.answers, *text.unanswered}
    if text.person in given.people:
        answered |= set(given.people[text.person].answers)
    return {*text.expect.awards} | {
        each.code for each in origin.indicators if answered & set(each.reads)
    }


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
        changed |= {entry.stem for entry in here.indicators if entry.is_changed}
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
