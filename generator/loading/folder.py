"""What a policy folder holds, file by file: values and texts, and the mistakes each file has in itself.

What could be read is kept even beside broken files, so that checks can go on with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Place
from generator.policy.cases import CaseText
from generator.policy.conditions import ConditionFile
from generator.policy.editions import EditionText
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
from generator.policy.indicators import IndicatorFile
from generator.policy.pages import PageHead
from generator.policy.people import Person
from generator.policy.places import Declaration, Places, Reference
from generator.policy.policy_file import PolicyFile
from generator.policy.questions import QuestionsFile
from generator.policy.readings import ReadingText
from generator.policy.search_words import SearchWord
from generator.policy.sources import Document
from generator.policy.witnesses import WitnessesFile
from generator.policy.yardsticks import YardsticksText
from generator.reading import Node, TextFile


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile[T]:
    """A YAML file: what could be read of it, and whether it has the form of its kind."""

    place: Place
    """The top of the file."""
    node: Node | None
    value: T | None
    """None where it could not be made; a list without the entries that could not."""
    sound: bool
    declarations: tuple[Declaration, ...] = ()
    references: tuple[Reference, ...] = ()


class UnsoundFileError(Exception):
    """A file is asked for its value that has none: a bug of ours, mistakes were to be reported before."""


def said[T](file: DataFile[T]) -> T:
    """The value of a sound file; raises UnsoundFileError."""
    if file.value is None:
        raise UnsoundFileError(file.place)
    return file.value


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorEntry:
    """The file of an indicator in the folder of its section; ``stem`` is its name without ``.yaml``."""

    section: str
    stem: str
    file: DataFile[IndicatorFile]
    stated: Node | None
    """What its own file and those of the editions before say, before receipts were given their document."""
    has_own_rule: bool
    """Whether this edition states the rule itself, not one before it."""
    has_new_figures: bool
    """Whether this edition changes single figures of the rule that it takes over."""

    @property
    def is_changed(self) -> bool:
        """Whether the rule may give other points than in the edition before."""
        return self.has_own_rule or self.has_new_figures


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionEntry:
    """The file of a condition of applying; ``stem`` is its name without ``.yaml``, the rest as with an indicator."""

    stem: str
    file: DataFile[ConditionFile]
    stated: Node | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionFolder:
    """The folder of an edition, named by its effective date."""

    name: str
    file: DataFile[EditionText]
    is_scored: bool
    """Whether the edition is one to score with, as far as its file can be read."""
    is_unfinished: bool
    """Whether its file can't be read, or one that it is based on: the others are then looked through each by itself."""
    stated: Node | None
    """As with an indicator."""
    based_on: str
    """The name of the edition that this one changes; empty where it stands for itself."""
    indicators: tuple[IndicatorEntry, ...]
    conditions: tuple[ConditionEntry, ...]
    texts: Mapping[str, TextFile]
    cases: Mapping[str, DataFile[tuple[CaseText, ...]]]
    """Its own ones; those that it takes over are found by ``generator.loading.taken_over``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFile:
    """A page of its own: what its head says, and the text below, at its lines in the file."""

    head: DataFile[PageHead]
    text: TextFile


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideFolder:
    """The files of the folder ``guide``."""

    claims: DataFile[Claims]
    faq: DataFile[FrequentQuestions]
    papers: DataFile[tuple[Paper, ...]]
    risks: DataFile[tuple[Risk, ...]]
    self_assessment: DataFile[SelfAssessment]
    comparison: DataFile[Comparison]
    deadlines: DataFile[tuple[Deadline, ...]]
    changelog: DataFile[tuple[Change, ...]]

    @property
    def files(self) -> tuple[DataFile[object], ...]:
        """All of them."""
        return (
            self.claims,
            self.faq,
            self.papers,
            self.risks,
            self.self_assessment,
            self.comparison,
            self.deadlines,
            self.changelog,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFolder:
    """All files of a policy; ``diagnostics`` are those of reading, form and place."""

    policy: DataFile[PolicyFile]
    sources: DataFile[tuple[Document, ...]]
    yardsticks: DataFile[YardsticksText]
    questions: DataFile[QuestionsFile]
    readings: DataFile[tuple[ReadingText, ...]]
    people: DataFile[tuple[Person, ...]]
    glossary: DataFile[tuple[Term, ...]]
    facts: DataFile[tuple[Fact, ...]]
    search_words: DataFile[tuple[SearchWord, ...]]
    witnesses: DataFile[WitnessesFile]
    guide: GuideFolder | None
    editions: tuple[EditionFolder, ...]
    """By effective date, oldest first."""
    pages: Mapping[str, PageFile]
    picture: bytes | None
    """The picture for shared links."""
    places: Places
    """Where the values of all files stand."""
    diagnostics: tuple[Diagnostic, ...]
