"""The picture that stands for the site where a link to it is shared: its name, parts of a score, and the line to reach.

It is drawn here, from the data and without fonts, so that every machine makes the same one. The name was drawn once with
a font, by ``python -m tests.draw_share_words``.
"""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

WIDTH, HEIGHT = 1200, 630

_PAPER, _INK, _ACCENT, _WASH, _LINE = range(5)
_PALETTE = ("fdfcf9", "1f2328", "0e5673", "9fc0cc", "dad7ce")

_DIGITS = {
    "0": ("111", "101", "101", "101", "111"),
    "1": ("010", "110", "010", "010", "111"),
    "2": ("111", "001", "111", "100", "111"),
    "3": ("111", "001", "111", "001", "111"),
    "4": ("101", "101", "111", "001", "001"),
    "5": ("111", "100", "111", "001", "111"),
    "6": ("111", "100", "111", "101", "111"),
    "7": ("111", "001", "010", "010", "010"),
    "8": ("111", "101", "111", "101", "111"),
    "9": ("111", "101", "111", "001", "111"),
}
_BAND = 24
_LEFT, _RIGHT, _TOP, _BOTTOM = 90, 1110, 330, 510
_WORDS_TOP = 90
_GAP = 6
_DOT = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class _Canvas:
    """Rows of palette numbers."""

    rows: tuple[bytearray, ...]

    def fill(self, left: int, top: int, right: int, bottom: int, colour: int) -> None:
        for row in self.rows[top:bottom]:
            row[left:right] = bytes((colour,)) * (right - left)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnWords:
    """Words as rows of dots; ``text`` is what they say."""

    text: str
    rows: tuple[bytes, ...]
    """A 1 for each dot of ink, a 0 for each other."""


def read_drawn_words(file: Path) -> DrawnWords:
    """The words of a binary bitmap (PBM, ``P4``) whose comment says what they are."""
    mark, comment, size, bits = file.read_bytes().split(b"\n", maxsplit=3)
    assert mark == b"P4"
    width, height = map(int, size.split())
    length = -(-width // 8)
    rows = (bits[start : start + length] for start in range(0, length * height, length))
    return DrawnWords(
        text=comment.removeprefix(b"# ").decode(),
        rows=tuple(
            bytes(byte >> (7 - place) & 1 for byte in row for place in range(8))[:width]
            for row in rows
        ),
    )


def share_picture(words: DrawnWords, parts: Sequence[int], standard_score: int) -> bytes:
    """The picture as PNG: ``parts`` of a score one after another, the standard score as a line and a number."""
    canvas = _Canvas(rows=tuple(bytearray((_PAPER,)) * WIDTH for _ in range(HEIGHT)))
    canvas.fill(0, 0, WIDTH, _BAND, _ACCENT)
    _draw_number(canvas, str(standard_score), _LEFT, _WORDS_TOP)
    _draw_words(canvas, words)
    _draw_parts(canvas, parts, standard_score)
    return _png(canvas)


def _draw_number(canvas: _Canvas, number: str, left: int, top: int) -> None:
    for place, digit in enumerate(number):
        for y, dots in enumerate(_DIGITS[digit]):
            for x, dot in enumerate(dots):
                if dot == "1":
                    from_left = left + (place * 4 + x) * _DOT
                    from_top = top + y * _DOT
                    canvas.fill(from_left, from_top, from_left + _DOT, from_top + _DOT, _INK)


def _draw_words(canvas: _Canvas, words: DrawnWords) -> None:
    for row, dots in zip(canvas.rows[_WORDS_TOP:], words.rows, strict=False):
        left = _RIGHT - len(dots)
        row[left:_RIGHT] = bytes(_INK if dot else _PAPER for dot in dots)


def _draw_parts(canvas: _Canvas, parts: Sequence[int], standard_score: int) -> None:
    whole = max(sum(parts), standard_score) or 1
    width = _RIGHT - _LEFT
    canvas.fill(_LEFT, _TOP, _RIGHT, _BOTTOM, _LINE)
    reached = 0
    for number, part in enumerate(parts):
        left = _LEFT + reached * width // whole
        reached += part
        right = max(left, _LEFT + reached * width // whole - _GAP)
        canvas.fill(left, _TOP, right, _BOTTOM, _WASH if number % 2 else _ACCENT)
    line = _LEFT + standard_score * width // whole
    for top in range(_TOP - 40, _BOTTOM + 40, 24):
        canvas.fill(max(_LEFT, line - 4), top, min(WIDTH, line + 4), top + 14, _INK)


def _png(canvas: _Canvas) -> bytes:
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    palette = bytes.fromhex("".join(_PALETTE))
    pixels = zlib.compress(b"".join(b"\0" + row for row in canvas.rows), level=9)
    chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
