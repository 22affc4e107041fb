"""Figures that could change and no case, no other figure would tell: each has a witness or a written reason.

What decides points is held by cases from both sides (``coverage``). What is left is what pages show and ask: periods,
floors, upper ends of ranges, days. ``witnesses.yaml`` says such figures a second time, or why that is not needed. A policy
without that file is not asked.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic, Note, Place
from generator.policy.messages import choice_hint
from generator.policy.questions import QuestionText
from generator.policy.witnesses import WitnessesFile
from generator.reading import Listing, Node, Scalar, Table
from generator.reading.nodes import items, scalar

_FIGURE: Final = re.compile(r"\d+(?:\.\d+)?|\d{4}-\d{2}(?:-\d{2})?")
_IN_WORDS: Final = re.compile(r"\d+(?:\.\d+)?")
_ASKING: Final = frozenset({"label", "help"})
"""Keys of a question whose words may hold figures."""

HELD: Final[Mapping[str, str]] = {
    "yardsticks.*.yuan": "golden cases, and the cap beside it",
    "yardsticks.*.cap": "the average that it is a multiple of",
    "yardsticks.*.from": "the periods that it follows, and the other history",
    "yardsticks.*.to": "the period that follows, or what is said to be not established",
    "questions.*.at_most": "golden cases, and the window",
    "questions.*.from_ledger.*": "golden cases",
    "editions.*.edition": "the folder's name",
    "editions.*.based_on": "the edition of that name",
    "editions.*.in_force.*": "golden cases on the first and last day",
    "editions.*.figures.*": "golden cases",
    "editions.*.standard_score": "golden cases",
    "editions.*.capped.*": "golden cases",
}
"""What other checks hold, by the figure's name; rules and conditions are left to coverage as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unheld:
    """A figure that no other check holds, and what its witness or its excuse says; ``why`` is empty where there is none."""

    name: str
    value: str
    place: Place
    witness: Scalar | None
    why: str


def holes(view: View) -> tuple[Unheld, ...]:
    """Every figure that only a witness or a reason can hold."""
    file = view.folder.witnesses
    excuses = () if file.value is None else file.value.excuses
    held = (*HELD, *_held_by_editions(view))
    witnesses = {
        name.text: again
        for entry in items(file.node, "witnesses")
        if (name := scalar(entry, "figure")) and (again := scalar(entry, "again"))
    }
    return tuple(
        Unheld(
            name=name,
            value=found.text,
            place=found.place,
            witness=witnesses.get(name),
            why=next((e.because for e in excuses if fnmatchcase(name, e.figures)), ""),
        )
        for name, found in _figures(view)
        if not any(fnmatchcase(name, pattern) for pattern in held)
    )


def _held_by_editions(view: View) -> Iterator[str]:
    """The days of documents that editions are drawn from: the edition says the same days, and has to agree.

    Which document an edition is drawn from that can't be read nobody knows.
    """
    for edition in view.editions:
        document = "*" if edition.text is None else edition.text.document
        yield f"sources.{document}.in_force.*"


def check_holes(view: View) -> Iterator[Diagnostic]:
    """Figures without witness or reason, witnesses that say otherwise, and those of nothing."""
    file = view.folder.witnesses
    if file.value is None or not file.sound:
        return
    found = holes(view)
    for hole in found:
        if hole.witness is not None and hole.witness.text != hole.value:
            yield Diagnostic(
                code=Code.DISAGREES,
                place=hole.place,
                message=f"{hole.name} is {hole.value}, its witness says {hole.witness.text}",
                hint="look at the source: one of the two is a slip",
                notes=(Note(place=hole.witness.place, text="the witness stands here"),),
            )
        elif hole.witness is None and not hole.why:
            yield Diagnostic(
                code=Code.HOLE,
                place=hole.place,
                message=f"{hole.name} could change and nothing would tell",
                hint="read it once more from the source and say it in witnesses.yaml, or say there why that is not needed",
            )
    if not view.folder.diagnostics:
        yield from _idle(file.value, found, view)


def _idle(file: WitnessesFile, found: tuple[Unheld, ...], view: View) -> Iterator[Diagnostic]:
    names = tuple(hole.name for hole in found)
    for witness in file.witnesses:
        if witness.figure not in names:
            yield Diagnostic(
                code=Code.UNKNOWN_REFERENCE,
                place=view.places.of(witness, "figure"),
                message=f'there is no figure "{witness.figure}" that needs a witness',
                hint=choice_hint(witness.figure, names)
                if len(names) < 10
                else "take the entry out, or correct the name",
            )
    for excuse in file.excuses:
        if not any(fnmatchcase(name, excuse.figures) for name in names):
            yield Diagnostic(
                code=Code.UNUSED,
                place=view.places.of(excuse, "figures"),
                message=f'no figure is called "{excuse.figures}"',
            )


def _figures(view: View) -> Iterator[tuple[str, Scalar]]:
    """Every figure of the data by its name, but those of rules, conditions and cases."""
    folder = view.folder
    files = [folder.policy, folder.sources, folder.yardsticks, folder.questions, folder.readings]
    files += [folder.people, folder.glossary, folder.facts]
    files += [] if folder.guide is None else folder.guide.files
    files += [page.head for page in folder.pages.values()]
    files += [edition.folder.file for edition in view.editions]
    for file in files:
        source = file.place.source.name
        stem = source.rpartition("/")[2].partition(".")[0]
        top = f"editions.{source.split('/')[-2]}" if stem == "edition" else stem
        for name, found in _scalars(file.node, top):
            if found.place.source.name == source and found.plain and _FIGURE.fullmatch(found.text):
                yield name, found
    yield from _in_questions(view)


def _in_questions(view: View) -> Iterator[tuple[str, Scalar]]:
    """The numbers in the words of questions that are neither the question's own figures nor stated as a fact."""
    facts = {f"{fact.value} {fact.unit}" for fact in view.folder.facts.value or ()}
    for entry in items(view.folder.questions.node, "questions"):
        code = scalar(entry, "question")
        question = view.questions.get(None if code is None else code.text)
        for name, found in _scalars(entry, "questions") if question is not None else ():
            key = name.rpartition(".")[2]
            if key not in _ASKING or question is None:
                continue
            for number in _IN_WORDS.finditer(found.text):
                says = found.text[number.start() :]
                is_fact = any(says.startswith(fact) for fact in facts)
                if not is_fact and number[0] not in _own_figures(question):
                    yield f"questions.{question.code}.{name.partition('.')[2]}", found


def _own_figures(question: QuestionText) -> frozenset[str]:
    """The figures of a question that its words may say; 0 is an answer, not a figure."""
    source = question.from_ledger
    known = (0, question.at_most, source and source.window_months, source and source.multiple)
    return frozenset(str(each) for each in known if each is not None)


def _scalars(node: Node | None, name: str) -> Iterator[tuple[str, Scalar]]:
    """Every value with its name: keys one after another, entries of lists by what their first key says."""
    match node:
        case Scalar():
            yield name, node
        case Table():
            for entry in node.entries:
                yield from _scalars(entry.value, f"{name}.{entry.key.text}")
        case Listing():
            for position, item in enumerate(node.items):
                first = item.entries[0].value if isinstance(item, Table) and item.entries else None
                called = first.text if isinstance(first, Scalar) else str(position)
                yield from _scalars(item, f"{_without_list(name)}.{called}")
        case _:
            return


def _without_list(name: str) -> str:
    """``questions.questions`` and ``facts`` name their entries alike."""
    top, _, rest = name.partition(".")
    return top if rest == top else name
