"""Are digits, spaces and days written as on all pages: 120 分, 11,396 元, 2026 年 6 月 30 日?

The law's own words in quotation marks, titles of books, numbers of documents and code keep the form that they have there.
"""

import re
from collections.abc import Iterable, Iterator

from generator.checking.parts import blanked, parts, references
from generator.checking.prose_places import Passage
from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic
from generator.reading import Node
from generator.reading.nodes import scalars

_CJK = "\u4e00-\u9fff"
_CHARACTER = re.compile(rf"[{_CJK}]")
_THEIR_WORDS = {"“": "”", "《": "》", "{%": "%}"}
_THEIR_FORMS = r"〔\d+〕\d+号|第\d+号|（[a-z0-9.…/ ]+）|`[^`\n]*`|\{[a-z_]*\}"
_MARKS = re.compile(r"\*+|\[|\]\([^)\n]*\)?|(?m:^ +)")
"""What of Markdown is not seen, and the indent of a line."""
_NUMBER_FIRST = re.compile(r"\s*(?:edition\.in_force\.(?:from|to)|unestablished_from|duration)\b")
"""References that begin with a digit and end in a word."""
_NUMBER = re.compile(
    r"\s*(?:standard_score|figure|fact|multiple|window|level_at|average_at|reference_level|statutory_average)\b"
)

_WRONG = (
    (
        re.compile(rf"[{_CJK}][0-9A-Za-z]|[0-9A-Za-z%][{_CJK}]"),
        "a digit or letter stands right beside a character",
        "put a gap between them: 120 分",
    ),
    (
        re.compile(r"[^\s|] [，。；：？！、）]|（ "),
        "a gap stands beside a full-width mark",
        "take the gap out",
    ),
    (re.compile(r"\S {2,}\S"), "two gaps stand together", "leave one of them"),
    (
        re.compile(r"\b(?:19|20)\d{2}-\d{2}(?:-\d{2})?\b"),
        "a day or month stands in figures",
        "say it in words: 2026 年 6 月 30 日",
    ),
    (
        re.compile(r"(?<![\d,.])(?<![打拨话线] )\d{5,7}(?![\d,.])"),
        "a long number is without its comma",
        "write it as 11,396; a number to call stands behind 打, 拨打, 电话 or 热线",
    ),
)


def check_style(view: View) -> Iterator[Diagnostic]:
    """What is out of style in texts and in all values that hold words."""
    for passage in _passages(view):
        yield from style_mistakes(passage)


def style_mistakes(passage: Passage) -> Iterator[Diagnostic]:
    """Those of one passage, the first of each kind on a line."""
    text, at = _as_seen(passage.text)
    for pattern, message, hint in _WRONG:
        for found in pattern.finditer(text):
            start, end = at[found.start()], at[found.end() - 1] + 1
            part = passage.text[start:end]
            yield Diagnostic(
                code=Code.OUT_OF_STYLE,
                place=passage.place(start, part),
                message=f"“{part}”: {message}",
                hint=hint,
            )


def words_in(files: Iterable[Node | None]) -> Iterator[Passage]:
    """The values that hold words."""
    for node in files:
        for found in scalars(node):
            if _CHARACTER.search(found.text):
                yield Passage(text=found.text, source=found.place.source, scalar=found)


def _passages(view: View) -> Iterator[Passage]:
    folder = view.folder
    texts = {
        text.source.name: text for each in view.editions for text in each.folder.texts.values()
    }
    for text in (*texts.values(), *(page.text for page in folder.pages.values())):
        yield Passage(text=text.text, source=text.source)
    yield from words_in(_nodes(view))


def _nodes(view: View) -> Iterator[Node | None]:
    """All files of the policy whose words pages show."""
    folder = view.folder
    yield from (
        folder.policy.node,
        folder.sources.node,
        folder.yardsticks.node,
        folder.questions.node,
        folder.readings.node,
        folder.people.node,
        folder.glossary.node,
        folder.facts.node,
    )
    yield from (file.node for file in (() if folder.guide is None else folder.guide.files))
    yield from (page.head.node for page in folder.pages.values())
    for edition in folder.editions:
        yield edition.stated
        yield from (entry.stated for entry in edition.indicators)
        yield from (entry.stated for entry in edition.conditions)
        yield from (cases.node for cases in edition.cases.values())


def _as_seen(text: str) -> tuple[str, list[int]]:
    """The text as readers see it, as far as that can be told, and where each character of it comes from."""
    text = _with_stand_ins(text)
    text = blanked(text, parts(text, _THEIR_WORDS, _THEIR_FORMS))
    hidden = {at for mark in _MARKS.finditer(text) for at in range(*mark.span())}
    seen = [at for at in range(len(text)) if at not in hidden]
    return "".join(text[at] for at in seen), seen


def _with_stand_ins(text: str) -> str:
    """As many characters for each reference, a digit at the ends where it gives one; 元 joins its number in a unit."""
    pieces: list[str] = []
    at = 0
    for start, end in references(text):
        inside = text[start + 2 : end - 2]
        is_number = _NUMBER.match(inside) is not None
        first = "0" if is_number or _NUMBER_FIRST.match(inside) else "·"
        unit = text.startswith("元", end)
        last = "0" if is_number and not unit else "·"
        pieces += (text[at:start], first, "·" * (end + unit - start - 2), last)
        at = end + unit
    return "".join((*pieces, text[at:]))
