"""Text on the terminal, UTF-8 whatever the locale, and the exit codes."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from generator.diagnostics import Diagnostic, Severity
from generator.whole import write_whole

FINE, WRONG, BUG = 0, 1, 3


class InputError(Exception):
    """Something that was asked for can't be had; the message is one clear line."""


def say(text: str, stream: TextIO) -> None:
    """Writes the text at once, as UTF-8."""
    stream.flush()
    stream.buffer.write(text.encode("utf-8", "backslashreplace"))
    stream.buffer.flush()


def shown(path: Path) -> str:
    """A path as messages give it: from the working directory where it lies inside, else in full."""
    full = Path(os.path.abspath(path))  # noqa: PTH100  -- as typed, symbolic links not followed
    here = Path.cwd()
    return full.relative_to(here).as_posix() if full.is_relative_to(here) else full.as_posix()


def told(error: Exception) -> str:
    """What went wrong, in a line; of a file that the system refuses, its name and the system's reason."""
    if isinstance(error, OSError) and error.filename is not None and error.strerror:
        return f"{shown(Path(os.fsdecode(error.filename)))}: {error.strerror}"
    return str(error)


def written(file: Path, text: str) -> None:
    """Writes a file of the maintainer's whole; raises InputError, and leaves it as it was, where that can't be done."""
    try:
        write_whole(file, text.encode())
    except OSError as error:
        raise InputError(f"can't write {shown(file)}: {error.strerror}") from error


def counted(diagnostics: Iterable[Diagnostic]) -> str:
    """How many errors and warnings there are, such as ``2 errors, 1 warning``."""
    found = [each.severity for each in diagnostics]
    counts = [(found.count(severity), severity.value) for severity in Severity]
    return ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n)


def errors_of(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The errors alone."""
    return tuple(each for each in diagnostics if each.severity is Severity.ERROR)
