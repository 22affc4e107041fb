"""Pasted text in one plain form: half-width digits and signs, one dash, one tilde, one kind of space."""

import re

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_DASHES = dict.fromkeys(map(ord, "–—―‐‑‒−─"), "-")
_TILDES = dict.fromkeys(map(ord, "〜∼～"), "~")
_SPACES = dict.fromkeys(map(ord, "\u3000\u00a0\u2002\u2003\u2009\u202f"), " ")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u2060\ufeff"), "")
_OTHER = {
    ord("；"): ";",
    ord("．"): ".",
    ord("。"): " ",
    ord("¥"): " ",
    ord("￥"): " ",
}
_TABLE: dict[int, int | str] = {
    **_FULL_WIDTH,
    **_DASHES,
    **_TILDES,
    **_SPACES,
    **_INVISIBLE,
    **_OTHER,
}

_APOSTROPHE = re.compile(r"(?<=\d)['’](?=\d{3}(?!\d))")
"""Between thousands, as some languages write them."""


_SHORT_YEAR = re.compile(r"(?<!\d)(\d\d)\s?年(?=\s?\d{1,2}\s?月)")
FIRST_SHORT_YEAR = 80


def normal(text: str) -> str:
    """Return the text with full-width characters, dashes and spaces in their plain form; tabs stay."""
    plain = _APOSTROPHE.sub(",", text.translate(_TABLE)).strip(" \r")
    return _SHORT_YEAR.sub(_full_year, plain)


def _full_year(match: re.Match[str]) -> str:
    """Return a year of two digits in full: from 80 on one of the last century."""
    century = "19" if int(match[1]) >= FIRST_SHORT_YEAR else "20"
    return f"{century}{match[1]}年"


def cells(line: str) -> list[str]:
    """Return the cells of a normal line: by tabs, else by bars, commas or semicolons, else by spaces.

    A cell in double quotes may hold the separator.
    """
    separator = next((sign for sign in "\t|,;" if sign in line), " ")
    found, quoted = [""], False
    for sign in line:
        if sign == '"':
            quoted = not quoted
        elif sign == separator and not quoted:
            found.append("")
        else:
            found[-1] += sign
    stripped = [cell.strip() for cell in found]
    return [cell for cell in stripped if cell] if separator == " " else stripped
