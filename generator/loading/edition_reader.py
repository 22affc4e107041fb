"""The folder ``editions``: each edition complete, with what it takes over from the one before it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.diagnostics import Code
from generator.loading.changed_figures import (
    ChangedFigure,
    changed_figures,
    unknown_indicators,
    with_figures,
)
from generator.loading.disk_folder import DiskFolder
from generator.loading.file_reader import FileReader, Parsed
from generator.loading.folder import ConditionEntry, DataFile, EditionFolder, IndicatorEntry
from generator.loading.indicator_list import with_changed_list
from generator.loading.inheritance import (
    based_on,
    complete_condition,
    complete_edition,
    complete_indicator,
    inherited_conditions,
    inherited_indicators,
    with_document,
)
from generator.policy.cases import CaseText
from generator.policy.conditions import ConditionFile
from generator.policy.editions import EditionText
from generator.policy.indicators import SECTIONS, IndicatorFile
from generator.reading import Node
from generator.reading.nodes import follow, scalar

_YAML = ".yaml"


class EditionReader:
    """Reads editions, oldest first."""

    def __init__(self, reader: FileReader) -> None:
        self.reader = reader

    def editions(self, root: DiskFolder) -> tuple[EditionFolder, ...]:
        """All editions of a policy's folder."""
        if "editions" not in root.folders:
            return ()
        editions = root.below("editions")
        self.reader.expect(editions, (), editions.folders)
        found: dict[str, EditionFolder] = {}
        for name in editions.folders:
            found[name] = self._edition(editions.below(name), name, found)
        return tuple(found.values())

    def _edition(
        self, folder: DiskFolder, name: str, earlier: Mapping[str, EditionFolder]
    ) -> EditionFolder:
        own = self.reader.parsed(folder, "edition.yaml")
        before = self._before(own.node, earlier)
        lacks_base = before is None and based_on(own.node) is not None
        if own.node is None or lacks_base or (before is not None and before.is_unfinished):
            # Half an edition: what could be said of what its files mean would follow from that.
            self.reader.expect(folder, ("edition.yaml",), folder.folders)
            self._look_through(folder)
            unfinished = DataFile[EditionText](
                place=own.place, node=own.node, value=None, sound=False
            )
            scored = scalar(own.node, "scored")
            return EditionFolder(
                name=name,
                file=unfinished,
                is_scored=scored is not None and scored.text == "true",
                is_unfinished=True,
                stated=own.node,
                based_on="",
                indicators=(),
                conditions=(),
                texts={},
                cases={},
            )
        stated = complete_edition(own.node, None if before is None else before.stated)
        scored = scalar(stated, "scored")
        has_parts = scored is None or scored.text != "false"
        files = tuple(self._indicator_files(folder)) if has_parts else ()
        stated = self._listing_indicators(stated, own.node, before, files)
        complete = with_document(stated, scalar(own.node, "document"))
        file = self.reader.fitted(replace(own, node=complete), EditionText, "the edition")
        parts = ("indicators", "conditions", "texts", "cases") if has_parts else ()
        needed = parts[:1] if before is None else ()
        self.reader.expect(folder, ("edition.yaml",), parts, needed=needed)
        with_pages = has_parts and not self.reader.only_scoring
        texts = self.reader.texts(folder, "texts") if with_pages else {}
        indicators = self._indicators(files, own.node, stated, before) if has_parts else ()
        stems = {indicator.stem for indicator in indicators}
        inherited = {} if before is None else before.texts
        return EditionFolder(
            name=name,
            file=file,
            is_scored=scored is not None and scored.text == "true",
            is_unfinished=False,
            stated=stated,
            based_on="" if before is None else before.name,
            indicators=indicators,
            conditions=self._conditions(folder, own.node, stated, before) if has_parts else (),
            texts={stem: text for stem, text in inherited.items() if stem in stems} | texts,
            cases=self._cases(folder) if with_pages else {},
        )

    def _look_through(self, folder: DiskFolder) -> None:
        """Notes mistakes that each file of an edition has by itself."""
        for _ in self._indicator_files(folder):
            pass
        for _ in self._condition_files(folder):
            pass
        if not self.reader.only_scoring:
            self.reader.texts(folder, "texts")
            self._cases(folder)

    def _before(
        self, edition: Node | None, earlier: Mapping[str, EditionFolder]
    ) -> EditionFolder | None:
        """The edition that this one says it is based on, if it is there."""
        code = based_on(edition)
        if code is None:
            return None
        if code.text not in earlier:
            self.reader.report(
                Code.UNKNOWN_REFERENCE,
                code.place,
                f'there is no earlier edition "{code.text}"',
                f"name one of {', '.join(earlier)}" if earlier else "take the key out",
            )
        return earlier.get(code.text)

    def _listing_indicators(
        self,
        stated: Node | None,
        own: Node | None,
        before: EditionFolder | None,
        files: Iterable[tuple[str, str, Parsed]],
    ) -> Node | None:
        """The complete file of an edition with the list of all its indicators."""
        known = () if before is None else before.indicators
        section_of = {entry.stem: entry.section for entry in known}
        section_of |= {name.removesuffix(_YAML): section for section, name, _ in files}
        listed = with_changed_list(stated, own, section_of)
        self.reader.found += listed.mistakes
        return listed.node

    def _indicators(
        self,
        files: Iterable[tuple[str, str, Parsed]],
        own: Node | None,
        stated: Node | None,
        before: EditionFolder | None,
    ) -> tuple[IndicatorEntry, ...]:
        """The edition's own files laid over those of the edition before, and what it takes over as it is."""
        document, inherited = scalar(own, "document"), follow(own, "inherited")
        new_figures = changed_figures(own)
        figures = {
            each.indicator: tuple(e for e in new_figures if e.indicator == each.indicator)
            for each in new_figures
        }
        known = {} if before is None else {(f.section, f.stem): f for f in before.indicators}
        found = []
        for section, name, parsed in files:
            stem = name.removesuffix(_YAML)
            base = known.get((section, stem))
            own_node = None if base is not None and base.stated is None else parsed.node
            node = complete_indicator(own_node, base.stated if base else None, inherited)
            node = self._with_figures(node, figures.get(stem, ()))
            complete = replace(parsed, node=with_document(node, document))
            found.append(
                IndicatorEntry(
                    section=section,
                    stem=stem,
                    file=self._indicator(complete, own),
                    stated=node,
                    has_own_rule=base is None or follow(parsed.node, "rule") is not None,
                    has_new_figures=stem in figures,
                )
            )
        for entry in () if before is None else inherited_indicators(before, found, stated):
            new = figures.get(entry.stem, ())
            node = self._with_figures(complete_indicator(None, entry.stated, inherited), new)
            taken = Parsed(
                place=entry.file.place,
                node=with_document(node, document),
                is_sound=entry.file.sound,
            )
            file = self._indicator(taken, own)
            has_new = entry.stem in figures
            found.append(
                replace(entry, file=file, stated=node, has_own_rule=False, has_new_figures=has_new)
            )
        self.reader.found += unknown_indicators(new_figures, tuple(each.stem for each in found))
        return tuple(found)

    def _indicator(self, parsed: Parsed, edition: Node | None) -> DataFile[IndicatorFile]:
        """A file with what the edition's own one says of it: mistakes of either are said."""
        fitted = self.reader.fit(parsed.node, IndicatorFile, "the indicator")
        said_by = () if edition is None else (edition.place.source.name,)
        return self.reader.file(parsed, fitted, said_by)

    def _with_figures(self, node: Node | None, figures: tuple[ChangedFigure, ...]) -> Node | None:
        changed = with_figures(node, figures)
        self.reader.found += changed.mistakes
        return changed.node

    def _indicator_files(self, edition: DiskFolder) -> Iterator[tuple[str, str, Parsed]]:
        """The section, name and content of each file."""
        if "indicators" not in edition.folders:
            return
        sections = edition.below("indicators")
        self.reader.expect(sections, (), SECTIONS)
        for section in SECTIONS:
            if section in sections.folders:
                folder = sections.below(section)
                # One that was emptied is told by the edition's list, which still names its indicators.
                for name in () if folder.is_empty else self.reader.named(folder, _YAML):
                    yield section, name, self.reader.parsed(folder, name)

    def _conditions(
        self,
        folder: DiskFolder,
        own: Node | None,
        stated: Node | None,
        before: EditionFolder | None,
    ) -> tuple[ConditionEntry, ...]:
        """As with indicators; there may be none."""
        document, inherited = scalar(own, "document"), follow(own, "inherited")
        known = {} if before is None else {entry.stem: entry.stated for entry in before.conditions}
        found = []
        for name, parsed in self._condition_files(folder):
            stem = name.removesuffix(_YAML)
            own_node = None if stem in known and known[stem] is None else parsed.node
            node = complete_condition(own_node, known.get(stem), inherited)
            complete = replace(parsed, node=with_document(node, document))
            file = self.reader.fitted(complete, ConditionFile, "the condition")
            found.append(ConditionEntry(stem=stem, file=file, stated=node))
        for entry in () if before is None else inherited_conditions(before, found, stated):
            node = complete_condition(None, entry.stated, inherited)
            taken = Parsed(
                place=entry.file.place,
                node=with_document(node, document),
                is_sound=entry.file.sound,
            )
            file = self.reader.file(
                taken, self.reader.fit(taken.node, ConditionFile, "the condition")
            )
            found.append(replace(entry, file=file, stated=node))
        return tuple(found)

    def _condition_files(self, edition: DiskFolder) -> Iterator[tuple[str, Parsed]]:
        """The name and content of each file."""
        if "conditions" in edition.folders:
            folder = edition.below("conditions")
            for name in self.reader.named(folder, _YAML):
                yield name, self.reader.parsed(folder, name)

    def _cases(self, edition: DiskFolder) -> dict[str, DataFile[tuple[CaseText, ...]]]:
        if "cases" not in edition.folders:
            return {}
        folder = edition.below("cases")
        return {
            name.removesuffix(_YAML): self.reader.list_of(
                folder, name, CaseText, "the list of cases"
            )
            for name in self.reader.named(folder, _YAML)
        }
