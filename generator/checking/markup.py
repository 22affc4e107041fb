"""Is there anything in a text that Markdown would print as it stands or must not open: raw HTML, addresses that are none?"""

import html
import re
from collections.abc import Iterator
from itertools import chain

from generator.checking.prose_places import Passage, passages
from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic

_TAG = re.compile(r"</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>|<!--")
_CODE = re.compile(r"`[^`\n]*`")
_NAME = re.compile(r"\s?\[([^\[\]]*)\]")
"""That of the address of a link or a picture, behind its words."""
_BRACKET = re.compile(r"(?P<begin>!?\[)|\](?:(?:\(\s*|: *\n? *)<?(?P<address>[^)\s>]*))?")
"""One that opens, or one that closes with what stands behind it: the address itself, or that of a name for one."""
_BY_ITSELF = re.compile(r"(?<!\]\()<(?P<address>[a-zA-Z][a-zA-Z0-9+.-]*://[^<>]*)>")
"""An address that Markdown makes a link of without brackets."""
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):|//")
_OPENED = frozenset({"https", "mailto"})
_MOST_BEGUN = 100
"""Brackets that are open at once; Markdown looks for the end of each, again and again, so that thousands take minutes."""


def check_markup(view: View) -> Iterator[Diagnostic]:
    """Tags, which are printed and not obeyed, and what links and pictures must not name."""
    for passage in passages(view):
        yield from markup_mistakes(passage)


def markup_mistakes(passage: Passage) -> Iterator[Diagnostic]:
    """Those of one passage."""
    text = _CODE.sub(lambda code: "·" * len(code[0]), passage.text)
    for found in _TAG.finditer(text):
        yield Diagnostic(
            code=Code.RAW_HTML,
            place=passage.place(found.start(), found[0]),
            message=f"{found[0]} is HTML, which a page would print as it stands",
            hint="write Markdown",
        )
    at = _too_deep(text)
    if at is not None:
        yield Diagnostic(
            code=Code.TOO_DEEP,
            place=passage.place(at, "["),
            message=f"more than {_MOST_BEGUN} brackets are open here",
        )
        return
    yield from _check_targets(passage, text)


def _check_targets(passage: Passage, text: str) -> Iterator[Diagnostic]:
    by_themselves = ((False, found) for found in _BY_ITSELF.finditer(text))
    for is_picture, found in chain(_targets(text), by_themselves):
        address = found["address"]
        scheme = _SCHEME.match(html.unescape(address).lstrip().replace("\\", "/"))
        if scheme is None or (not is_picture and (scheme[1] or "").lower() in _OPENED):
            continue
        hint = (
            "put the picture into the site; it loads nothing from elsewhere"
            if is_picture
            else "a link leads to a page of the site or to an address with https://"
        )
        yield Diagnostic(
            code=Code.BAD_ADDRESS,
            place=passage.place(found.start("address"), address),
            message=f"“{address}” is nothing that a page may {'show' if is_picture else 'open'}",
            hint=hint,
        )


def _too_deep(text: str) -> int | None:
    """Where a bracket opens within too many others."""
    open_ = 0
    for found in re.finditer(r"[\[\]]", text):
        open_ = open_ + 1 if found[0] == "[" else max(0, open_ - 1)
        if open_ > _MOST_BEGUN:
            return found.start()
    return None


def _targets(text: str) -> Iterator[tuple[bool, re.Match[str]]]:
    """The ends of links and pictures, each with whether it is that of a picture. Takes no longer than the text is long."""
    begun: list[re.Match[str]] = []
    names: set[str] = set()
    named: list[tuple[str, re.Match[str]]] = []
    for found in _BRACKET.finditer(text):
        if found["begin"]:
            begun.append(found)
            continue
        if not begun:
            continue
        beginning = begun.pop()
        words = text[beginning.end() : found.start()]
        is_picture = beginning["begin"] == "!["
        name = _NAME.match(text, found.start() + 1)
        if is_picture:
            names |= {_as_one(words), _as_one(name[1] if name else "")}
        if found["address"] and text.startswith("]:", found.start()):
            named.append((_as_one(words), found))
        elif found["address"]:
            yield is_picture, found
    for called, found in named:
        yield called in names, found


def _as_one(name: str) -> str:
    """A name of an address as Markdown compares it."""
    return " ".join(name.split()).lower()
