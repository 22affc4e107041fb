"""The policy as checks look at it: what is declared where, as far as the files can be read.

Lenient throughout: a broken entry is left out here because it has been reported where it stands.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Place
from generator.loading.folder import EditionFolder, PolicyFolder
from generator.loading.scoring_document import is_scored
from generator.reading import Node, Scalar, Table
from generator.reading.nodes import items, scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What one file declares by code: each table by its code, the first one where a code is given twice."""

    kind: str
    """What messages call one of them, such as ``question``."""
    place: Place
    """The top of the file."""
    tables: Mapping[str, Table]
    codes: tuple[Scalar, ...]
    """Every code as written, in order, repeated ones too."""
    is_whole: bool
    """Whether all of the file could be read, so that what is not here is nowhere."""

    def get(self, code: str | None) -> Table | None:
        """The table of that code."""
        return None if code is None else self.tables.get(code)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorView:
    """An indicator's file."""

    code: str
    section: str
    stem: str
    place: Place
    node: Node | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionView:
    """An edition's files; ``indicators`` is empty where it is not scored."""

    name: str
    is_scored: bool
    node: Node | None
    place: Place
    folder: EditionFolder
    indicators: tuple[IndicatorView, ...]
    declared: Declared
    """Its indicators by their code."""

    def indicator(self, code: str) -> IndicatorView | None:
        """The indicator of that code."""
        return next((found for found in self.indicators if found.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A whole policy."""

    folder: PolicyFolder
    groups: Declared
    questions: Declared
    readings: Declared
    documents: Declared
    people: Declared
    terms: Declared
    facts: Declared
    editions: tuple[EditionView, ...]
    """Oldest first."""

    @property
    def scored(self) -> tuple[EditionView, ...]:
        """The editions to score with."""
        return tuple(edition for edition in self.editions if edition.is_scored)

    @property
    def current(self) -> EditionView | None:
        """The newest edition to score with."""
        return self.scored[-1] if self.scored else None


def view_of(folder: PolicyFolder) -> View:
    """The view of a folder that has been read."""
    questions, top = folder.questions.node, folder.questions.place
    return View(
        folder=folder,
        groups=_declared("group", "group", items(questions, "groups"), questions, top),
        questions=_declared("question", "question", items(questions, "questions"), questions, top),
        readings=_from_list("reading", "reading", folder.readings.node, folder.readings.place),
        documents=_from_list("document", "document", folder.sources.node, folder.sources.place),
        people=_from_list("person", "person", folder.people.node, folder.people.place),
        terms=_from_list("term", "code", folder.glossary.node, folder.glossary.place),
        facts=_from_list("fact", "fact", folder.facts.node, folder.facts.place),
        editions=tuple(
            _edition(edition) for edition in sorted(folder.editions, key=lambda each: each.name)
        ),
    )


def tables(nodes: Iterable[Node]) -> Iterator[Table]:
    """Those of the nodes that are tables."""
    return (node for node in nodes if isinstance(node, Table))


def _edition(edition: EditionFolder) -> EditionView:
    indicators = tuple(
        IndicatorView(
            code=_text(indicator.file.node, "indicator") or indicator.stem,
            section=indicator.section,
            stem=indicator.stem,
            place=indicator.file.place,
            node=indicator.file.node,
        )
        for indicator in edition.indicators
    )
    nodes = [indicator.node for indicator in indicators if indicator.node is not None]
    return EditionView(
        name=edition.name,
        is_scored=is_scored(edition),
        node=edition.file.node,
        place=edition.file.place,
        folder=edition,
        indicators=indicators,
        declared=Declared(
            kind="indicator",
            place=edition.file.place,
            tables={
                indicator.code: indicator.node
                for indicator in indicators
                if isinstance(indicator.node, Table)
            },
            codes=tuple(code for node in nodes if (code := scalar(node, "indicator")) is not None),
            is_whole=len(nodes) == len(edition.indicators) > 0
            and _listed(edition.file.node) <= {indicator.code for indicator in indicators},
        ),
    )


def _listed(edition: Node | None) -> set[str]:
    return {code.text for code in items(edition, "indicators") if isinstance(code, Scalar)}


def _from_list(kind: str, key: str, node: Node | None, place: Place) -> Declared:
    return _declared(kind, key, items(node), node, place)


def _declared(
    kind: str, key: str, entries: tuple[Node, ...], file: Node | None, place: Place
) -> Declared:
    found: dict[str, Table] = {}
    codes: list[Scalar] = []
    for table in tables(entries):
        code = scalar(table, key)
        if code is not None and code.text:
            found.setdefault(code.text, table)
            codes.append(code)
    return Declared(
        kind=kind,
        place=place,
        tables=found,
        codes=tuple(codes),
        is_whole=file is not None and len(codes) == len(entries) > 0,
    )


def _text(node: Node | None, key: str) -> str:
    found = scalar(node, key)
    return "" if found is None else found.text
