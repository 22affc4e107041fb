"""From a policy folder on disk to what it holds: the one place that knows which file lies where."""

from dataclasses import replace
from pathlib import Path

from generator.diagnostics import Place
from generator.loading.disk_folder import DiskFolder
from generator.loading.edition_reader import EditionReader
from generator.loading.file_memory import FileMemory
from generator.loading.file_reader import FileReader, Parsed
from generator.loading.folder import DataFile, GuideFolder, PageFile, PolicyFolder
from generator.loading.prose_pages import PAGES, cut_head
from generator.policy.facts import Fact
from generator.policy.glossary import Term
from generator.policy.guide.changelog import Change
from generator.policy.guide.claims import Claims
from generator.policy.guide.comparison import Comparison
from generator.policy.guide.deadlines import Deadline
from generator.policy.guide.faq import FrequentQuestions
from generator.policy.guide.papers import Paper
from generator.policy.guide.risks import Risk
from generator.policy.guide.self_assessment import SelfAssessment
from generator.policy.pages import PageHead
from generator.policy.people import Person
from generator.policy.policy_file import PolicyFile
from generator.policy.questions import QuestionsFile
from generator.policy.readings import ReadingText
from generator.policy.search_words import SearchWord
from generator.policy.sources import Document
from generator.policy.witnesses import WitnessesFile
from generator.policy.yardsticks import NO_YARDSTICKS, YardsticksText
from generator.reading import TextFile
from generator.reading.kept_trees import KeptTrees
from generator.scoring.questions import Kind

_YAML = ".yaml"
_FOR_SCORING = ("policy.yaml", "questions.yaml")
_OF_LEDGERS = ("yardsticks.yaml", "readings.yaml")
"""What only a policy has to have that asks for contributions month by month."""
_FOR_PAGES = ("sources.yaml",)
_FACTS = "facts.yaml"
_AS_NEEDED = ("people.yaml", "glossary.yaml", _FACTS, "search.yaml", "witnesses.yaml")
PICTURE = "share.png"
"""A picture for shared links, beside its drawing; both may be left out."""
_DRAWING = "share.svg"
_GUIDE_FOR_SCORING = ("papers", "deadlines")
"""Files of the guide that say what answers and points call for."""
_GUIDE = (
    "claims",
    "faq",
    "papers",
    "risks",
    "self_assessment",
    "comparison",
    "deadlines",
    "changelog",
)


def read_policy_folder(
    policy_dir: Path,
    shown: str | None = None,
    *,
    only_scoring: bool = False,
    cache: Path | None = None,
    memory: FileMemory | None = None,
) -> PolicyFolder:
    """Everything in the folder; messages call it ``shown``.

    ``only_scoring`` leaves out what an engine does without: sources, people, terms, cases, texts, most of the guide.
    ``cache`` is a folder in which the trees of files that were read are kept; without it all are parsed.
    ``memory`` holds what files said before, where a process reads them again and again.
    Mistakes never stop the reading; they are in the ``diagnostics`` of what comes back.
    """
    of_guide = (f"{name}{_YAML}" for name in _GUIDE if name not in _GUIDE_FOR_SCORING)
    left_out = frozenset((*_FOR_PAGES, *_AS_NEEDED, *of_guide) if only_scoring else ()) - {_FACTS}
    reader = FileReader(KeptTrees(cache), left_out, only_scoring=only_scoring, memory=memory)
    name = policy_dir.as_posix() if shown is None else shown
    return _Walker(reader).policy(DiskFolder(policy_dir, name))


