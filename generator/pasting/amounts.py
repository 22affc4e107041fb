"""Find the contribution base among the numbers of a normal line."""

import re
from decimal import Decimal

_UNITS = "万wWkK千"
_UNIT = rf"\s*([{_UNITS}]?)"
_BEFORE = r"(?<![\d.])(?<!\d:)(?<![eE][-+])"
_NOT_MONEY = r"(?!\s*(?:%|倍)|:\d|[eE][-+]?\d)"
_PLAIN = re.compile(rf"{_BEFORE}(\d+(?:\.\d+)?)(?![\d.]){_UNIT}{_NOT_MONEY}")
_GROUPED = re.compile(
    rf"{_BEFORE}(\d{{1,3}}(?:[, ]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d.]){_UNIT}{_NOT_MONEY}"
)
_IN_DOUBT = re.compile(
    "|".join(
        (
            # 12.000,50, 120.000 and 120,50, as some languages write them.
            r"(?<![\d.])\d{1,3}(?:\.\d{3})+,\d\d?(?!\d)",
            rf"(?<![\d.])\d{{1,3}}\.\d{{3}}(?![\d.]|\s*[{_UNITS}%])",
            r"(?<![\d.,])\d{1,3},\d\d(?![\d,])",
            # 120_000, 120·000 and the like: signs that nobody writes between two numbers.
            r"""(?<![\d.])\d{1,3}(?:_|[^\w\s.,;|:()"%/~+=-])\d{3}(?!\d)""",
            r"(?<![\d.])\d{1,3}(?:[^\w .,]|\s\s+)000(?!\d)",
            # 12万5, of which what is said and what is meant are two things.
            rf"\d[\d,.]*[{_UNITS}]\d",
            # 12O00 and l2000: letters that were taken for digits.
            r"(?<![A-Za-z\d])(?=\d*[OolI])(?=[OolI]*\d)[\dOolI]{4,}(?![A-Za-z])",
        )
    )
)
"""What reads as another amount than was meant."""

_GROUPS_BEHIND_A_SPACE = re.compile(r"(?<=\s)\d{1,3}(?:,\d{3})+(?![\d,])")
"""Thousands in a line whose commas part cells too: there, a comma stands before the number."""

_NUMBER = re.compile(r"\d+")
_TIMES = {"万": 10_000, "w": 10_000, "W": 10_000, "千": 1_000, "k": 1_000, "K": 1_000, "": 1}

_COUNT = re.compile(r"\s*(?:个?月|年|次|天|日)")
_YEAR = re.compile(r"(?:19|20)\d\d")
LONGEST_COUNT = 3
"""Digits: what stands before “月”, “次” and the like is a count of them, a longer number is money."""

LEAST = Decimal(100)
"""What reads lower most likely stands in signs that are not known here: it is asked about, not taken."""

LONGEST_WHOLE = 6
"""Digits before the point: a number that has more is no month's base but an account or a unit's code."""


def amounts(text: str) -> list[Decimal]:
    """Return the amounts of money that a text may mean, in order; codes and counts of months are none."""
    first = _NUMBER.search(text)
    grouped = first is not None and len(first[0]) <= len("999")
    if not grouped:
        text = _GROUPS_BEHIND_A_SPACE.sub(lambda match: match[0].replace(",", ""), text)
    pattern = _GROUPED if grouped else _PLAIN
    found = []
    for match in pattern.finditer(text):
        digits = match[1].replace(",", "").replace(" ", "")
        whole = digits.partition(".")[0]
        is_code = len(whole) > LONGEST_WHOLE or (len(whole) > 1 and whole.startswith("0"))
        if not is_code and not _is_count(whole, text[match.end() :]):
            found.append(Decimal(digits) * _TIMES[match[2]])
    return found


def has_doubtful(text: str) -> bool:
    """Tell whether a number of a text may be meant as another amount than its signs say here."""
    return _IN_DOUBT.search(text) is not None


def _is_count(whole: str, after: str) -> bool:
    """Tell whether a number counts months, times or days or is the name of a year."""
    if _YEAR.fullmatch(whole) and after.lstrip().startswith("年"):
        return True
    return len(whole) <= LONGEST_COUNT and _COUNT.match(after) is not None


def base_among(found: list[Decimal]) -> Decimal | None:
    """Return the base: the first amount where no other is larger (what is paid is part of it); None if in doubt."""
    return found[0] if found and max(found) == found[0] else None
