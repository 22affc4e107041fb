"""Pasted lines to the contributions of a request; what is not understood is handed back line by line."""

from collections.abc import Mapping, Sequence

from generator.pasting.headings import Heading, is_heading, read_heading
from generator.pasting.lines import Line, lines_of, stack_below
from generator.pasting.months import month_spans
from generator.pasting.normal import cells
from generator.pasting.rows import Row, Sort, Unread, counts_in, read_row
from generator.pasting.sheets import Sheet, read_sheet_heading, read_sheet_row
from generator.pasting.taking import Plain, Taken
from generator.scoring.answers import read_date, read_object
from generator.scoring.codes import Month
from generator.scoring.contributions import FIRST_MONTH, LAST_MONTH
from generator.scoring.dates import write_month
from generator.scoring.errors import RequestError

MOST_LINES = 1_000
"""Forty years of months, each in two lines."""

LONGEST_PASTE = 60_000
LONGEST_LINE = 1_000
"""Characters."""


def contributions_of(plain: object) -> Plain:
    """Return ``contributions`` (runs of equal months merged), ``not_understood``, ``skipped`` and ``noted`` lines.

    Every line that is not blank is taken, not understood or skipped; an entry of ``skipped`` with ``more`` stands for so
    many others, too. ``noted`` are lines that were taken with a word: months that don't count, or not yet on the day
    ``on``, where one is given. Raises RequestError where ``lines`` is no text.
    """
    asked = read_object(plain, "", ("lines", "on"))
    text = asked.get("lines")
    if not isinstance(text, str):
        raise RequestError("lines", "这里应当是一段文字。")
    written = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(text) > LONGEST_PASTE or len(written) > MOST_LINES:
        raise RequestError(
            "lines", f"粘贴的内容太长：最多 {MOST_LINES} 行、{LONGEST_PASTE} 个字符，请分几次粘贴。"
        )
    on = None if asked.get("on") is None else read_date(asked["on"], "on")
    reading = _Reading(None if on is None else on.year * 12 + on.month - 1)
    reading.read(tuple(lines_of(written)))
    return {
        "contributions": reading.taken.contributions(),
        "not_understood": reading.not_understood,
        "skipped": reading.skipped(),
        "noted": reading.noted,
    }


class _Reading:
    """What has been read of a paste so far; ``now`` is the month of the day that is asked about."""

    def __init__(self, now: Month | None) -> None:
        self.taken = Taken()
        self.not_understood: list[Plain] = []
        self.noted: list[Plain] = []
        self._left_out: list[tuple[Line, Unread]] = []
        self._now = now
        self._heading: Heading | None = None
        self._sheet: Sheet | None = None

    def read(self, lines: Sequence[Line]) -> None:
        """Read all lines, those that a phone has stacked together with the one that they belong to."""
        place = 0
        while place < len(lines):
            line = lines[place]
            rows = self._rows(line)
            below: Sequence[Line] = stack_below(lines, place) if _lacks_base(rows) else ()
            joined = _joined((line, *below)) if below else None
            if joined is None:
                below = ()
            else:
                rows = (joined,)
            self._take(line, rows)
            for each in below:
                why = f"与第 {line.number} 行连在一起读。"
                self._left_out.append((each, Unread(why=why, sort=Sort.JOINED)))
            place += 1 + len(below)

    def skipped(self) -> list[Plain]:
        """Return the lines that were left out as they should be; of a sort that repeats itself the first, and how many more."""
        entries: list[Plain] = []
        firsts: dict[Sort, tuple[int, int]] = {}
        for line, unread in self._left_out:
            if unread.sort in firsts:
                place, more = firsts[unread.sort]
                firsts[unread.sort] = place, more + 1
                continue
            if unread.sort is not Sort.SINGLE:
                firsts[unread.sort] = len(entries), 0
            entries.append(_told(line, unread.why))
        for place, more in firsts.values():
            if more:
                why = f"{entries[place]['why']}另有 {more} 行也是这样。"
                entries[place] = {**entries[place], "why": why, "more": more}
        return entries

    def _take(self, line: Line, rows: tuple[Row, ...] | Unread) -> None:
        unread = rows if isinstance(rows, Unread) else self.taken.take(rows, line.number)
        if unread is None:
            taken = () if isinstance(rows, Unread) else rows
            self.noted += [_told(line, why) for why in self._notes(taken)]
        elif unread.expected:
            self._left_out.append((line, unread))
        else:
            self.not_understood.append(_told(line, unread.why))

    def _notes(self, rows: Sequence[Row]) -> list[str]:
        """Return what is to be said of months that are taken."""
        notes = []
        if any(not row.counts for row in rows):
            notes.append("记作不算：补缴的，或由别的单位缴的。")
        later = [row for row in rows if self._now is not None and row.first > self._now]
        if later:
            notes.append(f"{write_month(later[0].first)} 还没有到，到了才算。")
        return notes

    def _rows(self, line: Line) -> tuple[Row, ...] | Unread:
        if len(line.text) > LONGEST_LINE:
            return Unread(why=f"这一行太长，最多 {LONGEST_LINE} 个字符，请分成几行。")
        if line.is_year:
            return Unread(why="这一行只有年份，用在下面没有写年份的月份上。", expected=True)
        found = cells(line.text)
        if not month_spans(line.text):
            sheet = read_sheet_heading(found)
            if sheet is not None or is_heading(found):
                self._sheet = sheet
                self._heading = None if sheet is not None else read_heading(found)
                return Unread(why="这一行是表头。", expected=True)
        name = None if self._sheet is None else self._sheet.row_name(found)
        if self._sheet is not None and name is not None:
            return _sheet_rows(self._sheet, name, found)
        row = read_row(line.text, self._heading)
        return row if isinstance(row, Unread) else (row,)


def _sheet_rows(sheet: Sheet, name: int, found: list[str]) -> tuple[Row, ...] | Unread:
    cells_read = read_sheet_row(sheet, name, found)
    if cells_read is None:
        return Unread(why="这一行的格子和表头对不上，或者有一格不是一个基数，请改成一个月一行。")
    rows = tuple(
        Row(first=each.month, last=each.month, base=each.base, counts=counts_in(each.text))
        for each in cells_read
    )
    if not rows:
        return Unread(why="这一行没有基数，没有计入。", expected=True)
    if not all(FIRST_MONTH <= row.first <= LAST_MONTH for row in rows):
        return Unread(why="年月太早或太晚，请核对。")
    return rows


def _joined(lines: Sequence[Line]) -> Row | None:
    """Return what several lines say when read as one; None where that can't be read."""
    whole = " ".join(each.text for each in lines)
    row = read_row(whole, None) if len(whole) <= LONGEST_LINE else None
    return row if isinstance(row, Row) else None


def _lacks_base(rows: tuple[Row, ...] | Unread) -> bool:
    return isinstance(rows, Unread) and rows.sort is Sort.NO_BASE


def _told(line: Line, why: str) -> Mapping[str, object]:
    return {"line": line.number, "text": line.written, "why": why}
