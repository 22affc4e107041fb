"""Pasted lines to the contributions of a request; what is not understood is handed back line by line."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.pasting.headings import Heading, is_heading, read_heading
from generator.pasting.months import month_spans
from generator.pasting.normal import cells, normal
from generator.pasting.rows import Row, Unread, read_row
from generator.scoring.answers import read_object
from generator.scoring.codes import Month
from generator.scoring.dates import write_month
from generator.scoring.errors import RequestError

type Plain = Mapping[str, object]

CENTS = Decimal("0.01")


MOST_LINES = 1_000
"""Forty years of months, each in two lines."""

LONGEST_PASTE = 200_000
LONGEST_LINE = 1_000
"""Characters."""


class _Month(NamedTuple):
    """A month's base, whether it counts and the line that said so."""

    base: Decimal
    counts: bool
    line: int


def contributions_of(plain: object) -> Plain:
    """Return ``contributions`` (runs of equal months merged), ``not_understood`` and ``skipped`` lines.

    Every line that is not blank is in one of the three. Raises RequestError where ``lines`` is no text.
    """
    text = read_object(plain, "", ("lines",)).get("lines")
    if not isinstance(text, str):
        raise RequestError("lines", "这里应当是一段文字。")
    written_lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(text) > LONGEST_PASTE or len(written_lines) > MOST_LINES:
        raise RequestError(
            "lines", f"粘贴的内容太长：最多 {MOST_LINES} 行、{LONGEST_PASTE} 个字符，请分几次粘贴。"
        )
    months: dict[Month, _Month] = {}
    not_understood: list[Plain] = []
    skipped: list[Plain] = []
    heading: Heading | None = None
    for number, written in enumerate(written_lines, 1):
        line = normal(written)
        if not line.strip():
            continue
        if len(line) > LONGEST_LINE:
            why = f"这一行太长，最多 {LONGEST_LINE} 个字符，请分成几行。"
            not_understood.append({"line": number, "text": written.strip(), "why": why})
            continue
        found = cells(line)
        if not month_spans(line) and is_heading(found):
            heading = read_heading(found)
            unread: Unread | None = Unread(why="这一行是表头。", expected=True)
        else:
            row = read_row(line, heading)
            unread = row if isinstance(row, Unread) else _take(row, number, months)
        if unread is not None:
            lines = skipped if unread.expected else not_understood
            lines.append({"line": number, "text": written.strip(), "why": unread.why})
    return {
        "contributions": list(_runs(months)),
        "not_understood": not_understood,
        "skipped": skipped,
    }


def _take(row: Row, number: int, months: dict[Month, _Month]) -> Unread | None:
    """Add a row's months; a row that says again or otherwise what an earlier one said is not taken at all."""
    span = range(row.first, row.last + 1)
    known = [month for month in span if month in months]
    if not known:
        months.update(dict.fromkeys(span, _Month(row.base, row.counts, number)))
        return None
    before = months[known[0]].line
    says_the_same = all(months[month][:2] == (row.base, row.counts) for month in known)
    if says_the_same and len(known) == len(span):
        return Unread(why=f"与第 {before} 行相同，只算一次。", expected=True)
    return Unread(
        why=f"{write_month(known[0])} 在第 {before} 行已经写过，这一行没有采用，请改成互不重叠。"
    )


def _runs(months: Mapping[Month, _Month]) -> Iterator[Plain]:
    run: list[Month] = []
    for month in sorted(months):
        if run and (month != run[-1] + 1 or months[month][:2] != months[run[-1]][:2]):
            yield _contribution(run, months)
            run = []
        run.append(month)
    if run:
        yield _contribution(run, months)


def _contribution(run: Iterable[Month], months: Mapping[Month, _Month]) -> Plain:
    first, *_ = all_months = list(run)
    entry = months[first]
    exact = entry.base == entry.base.quantize(CENTS)
    return {
        "from": write_month(first),
        "to": write_month(all_months[-1]),
        "base": f"{entry.base.quantize(CENTS) if exact else entry.base:f}",
        "counts": entry.counts,
    }
