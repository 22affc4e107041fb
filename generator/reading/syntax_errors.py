"""What keeps a file from being YAML, in the parser's words where no better ones are known."""

import re
from dataclasses import dataclass

from ruamel.yaml.error import MarkedYAMLError, StringMark

from generator.diagnostics import Code, Diagnostic, Note, Place, Source

_WIDE = re.compile(r"[\s-]*([a-z_]+)(?P<colon>：|:[\u00a0\u3000])")
"""A key before a colon or a blank that only looks like the one of YAML."""
_KEY = re.compile(r"(?P<indent> *(?:- +)?)(?P<key>[a-z_0-9]+):(?= |$)")


def syntax_error(error: MarkedYAMLError, source: Source) -> Diagnostic:
    """The mistake that the parser stopped at."""
    mark = error.problem_mark or error.context_mark
    problem = (error.problem or error.context or "this can't be read").strip()
    place = _at(mark, source)
    context = _at(error.context_mark, source)
    for line in dict.fromkeys((context.line, place.line)):
        wide = _WIDE.match(source.line(line) or "")
        if wide is not None:
            return _wide(wide, Place(source=source, line=line, column=wide.end()))
    shifted = _shifted(problem, place, source)
    if shifted is not None:
        return _wrong_indent(shifted)
    notes: tuple[Note, ...] = ()
    if error.context and isinstance(error.context_mark, StringMark) and context.line != place.line:
        notes = (Note(place=context, text=error.context.strip()),)
    message = f"this is not YAML: {problem}"
    return Diagnostic(code=Code.SYNTAX, place=place, message=message, notes=notes)


def _wide(found: re.Match[str], place: Place) -> Diagnostic:
    what = "colon" if found["colon"] == "：" else "blank"
    return Diagnostic(
        code=Code.SYNTAX,
        place=place,
        message=f"this is not YAML: {found[1]} is followed by a {what} that is not the one of Latin text",
        hint=f"write {found[1]}: with the colon and the space of Latin text",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Key:
    """A key, its place, and what of the line the table that it belongs to stands behind."""

    name: str
    place: Place
    indent: int


def _shifted(problem: str, place: Place, source: Source) -> _Key | None:
    """The key with an indent of its own that the parser stumbled over, at it or at the one behind it."""
    key = _key(source, place.line)
    if key is None:
        return None
    if problem.startswith("expected <block end>"):
        return key if place.column == key.place.column else None
    if not problem.startswith("mapping values") or place.column != key.indent + len(key.name) + 1:
        return None
    above = (found for line in range(place.line - 1, 0, -1) if (found := _key(source, line)))
    before, first = next(above, None), next(above, None)
    if before and first and before.indent < key.indent == first.indent:
        return before
    return key


def _key(source: Source, line: int) -> _Key | None:
    found = _KEY.match(source.line(line) or "")
    if found is None:
        return None
    indent, name = len(found["indent"]), found["key"]
    place = Place(source=source, line=line, column=indent + 1, length=len(name))
    return _Key(name=name, place=place, indent=indent)


def _wrong_indent(key: _Key) -> Diagnostic:
    return Diagnostic(
        code=Code.SYNTAX,
        place=key.place,
        message=f"this is not YAML: {key.name} is not indented as the keys around it",
        hint="indent it as the keys above",
    )


def _at(mark: object, source: Source) -> Place:
    """A mark's place, drawn back to the last line that has something on it."""
    if not isinstance(mark, StringMark):
        return Place(source=source)
    line, column = mark.line + 1, mark.column + 1
    if not (source.line(line) or "").strip():
        while line > 1 and not (source.line(line) or "").strip():
            line -= 1
        column = len((source.line(line) or "").rstrip()) + 1
    return Place(source=source, line=line, column=column)
