"""Read one pasted line: a stretch of months at one base, or why it is none."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from generator.pasting.amounts import LEAST, amounts, base_among, has_doubtful
from generator.pasting.headings import NO, YES, Heading
from generator.pasting.months import Span, month_spans
from generator.pasting.normal import cells
from generator.scoring.codes import Month
from generator.scoring.contributions import FIRST_MONTH, LAST_MONTH
from generator.scoring.dates import write_month

_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?!\d)")
_NOT_BACK_PAID = re.compile(r"(?:非|不是|未|无|没有)\s*+补[缴交收]")
_NOT_COUNTED = re.compile(
    r"补[缴交收]|(?<![\u4e00-\u9fff])补(?![\u4e00-\u9fff])|(?:外|其他|其它|别的|另一|非合同|非本|他)单位|代缴|挂靠|不计|false",
    re.IGNORECASE,
)
_UNPAID = re.compile(r"未[缴交]|欠[缴交费]|断[缴交]|停[缴交]|中断|暂停|没有?[缴交]")
_GAP = re.compile(
    r"""[\s,;|"'()/]*+[起始]?[\s,;|"'()]*+(?:结束|截止|终止|截至|止)?(?:年月|月份|日期|时间|月)?[\s:"'(]*+"""
)
"""What may stand between the first and the last month where they are written one after the other."""

_OPEN = re.compile(
    r"\s*+份?\s*+(?:起|开始|以来|以后|之后|(?:[-~]++|至|到)\s*+(?:\d{1,2}|0\d{3})(?![\d.,]))"
)
_UNTIL_NOW = re.compile(r"[至到]\s*+(?:今|现在|目前)|\b(?:now|present)\b", re.IGNORECASE)
_LONE_MONTH = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])\s*+月(?!\s*+\d{1,2}\s*+日)")
_NEGATIVE = re.compile(
    r"""(?<=[\s,;|"(:])-\d|[\t,;|"]\s*+\(\s*+\d[\d,]*+(?:\.\d+)?+\s*+\)\s*+(?:$|[\t,;|"])"""
)
"""A sign, or brackets alone in their cell, as accounts write it."""

_PAID_BACK = re.compile(r"(?<![\u4e00-\u9fff])退[费款缴回]?(?![\u4e00-\u9fff])")
"""A mark of money that went back; inside a longer word 退 says something else."""

_OWN_PART = re.compile(r"(?:个人|单位)(?:缴[费纳]?|部分|应缴|承担)[\s:|]*+\d")
"""Names of what is paid, which is a part of the base, before its amount."""

_NAMED_BASE = re.compile(r"基数|工资|base", re.IGNORECASE)
_SUM = re.compile(r"合计|小计|总计|共计|累计")


AT_NO_END: Month = LAST_MONTH + 1
"""The last month of a row that goes on."""


class Sort(Enum):
    """Why a line gives no contribution, as far as that decides what becomes of it or how often it is told."""

    SINGLE = auto()
    SAME = auto()
    """An earlier line says the same."""
    JOINED = auto()
    """It was read together with a line above."""
    NO_BASE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Months, the last one included, at one base; ``AT_NO_END`` is the last one where it goes on."""

    first: Month
    last: Month
    base: Decimal
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A line that gives no contribution; ``expected`` where that is as it should be."""

    why: str
    expected: bool = False
    sort: Sort = Sort.SINGLE


_UNCLEAR_END = Unread(why="看不出到哪个月为止，请写成 2023-04 至 2025-06。")


def read_row(line: str, heading: Heading | None) -> Row | Unread:
    """Return what a normal line says; a heading says which column is which where the line has as many."""
    spans = month_spans(line)
    if begins_a_sum(line):
        return Unread(why="这一行是合计，没有当作缴费。", expected=True)
    if not spans:
        return Unread(why="没有找到年月，请写成 2023-04 或 2023年4月。")
    found = cells(line)
    columns = heading if heading is not None and _fits(heading, found) else None
    if _PAID_BACK.search(line):
        return Unread(why="写着“退”，是退回的缴费，没有计入。", expected=True)
    months = _months(line, spans, found, columns)
    if isinstance(months, Unread):
        return months
    first, last = months
    if first > last:
        return Unread(why=f"结束月份 {write_month(last)} 早于开始月份 {write_month(first)}。")
    if not FIRST_MONTH <= first <= last <= AT_NO_END:
        return Unread(why="年月太早或太晚，请核对。")
    base = _base(line, spans, found, columns)
    if isinstance(base, Unread):
        return base
    refused = columns is not None and (
        _says(found, columns.back_paid, YES) or _says(found, columns.counted, NO)
    )
    return Row(first=first, last=last, base=base, counts=not refused and counts_in(line))


def counts_in(text: str) -> bool:
    """Tell whether nothing in a line or a cell says that its months don't count."""
    return not _NOT_COUNTED.search(_NOT_BACK_PAID.sub("", text))


def begins_a_sum(line: str) -> bool:
    """Tell whether a line is the sum of others."""
    return _SUM.match(line.strip(" ,|\t")) is not None


def _says(found: list[str], column: int | None, words: Collection[str]) -> bool:
    """Tell whether a line has one of the words in a column; not where there is no such column."""
    return column is not None and found[column].lower() in words


def _fits(heading: Heading, found: list[str]) -> bool:
    """Tell whether a line's cells stand under the heading: as many, months and the base in their places."""
    if len(found) != heading.width or month_spans(found[heading.base]):
        return False
    return heading.first is None or bool(month_spans(found[heading.first]))


def _months(
    line: str, spans: list[Span], found: list[str], columns: Heading | None
) -> tuple[Month, Month] | Unread:
    if _UNTIL_NOW.search(line):
        lone = len(spans) == 1 and spans[0].first == spans[0].last
        return (spans[0].first, AT_NO_END) if lone else _UNCLEAR_END
    if columns is not None and columns.first is not None:
        named = month_spans(found[columns.first])
        until = named if columns.last is None else month_spans(found[columns.last])
        if len(named) == 1 and len(until) == 1:
            return named[0].first, until[0].last
    if len(spans) == 1:
        return _single(line, spans[0])
    two = len(spans) == 2 and all(span.first == span.last for span in spans)
    if two and _GAP.fullmatch(_CLOCK.sub(" ", line[spans[0].end : spans[1].start])):
        return spans[0].first, spans[1].last
    return Unread(why="一行里有好几个年月，分不清从哪月到哪月，请一段一行。")


def _single(line: str, span: Span) -> tuple[Month, Month] | Unread:
    """Return the only span of a line, unless more months are meant than it names."""
    if span.first == span.last and _OPEN.match(line, span.end):
        return _UNCLEAR_END
    named = {month % 12 + 1 for month in range(span.first, span.last + 1)}
    beside = f"{line[: span.start]} {line[span.end :]}"
    if any(int(match[1]) not in named for match in _LONE_MONTH.finditer(beside)):
        return Unread(why="一行里还写着别的月份，请一段一行，每段都写上年份。")
    return span.first, span.last


def _base(
    line: str, spans: list[Span], found: list[str], columns: Heading | None
) -> Decimal | Unread:
    source = line[spans[-1].end :] if columns is None else f"\t{found[columns.base]}"
    after = _CLOCK.sub(" ", source)
    candidates = amounts(after)
    if not candidates and columns is None:
        candidates = amounts(_CLOCK.sub(" ", line[: spans[0].start]))
    if has_doubtful(after):
        return Unread(why="有一个数看不准是多少，请写成 12000 或 12,000.50 这样。")
    if _NEGATIVE.search(source):
        return Unread(why="基数是负数，像是冲减或退款，请核对。")
    unpaid = bool(_UNPAID.search(line))
    if unpaid and not any(candidates):
        return Unread(why="写着没有缴费，没有计入。", expected=True)
    if not candidates:
        return Unread(why="没有找到缴费基数。", sort=Sort.NO_BASE)
    if columns is None and _names_own_part_only(line, len(candidates)):
        return Unread(why="写的是个人或单位缴的金额，不是缴费基数，请补上基数。")
    base = base_among(candidates)
    if base is None:
        return Unread(why="有好几个数，分不清哪个是基数，请只留基数，或带上表头一起粘贴。")
    if base == 0:
        return Unread(why="基数是 0，当作没有缴费，没有计入。", expected=True)
    if base < LEAST:
        return Unread(why=f"读到的基数是 {base}，太小了，请核对，写成 12000 这样的数。")
    if unpaid:
        return Unread(why="写着没有缴费，又有基数，请确认后改写。")
    return base


def _names_own_part_only(line: str, amounts_found: int) -> bool:
    """Tell whether each amount of a line is named as what is paid, and none as the base."""
    named = len(_OWN_PART.findall(line))
    return named >= amounts_found and _NAMED_BASE.search(line) is None
