"""YAML text to located nodes.

ruamel.yaml's parser (YAML 1.2) says what stands where; what a value means is ours to say. Anchors,
aliases, tags, merge keys, directives and duplicate keys are refused: a reader should see what a file says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from generator.diagnostics import Code, Diagnostic, Note, Place, Source
from generator.reading.nodes import Entry, Hole, Listing, Node, Scalar, Table
from generator.reading.scalars import is_ambiguous
from generator.reading.syntax_errors import syntax_error
from generator.reading.text_files import TextFile, called, odd_in

DEEPEST = 30
"""Levels of nesting that a file may have; no kind of file needs a third of them."""


MERGED = 3
"""So many keys given twice in one table are two entries that ran into one."""

_CUT_OFF = re.compile(r"[ ]+#[^ #]")


@dataclass(slots=True)
class _Open:
    """A collection whose end has not been read."""

    place: Place
    is_table: bool
    nodes: list[Node] = field(default_factory=list)


class _TooDeepError(Exception):
    def __init__(self, place: Place) -> None:
        self.place = place


def parse_yaml(file: TextFile) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The one document of the file; None where it has none or its syntax is broken, and all mistakes."""
    reader = _Reader(file.source)
    try:
        node = reader.read(file.text)
    except _TooDeepError as error:
        message = f"this is nested deeper than {DEEPEST} levels"
        reader.report(Code.TOO_DEEP, error.place, message)
        return None, tuple(reader.found)
    except MarkedYAMLError as error:
        reader.found.append(syntax_error(error, file.source))
        return None, tuple(reader.found)
    except YAMLError as error:
        reader.report(Code.SYNTAX, Place(source=file.source), f"this is not YAML: {error}")
        return None, tuple(reader.found)
    if node is None and not reader.found:
        reader.report(Code.EMPTY, Place(source=file.source), "the file is empty")
    return node, tuple(reader.found)


