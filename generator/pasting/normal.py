"""Pasted text in one plain form: half-width digits and signs, one dash, one tilde, one kind of space."""

import re

_WIDER = ord("！") - ord("!")
_FULL_WIDTH = {code: code - _WIDER for code in range(ord("！"), ord("～"))}
_DASHES = dict.fromkeys(map(ord, "–—―‐‑‒−─"), "-")
_TILDES = dict.fromkeys(map(ord, "〜∼～"), "~")
_SPACES = dict.fromkeys(
    (*range(0x2000, 0x200B), *map(ord, "\u00a0\u1680\u2028\u2029\u202f\u205f\u3000")), " "
)
_INVISIBLE = dict.fromkeys(
    (*range(0x202A, 0x202F), *range(0x2066, 0x206A), *map(ord, "\u00ad\u061c\u2060\ufeff")), ""
) | dict.fromkeys(range(0x200B, 0x2010), "")
_OTHER = {
    ord("；"): ";",
    ord("．"): ".",
    ord("٫"): ".",
    ord("٬"): ",",
    ord("萬"): "万",
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

_APOSTROPHE = re.compile(r"(?<=\d)['’‘‛`´ʼˈ′](?=\d{3}(?!\d))")
"""Between thousands, as some languages write them, and what is typed or made for one."""


_SHORT_YEAR = re.compile(r"(?<!\d)(\d\d)\s?年(?=\s?\d{1,2}\s?月)")
FIRST_SHORT_YEAR = 80


_NUMBERED = r"(\d\d)\.(0?[1-9]|1[0-2])(?![\d.]|\s?[万wWkK千元%])"
_FIRST_NUMBERED = re.compile(rf"\s*{_NUMBERED}")
_NEXT_NUMBERED = re.compile(rf"(?<=[-~至到 ])(?<!\d){_NUMBERED}")
_YEAR_IN_FULL = re.compile(r"(?:19|20)\d\d\s?[-年/.]|(?<!\d)(?:19|20)\d{4}(?!\d)")


def normal(text: str) -> str:
    """Return the text with full-width characters, dashes and spaces in their plain form; tabs stay."""
    plain = _APOSTROPHE.sub(",", text.translate(_TABLE)).strip(" \r")
    if _FIRST_NUMBERED.match(plain) and _YEAR_IN_FULL.search(plain) is None:
        plain = _FIRST_NUMBERED.sub(_full_number, plain, count=1)
        plain = _NEXT_NUMBERED.sub(_full_number, plain, count=1)
    return _SHORT_YEAR.sub(_full_year, plain)


def _full_number(match: re.Match[str]) -> str:
    """Return a month that is written as 26.5 with its whole year."""
    return f"{_century(match[1])}{match[1]}.{match[2]}"


def _full_year(match: re.Match[str]) -> str:
    """Return a year of two digits in full: from 80 on one of the last century."""
    return f"{_century(match[1])}{match[1]}年"


def _century(year: str) -> str:
    return "19" if int(year) >= FIRST_SHORT_YEAR else "20"


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
