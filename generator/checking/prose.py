"""Is a figure typed into prose, where it could drift from the rule? It has to come by reference.

A year is no figure, nor is what stands in quotation marks: claims of others, and the law's own words.
"""

import re
from collections.abc import Iterator

from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic, Place
from generator.reading import TextFile

_NOT_OURS = re.compile(r"\{\{.*?\}\}|“[^”]*”|`[^`]*`|\]\([^)]*\)", re.DOTALL)
_FIGURE = re.compile(
    r"(?<![0-9.])(?:[0-9]+(?:\.[0-9]+)? ?(?:分(?![之钟])|个月|周岁|岁|万?元|倍|%|天|人|个工作日)"
    r"|[0-9]{1,3} ?年(?!代))"
)


def check_prose(view: View) -> Iterator[Diagnostic]:
    """Figures with their unit that a Markdown text states itself."""
    texts = [text for edition in view.editions for text in edition.folder.texts.values()]
    for text in (*texts, *view.folder.pages.values()):
        yield from _check_text(text)


def _check_text(text: TextFile) -> Iterator[Diagnostic]:
    ours = _NOT_OURS.sub(_blank, text.text)
    for number, line in enumerate(ours.split("\n"), start=1):
        for found in _FIGURE.finditer(line):
            place = Place(
                source=text.source, line=number, column=found.start() + 1, length=len(found[0])
            )
            yield Diagnostic(
                code=Code.TYPED_FIGURE,
                place=place,
                message=f"“{found[0]}” is typed into the text",
            )


def _blank(part: re.Match[str]) -> str:
    """As many characters that say nothing, line ends kept, so that places stay right."""
    return re.sub(r"[^\n]", "·", part[0])