class _Reader:
    """Turns the parser's events into nodes, one file at a time."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.found: list[Diagnostic] = []

    def report(self, code: Code, place: Place, message: str, hint: str = "", *notes: Note) -> None:
        self.found.append(
            Diagnostic(code=code, place=place, message=message, hint=hint, notes=notes)
        )

    def read(self, text: str) -> Node | None:
        open_ones: list[_Open] = []
        documents: list[Node] = []
        for event in _events(text):
            if isinstance(event, DocumentStartEvent):
                if documents:
                    hint = "keep one document in a file"
                    self._refuse(event, "a second document", hint)
                    return None
                if event.version or event.tags:
                    self._refuse(event, "a directive", "take the line with the % out")
                    return None
            elif isinstance(event, CollectionStartEvent):
                place = self._place(event)
                self._refuse_extras(event)
                if len(open_ones) >= DEEPEST:
                    raise _TooDeepError(place)
                open_ones.append(_Open(place, isinstance(event, MappingStartEvent)))
            elif isinstance(event, ScalarEvent | AliasEvent | SequenceEndEvent | MappingEndEvent):
                node = self._finished(event, open_ones)
                (open_ones[-1].nodes if open_ones else documents).append(node)
        if documents and _is_blank(documents[0]):
            return None
        return documents[0] if documents else None

    def _finished(self, event: Event, open_ones: list[_Open]) -> Node:
        if isinstance(event, ScalarEvent):
            in_table = bool(open_ones) and open_ones[-1].is_table
            is_key = in_table and len(open_ones[-1].nodes) % 2 == 0
            return self._scalar(event, is_key=is_key, before=open_ones[-1] if in_table else None)
        if isinstance(event, AliasEvent):
            self._refuse(event, f"the alias *{event.anchor}")
            return Hole(place=self._place(event))
        done = open_ones.pop()
        if done.is_table:
            return self._table(done)
        return Listing(place=self._spanning(done, event), items=tuple(done.nodes))

    def _scalar(self, event: ScalarEvent, *, is_key: bool, before: _Open | None) -> Node:
        place = self._place(event)
        plain = not event.style
        if plain and not event.value and before is not None and not is_key:
            place = before.nodes[-1].place
        if self._refuse_extras(event):
            return Hole(place=place)
        # What a file can't hold, an escape could write.
        odd = odd_in(event.value) if event.style == '"' else []
        if odd:
            self._refuse(event, f"the escape of {called(odd[0])}", "write what a reader sees")
            return Hole(place=place)
        if plain and not is_key and is_ambiguous(event.value):
            message = f"{event.value} means different things in different versions of YAML"
            self.report(Code.AMBIGUOUS, place, message)
            return Hole(place=place)
        if plain:
            self._check_rest(event)
        return Scalar(place=place, text=event.value, plain=plain)

    def _check_rest(self, event: ScalarEvent) -> None:
        """A # right before a word, after a plain text, may have been meant as part of the text."""
        line, column = event.end_mark.line + 1, event.end_mark.column
        rest = (self.source.line(line) or "")[column:]
        if _CUT_OFF.match(rest):
            start = column + rest.index("#") + 1
            place = Place(source=self.source, line=line, column=start, length=len(rest.strip()))
            self.report(Code.CUT_OFF, place, "what follows the # is read as a comment")

    def _table(self, done: _Open) -> Table | Hole:
        kept: dict[str, Entry] = {}
        again: list[Scalar] = []
        for key, value in zip(done.nodes[::2], done.nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                if not isinstance(key, Hole):
                    message = "a key must be a single word, not a list or a table"
                    self.report(Code.REFUSED_YAML, key.place, message)
            elif key.text == "<<" and key.plain:
                self.report(Code.REFUSED_YAML, key.place, "the merge key << is not used here")
            elif key.text in kept:
                again.append(key)
            else:
                kept[key.text] = Entry(key=key, value=value)
        if len(again) >= MERGED:
            names = ", ".join(key.text for key in again)
            message = f"these keys are given twice: {names}"
            hint = "was the line that begins a new entry lost?"
            self.report(Code.DUPLICATE_KEY, again[0].place, message, hint)
            return Hole(place=done.place)
        for key in again:
            first = Note(place=kept[key.text].key.place, text="it is given here first")
            message = f'the key "{key.text}" is given twice'
            self.report(Code.DUPLICATE_KEY, key.place, message, "", first)
        entries = tuple(kept.values())
        is_flow = (self.source.line(done.place.line) or "")[done.place.column - 1 :][:1] == "{"
        place = done.place if is_flow or not entries else entries[0].key.place
        return Table(place=place, entries=entries)

    def _refuse_extras(self, event: NodeEvent) -> bool:
        if event.anchor:
            self._refuse(event, f"the anchor &{event.anchor}")
        tag = event.tag if isinstance(event, ScalarEvent | CollectionStartEvent) else None
        if tag:
            self._refuse(event, f"the tag {tag}")
        return bool(tag)

    def _refuse(self, event: Event, what: str, hint: str = "") -> None:
        self.report(Code.REFUSED_YAML, self._place(event), f"{what} is not used here", hint)

    def _place(self, event: Event) -> Place:
        start, end = event.start_mark, event.end_mark
        line = self.source.line(start.line + 1) or ""
        stop = end.column if end.line == start.line else len(line)
        return Place(
            source=self.source,
            line=start.line + 1,
            column=start.column + 1,
            length=max(stop - start.column, 1),
        )

    def _spanning(self, done: _Open, end: Event) -> Place:
        start = done.place
        if end.end_mark.line + 1 != start.line:
            return start
        length = max(end.end_mark.column + 1 - start.column, 1)
        return Place(source=self.source, line=start.line, column=start.column, length=length)


def _events(text: str) -> Iterator[Event]:
    yaml = YAML(typ="safe", pure=True)
    yield from yaml.parse(text)


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and not node.text
