"""What keeps a file from being YAML, in the parser's words where no better ones are known."""

import re

from ruamel.yaml.error import MarkedYAMLError, StringMark

from generator.diagnostics import Code, Diagnostic, Note, Place, Source

_WIDE_COLON = re.compile(r"[\s-]*([a-z_]+)：")


def syntax_error(error: MarkedYAMLError, source: Source) -> Diagnostic:
    """The mistake that the parser stopped at."""
    mark = error.problem_mark or error.context_mark
    problem = (error.problem or error.context or "this can't be read").strip()
    place = _at(mark, source)
    context = _at(error.context_mark, source)
    for line in dict.fromkeys((context.line, place.line)):
        wide = _WIDE_COLON.match(source.line(line) or "")
        if wide is not None:
            return _wide_colon(wide, Place(source=source, line=line, column=wide.end()))
    notes: tuple[Note, ...] = ()
    if error.context and isinstance(error.context_mark, StringMark) and context.line != place.line:
        notes = (Note(place=context, text=error.context.strip()),)
    message = f"this is not YAML: {problem}"
    return Diagnostic(code=Code.SYNTAX, place=place, message=message, notes=notes)


def _wide_colon(found: re.Match[str], place: Place) -> Diagnostic:
    return Diagnostic(
        code=Code.SYNTAX,
        place=place,
        message=f"this is not YAML: {found[1]} is followed by a full-width colon",
        hint=f"write {found[1]}: with the colon of Latin text, and a space",
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
