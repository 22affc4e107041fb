"""Everything that one policy folder says, complete and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.loading.data_version import DataVersion
from generator.policy.cases import Case
from generator.policy.editions import EditionText, in_force_on
from generator.policy.facts import Fact
from generator.policy.glossary import Term
from generator.policy.guide.guide import Guide
from generator.policy.indicators import IndicatorText
from generator.policy.pages import ProsePage
from generator.policy.people import Person
from generator.policy.plain import Plain
from generator.policy.policy_file import HomeText, PageWords
from generator.policy.questions import QuestionGroup, QuestionText, Situation, nothing_of
from generator.policy.readings import ReadingText
from generator.policy.search_words import SearchWord
from generator.policy.sources import Document
from generator.policy.yardsticks import YardsticksText
from generator.scoring.model import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyText:
    """What pages are made from; frozen values only, which know neither a file format nor HTML."""

    code: str
    title: str
    site: str
    """What it calls the site; empty where it says nothing."""
    home: HomeText | None
    words: PageWords
    renewal_asks: str
    """The label of the field for the last day of a paper that is renewed; empty where there is none."""
    picture: bytes | None
    """The picture that stands for the policy where links to its pages are shared."""
    version: DataVersion
    has_single_file: bool
    """Whether there is one file to save with the calculator and the guide in it."""
    scoring: Policy
    """The model that ``generator.scoring`` runs."""
    scoring_text: str
    """The same as JSON text, the bytes that the browser gets."""
    documents: Mapping[str, Document]
    groups: tuple[QuestionGroup, ...]
    situations: tuple[Situation, ...]
    questions: Mapping[str, QuestionText]
    readings: Mapping[str, ReadingText]
    yardsticks: YardsticksText
    people: Mapping[str, Person]
    glossary: tuple[Term, ...]
    facts: Mapping[str, Fact]
    search_words: tuple[SearchWord, ...]
    guide: Guide
    editions: Mapping[str, EditionText]
    """By effective date, oldest first."""
    indicators: Mapping[str, Mapping[str, IndicatorText]]
    """Those of each scored edition by their code, in the order of the edition's list."""
    cases: tuple[Case, ...]
    pages: Mapping[str, ProsePage]
    """Pages that are one text, by name."""
    texts: Mapping[str, str]
    """Markdown by the name of its file in the policy's folder; only the page that names a text is given it."""
    as_of: date
    """The day that pages speak of: the data's own, unless somebody asks for what holds from a later one."""

    @property
    def current(self) -> EditionText:
        """The edition in force on the day that pages speak of."""
        return in_force_on(self.as_of, self.editions.values())

    @property
    def nothing(self) -> dict[str, Plain]:
        """What people answer who have nothing of what a question asks for."""
        return nothing_of(self.questions.values())

    @property
    def announced(self) -> tuple[EditionText, ...]:
        """The scored editions that begin after that day, the next one first."""
        return tuple(
            edition
            for edition in self.editions.values()
            if edition.scored and edition.in_force_from > self.as_of
        )
