"""The policy as checks look at it: what is declared where, as far as the files can be read.

Lenient throughout: a broken entry is left out here because it has been reported where it stands. Its code is
known all the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.diagnostics import Place
from generator.loading.data_day import data_day
from generator.loading.folder import DataFile, EditionFolder, IndicatorEntry, PolicyFolder
from generator.policy.conditions import ConditionFile
from generator.policy.editions import EditionText
from generator.policy.facts import Fact
from generator.policy.glossary import Term
from generator.policy.indicators import IndicatorFile
from generator.policy.people import Person
from generator.policy.places import Declaration, Places
from generator.policy.questions import QuestionGroup, QuestionsFile, QuestionText, Situation
from generator.policy.readings import ReadingText
from generator.policy.sources import Document
from generator.reading import Node
from generator.reading.nodes import items


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared[T]:
    """What one file declares by code."""

    kind: str
    """What messages call one of them, such as ``question``."""
    place: Place
    """The top of the file."""
    codes: tuple[Declaration, ...]
    """Every code as written, in order, repeated ones too."""
    values: Mapping[str, T]
    """Those that are sound by their code, the first one where a code is given twice."""
    is_whole: bool
    """Whether all codes of the file could be read, so that what is not here is nowhere.

    A file that was left out declares nothing, and is whole.
    """

    @property
    def known(self) -> tuple[str, ...]:
        """The codes, each once."""
        return tuple(dict.fromkeys(each.code for each in self.codes))

    def get(self, code: str | None) -> T | None:
        """What is declared by that code, where it is sound."""
        return None if code is None else self.values.get(code)

    def place_of(self, code: str) -> Place:
        """Where the table of a declared code stands."""
        return next((each.table for each in self.codes if each.code == code), self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorView:
    """An indicator's file."""

    code: str
    """As the file says it; its name where it says none."""
    section: str
    stem: str
    place: Place
    declared: Declaration | None
    file: IndicatorFile | None
    node: Node | None
    is_trusted: bool
    """Whether nothing is known to be wrong with it: what follows from a mistake in it is not told as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionView:
    """An edition's files; ``indicators`` is empty where it is not scored."""

    name: str
    is_scored: bool
    text: EditionText | None
    place: Place
    folder: EditionFolder
    indicators: tuple[IndicatorView, ...]
    declared: Declared[IndicatorFile]
    """Its indicators by their code."""
    conditions: Declared[ConditionFile]
    """What one has to meet to apply, by code."""

    @property
    def asked(self) -> frozenset[str] | None:
        """The questions that its rules and conditions read; None where one of these can't be read."""
        rules, conditions = self.declared, self.conditions
        if not (rules.is_whole and len(rules.values) == len(self.indicators)):
            return None
        if not (conditions.is_whole and len(conditions.values) == len(conditions.known)):
            return None
        read = [each.reads for each in rules.values.values()]
        read += [each.reads for each in conditions.values.values()]
        return frozenset(code for codes in read for code in codes)

    def indicator(self, code: str) -> IndicatorView | None:
        """The indicator of that code."""
        return next((found for found in self.indicators if found.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A whole policy."""

    folder: PolicyFolder
    groups: Declared[QuestionGroup]
    questions: Declared[QuestionText]
    situations: Declared[Situation]
    readings: Declared[ReadingText]
    documents: Declared[Document]
    people: Declared[Person]
    terms: Declared[Term]
    facts: Declared[Fact]
    editions: tuple[EditionView, ...]
    """Oldest first."""

    @property
    def places(self) -> Places:
        """Where the values of all files stand."""
        return self.folder.places

    @property
    def scored(self) -> tuple[EditionView, ...]:
        """The editions to score with."""
        return tuple(edition for edition in self.editions if edition.is_scored)

    @property
    def has_unfinished(self) -> bool:
        """Whether the file of an edition can't be read."""
        return any(each.folder.is_unfinished for each in self.editions)

    @property
    def current(self) -> EditionView | None:
        """The edition in force on the day of the data, among those to score with."""
        return self.shown[0] if self.shown else None

    @property
    def shown(self) -> tuple[EditionView, ...]:
        """The editions that texts are filled in for: the one in force on the day of the data, and later ones.

        None where the file of an edition can't be read, which may be the one in force.
        """
        if self.has_unfinished:
            return ()
        read = [each for each in self.scored if each.text is not None]
        guide = self.folder.guide
        changes = None if guide is None else guide.changelog.value
        day = data_day(changes or (), self.folder.sources.value or ())
        begun = [each for each in read if each.text is not None and each.text.in_force.from_ <= day]
        return tuple(read[max(len(begun) - 1, 0) :]) or self.scored[-1:]


def view_of(folder: PolicyFolder) -> View:
    """The view of a folder that has been read."""
    form = folder.questions.value
    facts = _declared("fact", folder.facts, folder.facts.value)
    broken = {each.place.source.name for each in folder.diagnostics}
    if folder.facts.node is None and folder.facts.place.source.name not in broken:
        facts = replace(facts, is_whole=True)
    readings = _if_there("reading", folder.readings)
    return View(
        folder=folder,
        groups=_declared("group", folder.questions, () if form is None else form.groups, "groups"),
        questions=_declared(
            "question", folder.questions, () if form is None else form.questions, "questions"
        ),
        situations=_situations(folder.questions),
        readings=readings,
        documents=_declared("document", folder.sources, folder.sources.value),
        people=_if_there("person", folder.people),
        terms=_declared("term", folder.glossary, folder.glossary.value),
        facts=facts,
        editions=tuple(_edition(edition) for edition in folder.editions),
    )


def _edition(edition: EditionFolder) -> EditionView:
    indicators = tuple(_indicator(entry) for entry in edition.indicators)
    read = [each for each in indicators if each.node is not None]
    text = edition.file.value
    listed = set() if text is None else set(text.indicators)
    return EditionView(
        name=edition.name,
        is_scored=edition.is_scored,
        text=text,
        place=edition.file.place,
        folder=edition,
        indicators=indicators,
        declared=Declared(
            kind="indicator",
            place=edition.file.place,
            codes=tuple(each.declared for each in indicators if each.declared is not None),
            values={each.code: each.file for each in indicators if each.file is not None},
            is_whole=len(read) == len(indicators) > 0
            and text is not None
            and listed <= {each.code for each in indicators},
        ),
        conditions=_conditions(edition),
    )


def _conditions(edition: EditionFolder) -> Declared[ConditionFile]:
    files = [entry.file for entry in edition.conditions]
    found = [each for file in files for each in file.declarations]
    values = [file.value for file in files if file.value is not None]
    text = edition.file.value
    return Declared(
        kind="condition",
        place=edition.file.place,
        codes=tuple(found),
        values={each.code: each for each in values},
        is_whole=len(found) == len(files)
        and text is not None
        and set(text.conditions) <= {each.code for each in found},
    )


def _indicator(entry: IndicatorEntry) -> IndicatorView:
    declared = next(iter(entry.file.declarations), None)
    return IndicatorView(
        code=entry.stem if declared is None else declared.code,
        section=entry.section,
        stem=entry.stem,
        place=entry.file.place,
        declared=declared,
        file=entry.file.value,
        node=entry.file.node,
        is_trusted=entry.file.sound,
    )


def _situations(file: DataFile[QuestionsFile]) -> Declared[Situation]:
    """The situations to tick; a form needs none."""
    form = file.value
    found = _declared("situation", file, () if form is None else form.situations, "situations")
    return replace(found, is_whole=len(found.codes) == len(items(file.node, "situations")))


def _if_there[T: (ReadingText, Person)](kind: str, file: DataFile[tuple[T, ...]]) -> Declared[T]:
    """What a file that may be left out declares."""
    found = _declared(kind, file, file.value)
    return replace(found, is_whole=True) if file.node is None and file.sound else found


def _declared[
    F,
    T: (QuestionGroup, QuestionText, Situation, ReadingText, Document, Person, Term, Fact),
](kind: str, file: DataFile[F], entries: Iterable[T] | None, *keys: str) -> Declared[T]:
    codes = tuple(each for each in file.declarations if each.kind == kind)
    values: dict[str, T] = {}
    for entry in entries or ():
        values.setdefault(entry.code, entry)
    return Declared(
        kind=kind,
        place=file.place,
        codes=codes,
        values=values,
        is_whole=len(codes) == len(items(file.node, *keys)) > 0,
    )