class _Walker:
    """Reads the files of one policy."""

    def __init__(self, reader: FileReader) -> None:
        self.reader = reader

    def policy(self, root: DiskFolder) -> PolicyFolder:
        questions = self.reader.table(root, "questions.yaml", QuestionsFile, "the file")
        form = questions.value
        has_ledger = form is not None and any(each.kind is Kind.LEDGER for each in form.questions)
        optional = (*_AS_NEEDED, PICTURE, _DRAWING, *(() if has_ledger else _OF_LEDGERS))
        self.reader.expect(
            root,
            (
                *_FOR_SCORING,
                *_FOR_PAGES,
                *(_OF_LEDGERS if has_ledger else ()),
                *(name for name in optional if name in root.files),
            ),
            ("editions", PAGES, "guide"),
            needed=("editions",),
        )
        return PolicyFolder(
            policy=self.reader.table(root, "policy.yaml", PolicyFile, "the policy"),
            sources=self.reader.list_of(root, "sources.yaml", Document, "the list of sources"),
            yardsticks=_or_nothing(
                self.reader.table(root, "yardsticks.yaml", YardsticksText, "the file"),
                root,
                NO_YARDSTICKS,
                needed=has_ledger,
            ),
            questions=questions,
            readings=_or_nothing(
                self.reader.list_of(root, "readings.yaml", ReadingText, "the list of readings"),
                root,
                (),
                needed=has_ledger,
            ),
            people=_or_nothing(
                self.reader.list_of(root, "people.yaml", Person, "the list of people"),
                root,
                (),
                needed=False,
            ),
            glossary=_or_nothing(
                self.reader.list_of(root, "glossary.yaml", Term, "the glossary"),
                root,
                (),
                needed=False,
            ),
            facts=self.reader.list_of(root, _FACTS, Fact, "the list of facts"),
            search_words=self.reader.list_of(root, "search.yaml", SearchWord, "the list of words"),
            witnesses=self.reader.table(root, "witnesses.yaml", WitnessesFile, "the file"),
            guide=self._guide(root),
            editions=EditionReader(self.reader).editions(root),
            pages={} if self.reader.only_scoring else self._pages(root),
            picture=self._picture(root),
            places=self.reader.places,
            diagnostics=tuple(self.reader.found),
        )

    def _guide(self, root: DiskFolder) -> GuideFolder | None:
        if "guide" not in root.folders:
            return None
        guide = root.below("guide")
        self.reader.expect(guide, [f"{name}{_YAML}" for name in _GUIDE], ())
        return GuideFolder(
            claims=self.reader.table(guide, "claims.yaml", Claims, "the file of claims"),
            faq=self.reader.table(guide, "faq.yaml", FrequentQuestions, "the file of questions"),
            papers=self.reader.list_of(guide, "papers.yaml", Paper, "the list of papers"),
            risks=self.reader.list_of(guide, "risks.yaml", Risk, "the list of risks"),
            self_assessment=self.reader.table(
                guide, "self_assessment.yaml", SelfAssessment, "the official form"
            ),
            comparison=self.reader.table(guide, "comparison.yaml", Comparison, "the comparison"),
            deadlines=self.reader.list_of(
                guide, "deadlines.yaml", Deadline, "the list of deadlines"
            ),
            changelog=self.reader.list_of(guide, "changelog.yaml", Change, "the list of changes"),
        )

    def _picture(self, root: DiskFolder) -> bytes | None:
        if PICTURE not in root.files or self.reader.only_scoring:
            return None
        return (root.path / PICTURE).read_bytes()

    def _pages(self, root: DiskFolder) -> dict[str, PageFile]:
        texts = self.reader.texts(root, PAGES)
        return {name: self._page(text) for name, text in texts.items() if text.text}

    def _page(self, file: TextFile) -> PageFile:
        head, body, mistakes = cut_head(file)
        self.reader.found += mistakes
        parsed = Parsed(place=Place(source=file.source), node=None, is_sound=False)
        if not mistakes:
            node, broken = self.reader.trees.parse(head)
            self.reader.found += broken
            parsed = replace(parsed, node=node, is_sound=not broken)
        return PageFile(head=self.reader.fitted(parsed, PageHead, "the page's head"), text=body)


def _or_nothing[T](file: DataFile[T], root: DiskFolder, nothing: T, *, needed: bool) -> DataFile[T]:
    """The file; where there is none and none is needed, one that says nothing, and is sound."""
    name = file.place.source.name.rpartition("/")[2]
    is_there = name in root.files or name in root.folders or name in root.links
    return file if needed or is_there else replace(file, value=nothing, sound=True)
