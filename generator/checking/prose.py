"""Is a figure typed into prose, where it could drift from the rule, a line given twice, a link lost?

A year is no figure, nor is what stands in quotation marks: claims of others, and the law's own words.
"""

import re
from collections.abc import Iterator

from generator.checking.parts import blanked, parts
from generator.checking.prose_places import place_within
from generator.checking.view import Declared, View
from generator.diagnostics import Code, Diagnostic, Note, Place
from generator.policy.indicators import IndicatorFile
from generator.policy.messages import choice_hint
from generator.reading import Scalar, TextFile
from generator.reading.nodes import entries, items, scalar, scalars

SHORTEST_LINE = 4
"""Characters; shorter lines, such as rules, may come again."""

_NOT_OURS = {"{{": "}}", "“": "”", "`": "`", "](": ")"}
_LINK = re.compile(r"\]\(indicators/([^)#]*)\.html")
_FIGURE = re.compile(
    r"(?<![0-9.])(?:[0-9]+(?:\.[0-9]+)? ?(?:分(?![之钟])|个月|周岁|岁|万?元|倍|%|天|人|个工作日)"
    r"|[0-9]{1,3} ?年(?!代))"
)


def check_prose(view: View) -> Iterator[Diagnostic]:
    """Figures with their unit that a text states itself, lines that stand twice, links to no indicator."""
    current = view.current
    texts = [text for edition in view.editions for text in edition.folder.texts.values()]
    for text in (*texts, *(page.text for page in view.folder.pages.values())):
        yield from own_mistakes(text)
        if current is not None and current.declared.is_whole:
            yield from _check_links(text, current.declared)
    for found in _own_words(view):
        for _, figure in _figures(found.text):
            yield _typed(figure[0], place_within(found, figure[0]))


def own_mistakes(text: TextFile) -> Iterator[Diagnostic]:
    """What is wrong with a text whatever else there is: figures with their unit, lines that stand twice."""
    yield from _check_text(text)
    yield from _check_lines(text)


def _own_words(view: View) -> Iterator[Scalar]:
    """Heads of pages, answers and lines of the guide, and what the comparison says of editions with figures to refer to.

    What a claim says is somebody else's, what a question asks may be about one person.
    """
    for page in view.folder.pages.values():
        yield from scalars(page.head.node)
    guide = view.folder.guide
    if guide is None:
        return
    for file, key in ((guide.claims, "claims"), (guide.faq, "faq")):
        for entry in items(file.node, key):
            found = scalar(entry, "answer")
            if found is not None:
                yield found
    for data in (guide.papers, guide.risks, guide.deadlines, guide.self_assessment):
        yield from scalars(data.node)
    scored = {edition.name for edition in view.scored}
    for row in items(guide.comparison.node, "rows"):
        for cell in entries(row, "cells"):
            found = scalar(cell.value, "says")
            if found is not None and cell.key.text in scored:
                yield found


def figures_typed(text: str) -> tuple[str, ...]:
    """Figures with their unit that a text states itself."""
    return tuple(found[0] for _, found in _figures(text))


def _figures(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Figures with their unit, and the lines that they stand on, counted from 1."""
    for number, line in enumerate(blanked(text, parts(text, _NOT_OURS)).split("\n"), start=1):
        for found in _FIGURE.finditer(line):
            yield number, found


def _typed(figure: str, place: Place) -> Diagnostic:
    message = f"“{figure}” is typed into the text"
    return Diagnostic(code=Code.TYPED_FIGURE, place=place, message=message)


def _check_text(text: TextFile) -> Iterator[Diagnostic]:
    for number, found in _figures(text.text):
        column, length = found.start() + 1, len(found[0])
        place = Place(source=text.source, line=number, column=column, length=length)
        yield _typed(found[0], place)


def _check_lines(text: TextFile) -> Iterator[Diagnostic]:
    first: dict[str, Place] = {}
    for number, line in enumerate(text.text.split("\n"), start=1):
        place = Place(source=text.source, line=number, length=len(line))
        if len(line) >= SHORTEST_LINE and line in first and not line.startswith("{%"):
            yield Diagnostic(
                code=Code.DUPLICATE_CODE,
                place=place,
                message="this line is given twice",
                notes=(Note(place=first[line], text="it is given here first"),),
            )
        first.setdefault(line, place)


def _check_links(text: TextFile, indicators: Declared[IndicatorFile]) -> Iterator[Diagnostic]:
    """Links to an indicator's page, which is named as its code with hyphens."""
    names = {code.replace("_", "-") for code in indicators.known}
    for number, line in enumerate(text.text.split("\n"), start=1):
        for found in _LINK.finditer(line):
            if found[1] not in names:
                place = Place(
                    source=text.source,
                    line=number,
                    column=found.start() + 3,
                    length=len(found[0]) - 2,
                )
                yield Diagnostic(
                    code=Code.UNKNOWN_TEXT_REFERENCE,
                    place=place,
                    message=f"there is no indicator for the page {found[1]}.html",
                    hint=choice_hint(found[1], tuple(sorted(names))),
                )
