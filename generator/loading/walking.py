"""From a policy folder on disk to what it holds: the one place that knows which file lies where."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.diagnostics import Code, Diagnostic, Place, Source, nearest
from generator.loading.cases import CASES
from generator.loading.conditions import CONDITION
from generator.loading.editions import EDITION
from generator.loading.facts import FACTS
from generator.loading.fitting import fit
from generator.loading.folder import (
    ConditionFile,
    DataFile,
    EditionFolder,
    IndicatorFile,
    PageFile,
    PolicyFolder,
)
from generator.loading.glossary import GLOSSARY
from generator.loading.guide.files import GUIDE_FILES
from generator.loading.indicators import INDICATOR, SECTIONS
from generator.loading.inheritance import (
    based_on,
    complete_condition,
    complete_edition,
    complete_indicator,
    inherited_conditions,
    inherited_indicators,
    with_document,
)
from generator.loading.people import PEOPLE
from generator.loading.policy_file import POLICY
from generator.loading.prose_pages import HEAD, cut_head
from generator.loading.questions import QUESTIONS
from generator.loading.readings import READINGS
from generator.loading.shapes import Shape
from generator.loading.sources import SOURCES
from generator.loading.yardsticks import YARDSTICKS
from generator.reading import Node, Scalar, TextFile, parse_yaml, read_text
from generator.reading.nodes import follow, scalar

_YAML = ".yaml"
_MARKDOWN = ".md"
_FOR_SCORING = ("policy.yaml", "yardsticks.yaml", "questions.yaml", "readings.yaml")
_FOR_PAGES = ("sources.yaml", "people.yaml", "glossary.yaml")
_AS_NEEDED = ("facts.yaml",)


def read_policy_folder(
    policy_dir: Path, shown: str | None = None, *, only_scoring: bool = False
) -> PolicyFolder:
    """Everything in the folder; messages call it ``shown``.

    ``only_scoring`` leaves out what an engine does without: sources, people, terms, cases and texts.
    Mistakes never stop the reading; they are in the ``diagnostics`` of what comes back.
    """
    return _Walker(only_scoring=only_scoring).policy(
        _Folder(policy_dir, policy_dir.as_posix() if shown is None else shown)
    )


class _Folder:
    """A folder on disk and what is visible in it."""

    def __init__(self, path: Path, shown: str) -> None:
        self.path = path
        self.shown = shown
        self.place = Place(source=Source(shown))
        self.problem = ""
        self.files: list[str] = []
        self.folders: list[str] = []
        try:
            for entry in sorted(path.iterdir(), key=lambda entry: entry.name):
                if not entry.name.startswith("."):
                    (self.folders if entry.is_dir() else self.files).append(entry.name)
        except OSError as error:
            self.problem = error.strerror or "it can't be read"

    def below(self, name: str) -> "_Folder":
        return _Folder(self.path / name, f"{self.shown}/{name}")

    def place_of(self, name: str) -> Place:
        return Place(source=Source(f"{self.shown}/{name}"))


class _Walker:
    """Reads the files of one policy and collects what is wrong with them."""

    def __init__(self, *, only_scoring: bool) -> None:
        self.only_scoring = only_scoring
        self.found: list[Diagnostic] = []

    def policy(self, root: _Folder) -> PolicyFolder:
        as_needed = [name for name in _AS_NEEDED if name in root.files]
        self._expect(
            root,
            (*_FOR_SCORING, *_FOR_PAGES, *as_needed),
            ("editions", "pages", "guide"),
            needed=("editions",),
        )
        return PolicyFolder(
            policy=self._data(root, "policy.yaml", POLICY, "the policy"),
            sources=self._data(root, "sources.yaml", SOURCES, "the list of sources"),
            yardsticks=self._data(root, "yardsticks.yaml", YARDSTICKS, "the file"),
            questions=self._data(root, "questions.yaml", QUESTIONS, "the file"),
            readings=self._data(root, "readings.yaml", READINGS, "the list of readings"),
            people=self._data(root, "people.yaml", PEOPLE, "the list of people"),
            glossary=self._data(root, "glossary.yaml", GLOSSARY, "the glossary"),
            facts=self._data(root, "facts.yaml", FACTS, "the list of facts"),
            guide=self._guide(root),
            editions=self._editions(root),
            pages={} if self.only_scoring else self._pages(root),
            diagnostics=tuple(self.found),
        )

    def _guide(self, root: _Folder) -> dict[str, DataFile]:
        if "guide" not in root.folders or self.only_scoring:
            return {}
        folder = root.below("guide")
        self._expect(folder, [f"{name}{_YAML}" for name in GUIDE_FILES], ())
        return {
            name: self._data(folder, f"{name}{_YAML}", shape, what)
            for name, (shape, what) in GUIDE_FILES.items()
        }

    def _editions(self, root: _Folder) -> tuple[EditionFolder, ...]:
        if "editions" not in root.folders:
            return ()
        editions = root.below("editions")
        self._expect(editions, (), editions.folders)
        if not editions.folders and not editions.problem:
            self._report(Code.MISSING_FILE, editions.place, "there is no edition in this folder")
        found: dict[str, EditionFolder] = {}
        for name in editions.folders:
            found[name] = self._edition(editions.below(name), name, found)
        return tuple(found.values())

    def _edition(
        self, folder: _Folder, name: str, earlier: Mapping[str, EditionFolder]
    ) -> EditionFolder:
        own = self._parsed(folder, "edition.yaml")
        before = self._before(own.node, earlier)
        if before is None and based_on(own.node) is not None:
            # Half an edition: whatever else could be said of it would follow from that.
            unfinished = replace(own, sound=False)
            return EditionFolder(
                name=name,
                file=unfinished,
                stated=own.node,
                based_on="",
                indicators=(),
                conditions=(),
                texts={},
                cases={},
            )
        stated = complete_edition(own.node, None if before is None else before.stated)
        file = self._fitted(
            own, with_document(stated, scalar(own.node, "document")), EDITION, "the edition"
        )
        is_scored = not _says(file, "scored", "false")
        parts = ("indicators", "conditions", "texts", "cases") if is_scored else ()
        needed = parts[:1] if before is None else ()
        self._expect(folder, ("edition.yaml",), parts, needed=needed)
        with_pages = is_scored and not self.only_scoring
        texts = self._texts(folder, "texts") if with_pages else {}
        indicators = self._indicators(folder, own.node, stated, before) if is_scored else ()
        stems = {indicator.stem for indicator in indicators}
        inherited = {} if before is None else before.texts
        return EditionFolder(
            name=name,
            file=file,
            stated=stated,
            based_on="" if before is None else before.name,
            indicators=indicators,
            conditions=self._conditions(folder, own.node, stated, before) if is_scored else (),
            texts={stem: text for stem, text in inherited.items() if stem in stems} | texts,
            cases=self._cases(folder) if with_pages else {},
        )

    def _before(
        self, edition: Node | None, earlier: Mapping[str, EditionFolder]
    ) -> EditionFolder | None:
        """The edition that this one says it is based on, if it is there."""
        code = based_on(edition)
        if code is None:
            return None
        if code.text not in earlier:
            self._report(
                Code.UNKNOWN_REFERENCE,
                code.place,
                f'there is no earlier edition "{code.text}"',
                f"name one of {', '.join(earlier)}" if earlier else "take the key out",
            )
        return earlier.get(code.text)

    def _indicators(
        self,
        folder: _Folder,
        own: Node | None,
        stated: Node | None,
        before: EditionFolder | None,
    ) -> tuple[IndicatorFile, ...]:
        """The edition's own files laid over those of the edition before, and what it takes over as it is."""
        document, inherited = scalar(own, "document"), follow(own, "inherited")
        known = {} if before is None else {(f.section, f.stem): f for f in before.indicators}
        found = []
        for section, name, parsed in self._indicator_files(folder):
            stem = name.removesuffix(_YAML)
            base = known.get((section, stem))
            node = complete_indicator(parsed.node, base.stated if base else None, inherited)
            fitted = self._fitted(parsed, with_document(node, document), INDICATOR, "the indicator")
            found.append(
                IndicatorFile(
                    section=section,
                    stem=stem,
                    file=fitted,
                    stated=node,
                    has_own_rule=base is None or follow(parsed.node, "rule") is not None,
                )
            )
        for file in () if before is None else inherited_indicators(before, found, stated):
            node = complete_indicator(None, file.stated, inherited)
            complete = replace(file.file, node=with_document(node, document))
            found.append(replace(file, file=complete, stated=node, has_own_rule=False))
        return tuple(found)

    def _indicator_files(self, edition: _Folder) -> Iterator[tuple[str, str, DataFile]]:
        """The section, name and content of each file."""
        if "indicators" not in edition.folders:
            return
        sections = edition.below("indicators")
        self._expect(sections, (), SECTIONS)
        for section in SECTIONS:
            if section in sections.folders:
                folder = sections.below(section)
                for name in self._named(folder, _YAML):
                    yield section, name, self._parsed(folder, name)

    def _conditions(
        self, folder: _Folder, own: Node | None, stated: Node | None, before: EditionFolder | None
    ) -> tuple[ConditionFile, ...]:
        """As with indicators; there may be none."""
        document, inherited = scalar(own, "document"), follow(own, "inherited")
        known = {} if before is None else {file.stem: file.stated for file in before.conditions}
        found = []
        files = folder.below("conditions")
        for name in self._named(files, _YAML) if "conditions" in folder.folders else ():
            parsed = self._parsed(files, name)
            stem = name.removesuffix(_YAML)
            node = complete_condition(parsed.node, known.get(stem), inherited)
            fitted = self._fitted(parsed, with_document(node, document), CONDITION, "the condition")
            found.append(ConditionFile(stem=stem, file=fitted, stated=node))
        for file in () if before is None else inherited_conditions(before, found, stated):
            node = complete_condition(None, file.stated, inherited)
            complete = replace(file.file, node=with_document(node, document))
            found.append(replace(file, file=complete, stated=node))
        return tuple(found)

    def _cases(self, edition: _Folder) -> dict[str, DataFile]:
        if "cases" not in edition.folders:
            return {}
        folder = edition.below("cases")
        return {
            name.removesuffix(_YAML): self._data(folder, name, CASES, "the list of cases")
            for name in self._named(folder, _YAML)
        }

    def _texts(self, parent: _Folder, name: str) -> dict[str, TextFile]:
        if name not in parent.folders:
            return {}
        folder = parent.below(name)
        texts: dict[str, TextFile] = {}
        for file_name in self._named(folder, _MARKDOWN):
            text, diagnostics = read_text(folder.path / file_name, f"{folder.shown}/{file_name}")
            self.found += diagnostics
            if text is not None and not text.text.strip():
                self._report(Code.EMPTY, folder.place_of(file_name), "the file is empty")
            if text is not None:
                texts[file_name.removesuffix(_MARKDOWN)] = text
        return texts

    def _pages(self, root: _Folder) -> dict[str, PageFile]:
        return {name: self._page(text) for name, text in self._texts(root, "pages").items()}

    def _page(self, file: TextFile) -> PageFile:
        head, body, mistakes = cut_head(file)
        self.found += mistakes
        parsed = DataFile(place=Place(source=file.source), node=None, sound=False)
        if not mistakes:
            node, broken = parse_yaml(head)
            self.found += broken
            parsed = replace(parsed, node=node, sound=node is not None and not broken)
        return PageFile(head=self._fitted(parsed, parsed.node, HEAD, "the page's head"), text=body)

    def _data(self, folder: _Folder, name: str, shape: Shape, what: str) -> DataFile:
        parsed = self._parsed(folder, name)
        return self._fitted(parsed, parsed.node, shape, what)

    def _parsed(self, folder: _Folder, name: str) -> DataFile:
        """The file as YAML; whether it is sound is said of its syntax alone."""
        place = folder.place_of(name)
        nothing = DataFile(place=place, node=None, sound=False)
        if name not in folder.files or (self.only_scoring and name in (*_FOR_PAGES, *_AS_NEEDED)):
            return nothing
        text, unreadable = read_text(folder.path / name, f"{folder.shown}/{name}")
        self.found += unreadable
        if text is None:
            return nothing
        node, mistakes = parse_yaml(text)
        self.found += mistakes
        top = Place(source=text.source)
        return DataFile(place=top, node=node, sound=node is not None and not mistakes)

    def _fitted(self, file: DataFile, node: Node | None, shape: Shape, what: str) -> DataFile:
        """The file with this node for its content; mistakes of another file that it takes over are said there."""
        mistakes = [] if node is None else list(fit(node, shape, what))
        here = file.place.source.name
        self.found += [mistake for mistake in mistakes if mistake.place.source.name == here]
        return DataFile(place=file.place, node=node, sound=file.sound and not mistakes)

    def _named(self, folder: _Folder, suffix: str) -> list[str]:
        """The files of the folder that end in the suffix; whatever else is there is reported."""
        names = [name for name in folder.files if name.endswith(suffix)]
        self._expect(folder, names, ())
        return names

    def _expect(
        self,
        folder: _Folder,
        files: Iterable[str],
        folders: Iterable[str],
        needed: Iterable[str] = (),
    ) -> None:
        """Reports what is there and not expected; of what is expected, files and ``needed`` folders that are not."""
        if not folder.path.exists():
            self._report(
                Code.MISSING_FILE, folder.place, "there is no such folder", "check the path"
            )
            return
        if folder.problem:
            message = f"the folder can't be read: {folder.problem}"
            self._report(Code.UNREADABLE, folder.place, message)
            return
        stray_files = [name for name in folder.files if name not in files]
        stray_folders = [name for name in folder.folders if name not in folders]
        for name in files:
            self._expect_one(folder, name, stray_files, folder.files, stray_folders)
        for name in folders:
            if name in needed or name in stray_files:
                self._expect_one(folder, name, stray_folders, folder.folders, stray_files)
        for name in stray_files:
            self._report(Code.UNUSED_FILE, folder.place_of(name), "nothing reads this file")
        for name in stray_folders:
            self._report(Code.UNUSED_FILE, folder.place_of(name), "nothing reads this folder")

    def _expect_one(
        self, folder: _Folder, name: str, strays: list[str], there: list[str], others: list[str]
    ) -> None:
        if name in there:
            return
        kind = "file" if "." in name else "folder"
        place = folder.place_of(name)
        if name in others:
            others.remove(name)
            other = "folder" if kind == "file" else "file"
            self._report(Code.NOT_A_FILE, place, f"this is a {other} where a {kind} has to be")
            return
        renamed = nearest(name, strays)
        hint = "restore it"
        if renamed is not None:
            strays.remove(renamed)
            hint = f"there is {folder.shown}/{renamed}; was it renamed?"
        self._report(Code.MISSING_FILE, place, f"the {kind} {name} is missing", hint)

    def _report(self, code: Code, place: Place, message: str, hint: str = "") -> None:
        self.found.append(Diagnostic(code=code, place=place, message=message, hint=hint))


def _says(file: DataFile, key: str, value: str) -> bool:
    found = scalar(file.node, key)
    return isinstance(found, Scalar) and found.text == value
