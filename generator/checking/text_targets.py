"""What references in a text can lead to."""

from dataclasses import dataclass

from generator.checking.view import Declared, EditionView, View
from generator.policy.facts import Fact
from generator.policy.questions import QuestionText
from generator.policy.sources import Document
from generator.policy.yardsticks import YardsticksText
from generator.scoring.questions import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """What references can lead to: an edition's figures, all cases, facts, questions and the yardsticks."""

    edition: EditionView
    cases: frozenset[str]
    cases_are_whole: bool
    yardsticks: YardsticksText | None
    yardsticks_are_whole: bool
    facts: Declared[Fact]
    questions: Declared[QuestionText]
    documents: Declared[Document]
    all_indicators: tuple[str, ...]
    """Those of any edition."""
    asked: frozenset[str] | None
    """The questions that the edition asks; None where that can't be told."""
    all_asked: tuple[str, ...]
    """Those that any edition asks, as far as that can be told."""
    is_said: bool = True
    """Whether the edition's readers read it, or only those of another one or of another year."""


def targets_of(view: View, edition: EditionView) -> Targets:
    """What the references of texts about an edition can lead to."""
    ledgers = {code for code, each in view.questions.values.items() if each.kind is Kind.LEDGER}
    asked = {
        each.name: None if each.asked is None else each.asked | ledgers for each in view.scored
    }
    files = [file for each in view.editions for file in each.folder.cases.values()]
    return Targets(
        edition=edition,
        cases=frozenset(each.code for file in files for each in file.declarations),
        cases_are_whole=all(file.node is not None for file in files),
        yardsticks=view.folder.yardsticks.value,
        yardsticks_are_whole=view.folder.yardsticks.sound,
        facts=view.facts,
        questions=view.questions,
        documents=view.documents,
        all_indicators=tuple(
            dict.fromkeys(code for each in view.editions for code in each.declared.known)
        ),
        asked=asked.get(edition.name, frozenset()),
        all_asked=tuple(sorted({code for each in asked.values() for code in each or ()})),
    )
