"""Where in the templates a page could not be rendered."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError

from generator.diagnostics import Code, Diagnostic, Note, Place, Source, nearest
from generator.reading import parse_yaml, read_text
from generator.rendering.environment import Words
from generator.rendering.gallery import ExampleError

_SYNTAX = frozenset({Code.MISSING_FILE, Code.NOT_UTF8, Code.SYNTAX, Code.EMPTY, Code.DUPLICATE_KEY})
_LACKING = re.compile(r"has no attribute '(\w+)'")
_NAMED = re.compile(r"'(\w+)'")


class Templates:
    """The folder of the templates, by what messages call it."""

    def __init__(self, folder: Path, shown: str) -> None:
        self.folder = folder
        self.shown = shown

    def place(self, file: Path, line: int, word: str = "") -> Place:
        """A line of a template; at the word, where the line has it."""
        name = f"{self.shown}/{file.relative_to(self.folder).as_posix()}"
        source = Source(name, tuple(file.read_text(encoding="utf-8").split("\n")))
        text = source.line(line) or ""
        column = max(text.find(word), 0) if word else len(text) - len(text.lstrip())
        length = len(word) if word and word in text else len(text.strip()) or 1
        return Place(source=source, line=line, column=column + 1, length=length)

    def mistakes_in_yaml(self) -> Iterator[Diagnostic]:
        """What keeps the words of the interface and the examples of components from being read."""
        files = [self.folder / "messages" / "zh.yaml"]
        components = sorted(each for each in (self.folder / "components").iterdir())
        files += [each / "examples.yaml" for each in components if each.is_dir()]
        for file in files:
            name = f"{self.shown}/{file.relative_to(self.folder).as_posix()}"
            text, found = read_text(file, name)
            if text is not None:
                _, found = parse_yaml(text)
            yield from (each for each in found if each.code in _SYNTAX)

    def mistake_or_raise(self, error: Exception, words: Words) -> Diagnostic:
        """What is wrong with a template; raises the error where it did not come out of one."""
        mistake = self._mistake(error, words)
        if mistake is None:
            raise error
        return mistake

    def _mistake(self, error: Exception, words: Words) -> Diagnostic | None:
        """What is wrong with a template; None where the error did not come out of one."""
        example = error if isinstance(error, ExampleError) else None
        cause = error.__cause__ if isinstance(error.__cause__, Exception) else error
        notes = () if example is None else (self._note(example),)
        place = self._syntax_place(cause) or self._frame(cause)
        in_component = place is not None and place[0].parent.parent.name == "components"
        if example is not None and not in_component:
            return self._diagnostic(self._note(example).place, cause, words, ())
        if place is None:
            return None
        lacking = _LACKING.search(str(cause)) or _NAMED.search(str(cause))
        at = self.place(*place, lacking[1] if lacking else "")
        return self._diagnostic(at, cause, words, notes)

    def _diagnostic(
        self, place: Place, cause: Exception, words: Words, notes: tuple[Note, ...]
    ) -> Diagnostic:
        kind = "" if isinstance(cause, TemplateSyntaxError) else f"{type(cause).__name__}: "
        message = getattr(cause, "message", None) or str(cause)
        lacking = _LACKING.search(message)
        close = nearest(lacking[1], _keys(words)) if lacking and "dict object" in message else None
        hint = f"is it the word {close} of {self.shown}/messages/zh.yaml?" if close else ""
        if isinstance(cause, TemplateNotFound):
            kind, message = "", f"there is no {self.shown}/{cause.name}"
            hint = "make it like those beside it, with the macros that they have"
        return Diagnostic(
            code=Code.TEMPLATE,
            place=place,
            message=f"this can't be rendered: {kind}{message}",
            hint=hint,
            notes=notes,
        )

    def _note(self, example: ExampleError) -> Note:
        file = self.folder / "components" / example.component / "examples.yaml"
        lines = file.read_text(encoding="utf-8").split("\n")
        line = next((at for at, text in enumerate(lines, start=1) if example.title in text), 1)
        return Note(
            place=self.place(file, line, example.title),
            text=f"in the example “{example.title}”",
        )

    def _syntax_place(self, error: Exception) -> tuple[Path, int] | None:
        if isinstance(error, TemplateSyntaxError) and error.filename:
            return Path(error.filename), error.lineno
        return None

    def _frame(self, error: Exception) -> tuple[Path, int] | None:
        """The innermost place in a template that the error came by."""
        found: tuple[Path, int] | None = None
        step: TracebackType | None = error.__traceback__
        while step is not None:
            file = Path(step.tb_frame.f_code.co_filename)
            if file.is_relative_to(self.folder) and file.suffix != ".py":
                found = (file, _template_line(step))
            step = step.tb_next
        return found


def _template_line(step: TracebackType) -> int:
    """The line of the template that a step belongs to: of a macro called from Python, Jinja leaves that of the compiled code."""
    template = step.tb_frame.f_globals.get("__jinja_template__")
    line = step.tb_lineno
    return line if template is None else template.get_corresponding_lineno(line)


def _keys(words: Words) -> Iterator[str]:
    for key, value in words.items():
        yield key
        if isinstance(value, dict):
            yield from _keys(value)
