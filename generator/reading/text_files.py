"""The bytes of a file as text, or what keeps them from being text."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from generator.diagnostics import Code, Diagnostic, Place, Source

LARGEST = 500_000
"""Bytes of a file that is read; the largest file of the shipped policy has a tenth of them."""

_NAMES = {
    "\t": "a tab",
    "\r": "a carriage return",
    "\0": "a NUL character",
    "\u0085": "a line end (U+0085) that editors do not agree on",
    "\u2028": "a line end (U+2028) that editors do not agree on",
    "\u2029": "a line end (U+2029) that editors do not agree on",
    "\ufeff": "a byte order mark",
    "\ufffd": "the sign for what a program could not read (U+FFFD)",
}
_LOOK_ALIKES = ("\u2e80", "\u2fdf"), ("\uf900", "\ufaff"), ("\U0002f800", "\U0002fa1f")
"""First and last of radicals and doubles of Chinese characters, as copies from PDF files have them; no search finds them."""
_RADICALS = ("\u2e80", "\u2eff")
"""Those that Unicode mostly names no character for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """A file that was read: its text, lines ended by line feeds, and its source for places."""

    source: Source
    text: str


def read_text(path: Path, name: str) -> tuple[TextFile | None, tuple[Diagnostic, ...]]:
    """The text of a file under the name that messages give it; None, and why, where it has none."""
    nowhere = Place(source=Source(name))
    if path.is_dir():
        message = "this is a folder where a file has to be"
        return None, (Diagnostic(code=Code.NOT_A_FILE, place=nowhere, message=message),)
    if path.exists() and not path.is_file():
        message = "this is no ordinary file"
        return None, (Diagnostic(code=Code.NOT_A_FILE, place=nowhere, message=message),)
    try:
        size = path.stat().st_size
        if size > LARGEST:
            message = f"the file has {size:,} bytes; up to {LARGEST:,} are read"
            hint = "part it, or take out what strayed into it"
            return None, (
                Diagnostic(code=Code.UNREADABLE, place=nowhere, message=message, hint=hint),
            )
        data = path.read_bytes()
    except FileNotFoundError:
        message = "the file is missing"
        return None, (Diagnostic(code=Code.MISSING_FILE, place=nowhere, message=message),)
    except OSError as error:
        message = f"the file can't be read: {error.strerror}"
        return None, (Diagnostic(code=Code.UNREADABLE, place=nowhere, message=message),)
    return _decoded(data, name)


def _decoded(data: bytes, name: str) -> tuple[TextFile | None, tuple[Diagnostic, ...]]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(data, error, name),)
    text = text.replace("\r\n", "\n")
    source = Source(name, tuple(text.split("\n")))
    odd = tuple(_odd_characters(text, source))
    return (None, odd) if odd else (TextFile(source=source, text=text), ())


def _not_utf8(data: bytes, error: UnicodeDecodeError, name: str) -> Diagnostic:
    shown = data.decode("utf-8", "replace").replace("\r\n", "\n")
    before = data[: error.start].decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    place = Place(
        source=Source(name, tuple(shown.split("\n"))),
        line=len(before),
        column=len(before[-1]) + 1,
    )
    return Diagnostic(
        code=Code.NOT_UTF8,
        place=place,
        message=f"the byte 0x{data[error.start]:02x} is not UTF-8",
    )


def _odd_characters(text: str, source: Source) -> Iterator[Diagnostic]:
    """One diagnostic for each odd character, at its first place."""
    for char in odd_in(text):
        before = text[: text.index(char)].split("\n")
        count = text.count(char)
        more = "" if count == 1 else f" (and {count - 1} more in this file)"
        yield Diagnostic(
            code=Code.ODD_CHARACTER,
            place=Place(source=source, line=len(before), column=len(before[-1]) + 1),
            message=f"{called(char)} can't stand here{more}",
            hint=_cure(char),
        )


def odd_in(text: str) -> list[str]:
    """The characters of a text that nobody sees, that editors disagree on, or that only look like others."""
    return sorted(char for char in set(text) if char != "\n" and _is_odd(char))


def called(char: str) -> str:
    """What messages call an odd character."""
    if "\ud800" <= char <= "\udfff":
        return "half a character"
    return _NAMES.get(char, f"the character U+{ord(char):04X}")


def _is_odd(char: str) -> bool:
    unseen = not (char.isprintable() or char.isspace())
    return unseen or char in _NAMES or char < " " or _looks_alike(char)


def _looks_alike(char: str) -> bool:
    if not any(first <= char <= last for first, last in _LOOK_ALIKES):
        return False
    return _RADICALS[0] <= char <= _RADICALS[1] or normalize("NFKC", char) != char


def _cure(char: str) -> str:
    """What to do about a character that stands for another; nothing where its code says it."""
    if char == "\ufffd":
        return "write what stood there"
    if not _looks_alike(char):
        return ""
    meant = normalize("NFKC", char)
    return f"write {meant}" if meant != char else "type the character that it looks like"
