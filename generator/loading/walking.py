"""From a policy folder on disk to what it holds: the one place that knows which file lies where."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.diagnostics import Code, Diagnostic, Place, Source, nearest
from generator.loading.folder import (
    ConditionEntry,
    DataFile,
    EditionFolder,
    GuideFolder,
    IndicatorEntry,
    PageFile,
    PolicyFolder,
)
from generator.loading.inheritance import (
    based_on,
    complete_condition,
    complete_edition,
    complete_indicator,
    inherited_conditions,
    inherited_indicators,
    with_document,
)
from generator.loading.prose_pages import cut_head
from generator.policy.cases import CaseText
from generator.policy.conditions import ConditionFile
from generator.policy.editions import EditionText
from generator.policy.facts import Fact
from generator.policy.fit import Fitted, fit, fit_all
from generator.policy.glossary import Term
from generator.policy.guide.changelog import Change
from generator.policy.guide.claims import Claims
from generator.policy.guide.comparison import Comparison
from generator.policy.guide.faq import FrequentQuestions
from generator.policy.guide.papers import Paper
from generator.policy.guide.risks import Risk
from generator.policy.guide.self_assessment import SelfAssessment
from generator.policy.indicators import SECTIONS, IndicatorFile
from generator.policy.pages import PageHead
from generator.policy.people import Person
from generator.policy.places import Places
from generator.policy.policy_file import PolicyFile
from generator.policy.questions import QuestionsFile
from generator.policy.readings import ReadingText
from generator.policy.search_words import SearchWord
from generator.policy.sources import Document
from generator.policy.yardsticks import YardsticksText
from generator.reading import Node, TextFile, read_text
from generator.reading.kept_trees import KeptTrees
from generator.reading.nodes import follow, scalar

_YAML = ".yaml"
_MARKDOWN = ".md"
_FOR_SCORING = ("policy.yaml", "yardsticks.yaml", "questions.yaml", "readings.yaml")
_FOR_PAGES = ("sources.yaml", "people.yaml", "glossary.yaml")
_AS_NEEDED = ("facts.yaml", "search.yaml")
_GUIDE = ("claims", "faq", "papers", "risks", "self_assessment", "comparison", "changelog")


def read_policy_folder(
    policy_dir: Path,
    shown: str | None = None,
    *,
    only_scoring: bool = False,
    cache: Path | None = None,
) -> PolicyFolder:
    """Everything in the folder; messages call it ``shown``.

    ``only_scoring`` leaves out what an engine does without: sources, people, terms, cases and texts.
    ``cache`` is a folder in which the trees of files that were read are kept; without it all are parsed.
    Mistakes never stop the reading; they are in the ``diagnostics`` of what comes back.
    """
    return _Walker(KeptTrees(cache), only_scoring=only_scoring).policy(
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parsed:
    """A file as YAML, before anything else is known of it."""

    place: Place
    node: Node | None
    is_sound: bool


class _Walker:
    """Reads the files of one policy and collects what is wrong with them."""

    def __init__(self, trees: KeptTrees, *, only_scoring: bool) -> None:
        self.trees = trees
        self.only_scoring = only_scoring
        self.found: list[Diagnostic] = []
        self.places = Places()

    def policy(self, root: _Folder) -> PolicyFolder:
        as_needed = [name for name in _AS_NEEDED if name in root.files]
        self._expect(
            root,
            (*_FOR_SCORING, *_FOR_PAGES, *as_needed),
            ("editions", "pages", "guide"),
            needed=("editions",),
        )
        return PolicyFolder(
            policy=self._data(root, "policy.yaml", PolicyFile, "the policy"),
            sources=self._list(root, "sources.yaml", Document, "the list of sources"),
            yardsticks=self._data(root, "yardsticks.yaml", YardsticksText, "the file"),
            questions=self._data(root, "questions.yaml", QuestionsFile, "the file"),
            readings=self._list(root, "readings.yaml", ReadingText, "the list of readings"),
            people=self._list(root, "people.yaml", Person, "the list of people"),
            glossary=self._list(root, "glossary.yaml", Term, "the glossary"),
            facts=self._list(root, "facts.yaml", Fact, "the list of facts"),
            search_words=self._list(root, "search.yaml", SearchWord, "the list of words"),
            guide=self._guide(root),
            editions=self._editions(root),
            pages={} if self.only_scoring else self._pages(root),
            places=self.places,
            diagnostics=tuple(self.found),
        )

    def _guide(self, root: _Folder) -> GuideFolder | None:
        if "guide" not in root.folders or self.only_scoring:
            return None
        guide = root.below("guide")
        self._expect(guide, [f"{name}{_YAML}" for name in _GUIDE], ())
        return GuideFolder(
            claims=self._data(guide, "claims.yaml", Claims, "the file of claims"),
            faq=self._data(guide, "faq.yaml", FrequentQuestions, "the file of questions"),
            papers=self._list(guide, "papers.yaml", Paper, "the list of papers"),
            risks=self._list(guide, "risks.yaml", Risk, "the list of risks"),
            self_assessment=self._data(
                guide, "self_assessment.yaml", SelfAssessment, "the official form"
            ),
            comparison=self._data(guide, "comparison.yaml", Comparison, "the comparison"),
            changelog=self._list(guide, "changelog.yaml", Change, "the list of changes"),
        )

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
            unfinished = DataFile[EditionText](
                place=own.place, node=own.node, value=None, sound=False
            )
            scored = scalar(own.node, "scored")
            return EditionFolder(
                name=name,
                file=unfinished,
                is_scored=scored is not None and scored.text == "true",
                stated=own.node,
                based_on="",
                indicators=(),
                conditions=(),
                texts={},
                cases={},
            )
        stated = complete_edition(own.node, None if before is None else before.stated)
        complete = with_document(stated, scalar(own.node, "document"))
        file = self._fitted(replace(own, node=complete), EditionText, "the edition")
        scored = scalar(complete, "scored")
        has_parts = scored is None or scored.text != "false"
        parts = ("indicators", "conditions", "texts", "cases") if has_parts else ()
        needed = parts[:1] if before is None else ()
        self._expect(folder, ("edition.yaml",), parts, needed=needed)
        with_pages = has_parts and not self.only_scoring
        texts = self._texts(folder, "texts") if with_pages else {}
        indicators = self._indicators(folder, own.node, stated, before) if has_parts else ()
        stems = {indicator.stem for indicator in indicators}
        inherited = {} if before is None else before.texts
        return EditionFolder(
            name=name,
            file=file,
            is_scored=scored is not None and scored.text == "true",
            stated=stated,
            based_on="" if before is None else before.name,
            indicators=indicators,
            conditions=self._conditions(folder, own.node, stated, before) if has_parts else (),
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
    ) -> tuple[IndicatorEntry, ...]:
        """The edition's own files laid over those of the edition before, and what it takes over as it is."""
        document, inherited = scalar(own, "document"), follow(own, "inherited")
        known = {} if before is None else {(f.section, f.stem): f for f in before.indicators}
        found = []
        for section, name, parsed in self._indicator_files(folder):
            stem = name.removesuffix(_YAML)
            base = known.get((section, stem))
            node = complete_indicator(parsed.node, base.stated if base else None, inherited)
            complete = replace(parsed, node=with_document(node, document))
            found.append(
                IndicatorEntry(
                    section=section,
                    stem=stem,
                    file=self._fitted(complete, IndicatorFile, "the indicator"),
                    stated=node,
                    has_own_rule=base is None or follow(parsed.node, "rule") is not None,
                )
            )
        for entry in () if before is None else inherited_indicators(before, found, stated):
            node = complete_indicator(None, entry.stated, inherited)
            taken = _Parsed(
                place=entry.file.place,
                node=with_document(node, document),
                is_sound=entry.file.sound,
            )
            file = self._file(taken, self._fit(taken.node, IndicatorFile, "the indicator"))
            found.append(replace(entry, file=file, stated=node, has_own_rule=False))
        return tuple(found)

    def _indicator_files(self, edition: _Folder) -> Iterator[tuple[str, str, _Parsed]]:
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
    ) -> tuple[ConditionEntry, ...]:
        """As with indicators; there may be none."""
        document, inherited = scalar(own, "document"), follow(own, "inherited")
        known = {} if before is None else {entry.stem: entry.stated for entry in before.conditions}
        found = []
        files = folder.below("conditions")
        for name in self._named(files, _YAML) if "conditions" in folder.folders else ():
            parsed = self._parsed(files, name)
            stem = name.removesuffix(_YAML)
            node = complete_condition(parsed.node, known.get(stem), inherited)
            complete = replace(parsed, node=with_document(node, document))
            file = self._fitted(complete, ConditionFile, "the condition")
            found.append(ConditionEntry(stem=stem, file=file, stated=node))
        for entry in () if before is None else inherited_conditions(before, found, stated):
            node = complete_condition(None, entry.stated, inherited)
            taken = _Parsed(
                place=entry.file.place,
                node=with_document(node, document),
                is_sound=entry.file.sound,
            )
            file = self._file(taken, self._fit(taken.node, ConditionFile, "the condition"))
            found.append(replace(entry, file=file, stated=node))
        return tuple(found)

    def _cases(self, edition: _Folder) -> dict[str, DataFile[tuple[CaseText, ...]]]:
        if "cases" not in edition.folders:
            return {}
        folder = edition.below("cases")
        return {
            name.removesuffix(_YAML): self._list(folder, name, CaseText, "the list of cases")
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
        parsed = _Parsed(place=Place(source=file.source), node=None, is_sound=False)
        if not mistakes:
            node, broken = self.trees.parse(head)
            self.found += broken
            parsed = replace(parsed, node=node, is_sound=not broken)
        return PageFile(head=self._fitted(parsed, PageHead, "the page's head"), text=body)

    def _data[T](self, folder: _Folder, name: str, declaration: type[T], what: str) -> DataFile[T]:
        """A file that is one table."""
        return self._fitted(self._parsed(folder, name), declaration, what)

    def _list[T](
        self, folder: _Folder, name: str, declaration: type[T], what: str
    ) -> DataFile[tuple[T, ...]]:
        """A file that is a list of tables."""
        parsed = self._parsed(folder, name)
        node = parsed.node
        fitted = None if node is None else fit_all(node, declaration, what, self.places)
        return self._file(parsed, fitted)

    def _parsed(self, folder: _Folder, name: str) -> _Parsed:
        nothing = _Parsed(place=folder.place_of(name), node=None, is_sound=False)
        if name not in folder.files or (self.only_scoring and name in (*_FOR_PAGES, *_AS_NEEDED)):
            return nothing
        text, unreadable = read_text(folder.path / name, f"{folder.shown}/{name}")
        self.found += unreadable
        if text is None:
            return nothing
        node, mistakes = self.trees.parse(text)
        self.found += mistakes
        return _Parsed(place=Place(source=text.source), node=node, is_sound=not mistakes)

    def _fit[T](self, node: Node | None, declaration: type[T], what: str) -> Fitted[T] | None:
        return None if node is None else fit(node, declaration, what, self.places)

    def _fitted[T](self, parsed: _Parsed, declaration: type[T], what: str) -> DataFile[T]:
        return self._file(parsed, self._fit(parsed.node, declaration, what))

    def _file[T](self, parsed: _Parsed, fitted: Fitted[T] | None) -> DataFile[T]:
        """The file with what was made of it; mistakes of another file that it takes over are said there."""
        if fitted is None:
            return DataFile(place=parsed.place, node=parsed.node, value=None, sound=False)
        here = parsed.place.source.name
        self.found += [each for each in fitted.mistakes if each.place.source.name == here]
        return DataFile(
            place=parsed.place,
            node=parsed.node,
            value=fitted.value,
            sound=parsed.is_sound and not fitted.mistakes,
            declarations=fitted.declarations,
            references=fitted.references,
        )

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
