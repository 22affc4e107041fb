"""Do bands, periods and editions follow one another without overlap or gap?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from generator.checking.rule_parts import marked
from generator.checking.view import EditionView, View, tables
from generator.diagnostics import Code, Diagnostic, Note, Place
from generator.loading.dates import is_month, read_day
from generator.loading.yardsticks import HISTORIES
from generator.reading import Node, Scalar, Table, value_of
from generator.reading.nodes import follow, items, scalar
from generator.scoring.rules.declared import Adjoining

_ENDLESS = 10**6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """From ``first`` up to but without ``stop``, and where the two are written."""

    first: int
    stop: int
    first_place: Place
    stop_place: Place


def check_spans(view: View) -> Iterator[Diagnostic]:
    """Ends before beginnings, overlaps and gaps."""
    for edition in view.scored:
        for indicator in edition.indicators:
            for part, _ in marked(follow(indicator.node, "rule"), Adjoining):
                yield from _check_bands(part.node)
    for history in HISTORIES:
        yield from _check_history(view.folder.yardsticks.node, history)
    for document in tables(items(view.folder.sources.node)):
        yield from _check_days(document)
    for edition in view.editions:
        if isinstance(edition.node, Table):
            yield from _check_days(edition.node)
    yield from _check_editions(view.editions)


def _check_bands(listing: Node) -> Iterator[Diagnostic]:
    bands = list(tables(items(listing)))
    for band in bands:
        more, below = scalar(band, "more_per_year_below"), follow(band, "below")
        if more is not None and below is None:
            yield Diagnostic(
                code=Code.MISSING_KEY,
                place=more.place,
                message="more_per_year_below counts the years under below, which is missing",
                hint="add below: to this band",
            )
    spans = [_band(band) for band in bands]
    yield from _check_chain(spans, "the band", "year")


def _band(band: Table) -> _Span | None:
    first, stop = follow(band, "at_least"), follow(band, "below")
    low, high = _whole(first, 0), _whole(stop, _ENDLESS)
    if low is None or high is None:
        return None
    return _Span(
        first=low,
        stop=high,
        first_place=band.place if first is None else first.place,
        stop_place=band.place if stop is None else stop.place,
    )


def _check_history(file: Node | None, history: str) -> Iterator[Diagnostic]:
    spans = [_period(period) for period in tables(items(file, history))]
    yield from _check_chain(spans, "the period", "month")
    last = spans[-1] if spans else None
    open_ones = [
        start
        for entry in tables(items(file, "not_established"))
        if (name := scalar(entry, "yardstick")) is not None and name.text == history
        if (start := scalar(entry, "from")) is not None and is_month(start.text)
    ]
    for start in open_ones:
        if last is not None and _month(start) != last.stop:
            yield Diagnostic(
                code=Code.OVERLAP if _month(start) < last.stop else Code.GAP,
                place=start.place,
                message=f"{history} is said to be not established from {start.text}, its last period ends otherwise",
                hint="let it begin the month after the last period",
                notes=(Note(place=last.stop_place, text="the last period ends here"),),
            )
    if len(open_ones) > 1:
        yield Diagnostic(
            code=Code.DUPLICATE_CODE,
            place=open_ones[1].place,
            message=f"that {history} is not established is said twice",
            notes=(Note(place=open_ones[0].place, text="it is said here first"),),
        )


def _period(period: Table) -> _Span | None:
    first, last = scalar(period, "from"), scalar(period, "to")
    if first is None or last is None or not (is_month(first.text) and is_month(last.text)):
        return None
    return _Span(
        first=_month(first),
        stop=_month(last) + 1,
        first_place=first.place,
        stop_place=last.place,
    )


def _check_chain(spans: list[_Span | None], what: str, unit: str) -> Iterator[Diagnostic]:
    for span in spans:
        if span is not None and span.stop <= span.first:
            yield _backwards(span, what)
    for before, after in pairwise(spans):
        if before is None or after is None or before.stop <= before.first:
            continue
        if after.first == before.stop or after.stop <= after.first:
            continue
        overlap = after.first < before.stop
        word = "overlaps the one before" if overlap else "leaves a gap to the one before"
        size = abs(after.first - before.stop)
        by = f", by {size} {unit}{'' if size == 1 else 's'}" if size < _ENDLESS // 2 else ""
        yield Diagnostic(
            code=Code.OVERLAP if overlap else Code.GAP,
            place=after.first_place,
            message=f"{what} {word}{by}",
            notes=(Note(place=before.stop_place, text=f"{what} before ends here"),),
        )


def _backwards(span: _Span, what: str) -> Diagnostic:
    return Diagnostic(
        code=Code.FROM_AFTER_TO,
        place=span.stop_place,
        message=f"{what} ends before it begins",
        notes=(Note(place=span.first_place, text="it begins here"),),
    )


def _check_days(owner: Table) -> Iterator[Diagnostic]:
    span = _days(owner)
    if span is not None and span.stop <= span.first:
        yield _backwards(span, "in_force")


def _check_editions(editions: tuple[EditionView, ...]) -> Iterator[Diagnostic]:
    for before, after in pairwise(editions):
        one, two = _days(before.node), _days(after.node)
        if one is None or two is None or one.stop <= one.first or two.stop <= two.first:
            continue
        if two.first != one.stop:
            overlap = two.first < one.stop
            word = "overlaps" if overlap else "leaves days without an edition after"
            yield Diagnostic(
                code=Code.EDITIONS_OVERLAP if overlap else Code.EDITIONS_GAP,
                place=two.first_place,
                message=f"the edition {after.name} {word} the edition {before.name}",
                notes=(Note(place=one.stop_place, text=f"{before.name} ends here"),),
            )


def _days(owner: Node | None) -> _Span | None:
    first, last = scalar(owner, "in_force", "from"), scalar(owner, "in_force", "to")
    start = None if first is None else read_day(first.text)
    end = None if last is None else read_day(last.text)
    if first is None or last is None or start is None or end is None:
        return None
    return _Span(
        first=start.toordinal(),
        stop=(end + timedelta(days=1)).toordinal(),
        first_place=first.place,
        stop_place=last.place,
    )


def _month(month: Scalar) -> int:
    year, number = month.text.split("-")
    return int(year) * 12 + int(number) - 1


def _whole(node: Node | None, default: int) -> int | None:
    if node is None:
        return default
    value = value_of(node) if isinstance(node, Scalar) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None
