"""Do bands, periods and editions follow one another without overlap or gap?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic, Note, Place
from generator.policy.dates import month_index
from generator.policy.facts import Fact
from generator.policy.marked import marked, singular, values_of
from generator.policy.places import Places
from generator.policy.sources import InForce
from generator.policy.yardsticks import NO_YARDSTICKS, History, YardstickPeriod, YardsticksText
from generator.scoring.rules.declared import Adjoining, With
from generator.scoring.rules.rule import Rule

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
            if indicator.file is not None:
                yield from _check_rule(indicator.file.rule, view.places)
    yardsticks = view.folder.yardsticks
    file = yardsticks.value
    if file is not None and file is not NO_YARDSTICKS and yardsticks.sound:
        for history in History:
            yield from _check_history(file, history, view.places)
        yield from _check_beginnings(file, view.places)
    for document in view.documents.values.values():
        if document.in_force is not None:
            yield from _check_days(document.in_force, view.places)
    for edition in view.editions:
        if edition.text is not None:
            yield from _check_days(edition.text.in_force, view.places)
    yield from _check_editions(view)
    for fact in view.facts.values.values():
        yield from _check_later(fact, view.places)


def _check_later(fact: Fact, places: Places) -> Iterator[Diagnostic]:
    for before, after in pairwise(fact.later):
        if after.from_ <= before.from_:
            yield Diagnostic(
                code=Code.NOT_RISING,
                place=places.of(after, "from_"),
                message=f"a figure of the fact {fact.code} begins before the one above it",
                hint="put the oldest first",
            )


def _check_rule(rule: Rule, places: Places) -> Iterator[Diagnostic]:
    for lone in marked(rule, With):
        other = lone.mark.field
        if places.has(lone.owner, lone.field) and not places.has(lone.owner, other):
            yield Diagnostic(
                code=Code.MISSING_KEY,
                place=places.of(lone.owner, lone.field),
                message=f"{lone.field} {lone.mark.tells}, which is missing",
                hint=f"add {other}: to this {singular(lone.list)}",
            )
    for adjoining in marked(rule, Adjoining):
        entries = adjoining.value if isinstance(adjoining.value, tuple) else ()
        spans = [_band(entry, places) for entry in entries]
        yield from _check_chain(spans, f"the {singular(adjoining.field)}", adjoining.mark.unit)


def _band(band: object, places: Places) -> _Span:
    first, stop = (values_of(band)[field] for field in ("at_least", "below"))
    assert isinstance(first, int)
    return _Span(
        first=first,
        stop=stop if isinstance(stop, int) and places.has(band, "below") else _ENDLESS,
        first_place=places.of(band, "at_least"),
        stop_place=places.of(band, "below"),
    )


def _check_history(file: YardsticksText, history: History, places: Places) -> Iterator[Diagnostic]:
    spans = [_period(period, places) for period in file.periods(history)]
    yield from _check_chain(spans, "the period", "month")
    last = spans[-1]
    open_ones = [each for each in file.not_established if each.yardstick is history]
    for each in open_ones:
        start = month_index(each.from_)
        if start != last.stop:
            yield Diagnostic(
                code=Code.OVERLAP if start < last.stop else Code.GAP,
                place=places.of(each, "from_"),
                message=f"{history} is said to be not established from {each.from_}, its last period ends otherwise",
                hint="let it begin the month after the last period",
                notes=(Note(place=last.stop_place, text="the last period ends here"),),
            )
    if len(open_ones) > 1:
        first, second, *_ = open_ones
        yield Diagnostic(
            code=Code.DUPLICATE_CODE,
            place=places.of(second, "from_"),
            message=f"that {history} is not established is said twice",
            notes=(Note(place=places.of(first, "from_"), text="it is said here first"),),
        )


def _check_beginnings(file: YardsticksText, places: Places) -> Iterator[Diagnostic]:
    """Both histories go back to the same month: where one lacks its oldest period, the other tells."""
    level, average = (file.periods(history)[0] for history in History)
    if level.from_ != average.from_:
        later, other = (level, average) if level.from_ > average.from_ else (average, level)
        yield Diagnostic(
            code=Code.DISAGREES,
            place=places.of(later, "from_"),
            message=f"this history begins with {later.from_}, the other one with {other.from_}",
            hint="let both go back to the same month",
            notes=(Note(place=places.of(other, "from_"), text="the other one begins here"),),
        )


def _period(period: YardstickPeriod, places: Places) -> _Span:
    return _Span(
        first=month_index(period.from_),
        stop=month_index(period.to) + 1,
        first_place=places.of(period, "from_"),
        stop_place=places.of(period, "to"),
    )


def _check_chain(spans: Sequence[_Span], what: str, unit: str) -> Iterator[Diagnostic]:
    for span in spans:
        if span.stop <= span.first:
            yield _backwards(span, what)
    for before, after in pairwise(spans):
        if before.stop <= before.first:
            continue
        if after.first == before.stop or after.stop <= after.first:
            continue
        if after.stop <= before.first:
            yield _out_of_order(before, after, what)
            return
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


def _out_of_order(before: _Span, after: _Span, what: str) -> Diagnostic:
    return Diagnostic(
        code=Code.NOT_RISING,
        place=after.stop_place,
        message=f"{what} ends before the one above it begins: they stand in the wrong order",
        hint="put the lowest first",
        notes=(Note(place=before.first_place, text="the one above begins here"),),
    )


def _backwards(span: _Span, what: str) -> Diagnostic:
    return Diagnostic(
        code=Code.FROM_AFTER_TO,
        place=span.stop_place,
        message=f"{what} ends before it begins",
        notes=(Note(place=span.first_place, text="it begins here"),),
    )


def _check_days(in_force: InForce, places: Places) -> Iterator[Diagnostic]:
    span = _days(in_force, places)
    if span.stop <= span.first:
        yield _backwards(span, "in_force")


def _check_editions(view: View) -> Iterator[Diagnostic]:
    for before, after in pairwise(view.editions):
        if before.text is None or after.text is None:
            continue
        one, two = (_days(each.in_force, view.places) for each in (before.text, after.text))
        if one.stop <= one.first or two.stop <= two.first:
            continue
        if two.first != one.stop:
            overlap = two.first < one.stop
            ends = "ends here" if before.text.in_force.to else "begins here and has no last day"
            word = "overlaps" if overlap else "leaves days without an edition after"
            yield Diagnostic(
                code=Code.EDITIONS_OVERLAP if overlap else Code.EDITIONS_GAP,
                place=two.first_place,
                message=f"the edition {after.name} {word} the edition {before.name}",
                notes=(Note(place=one.stop_place, text=f"{before.name} {ends}"),),
            )


def _days(in_force: InForce, places: Places) -> _Span:
    """The days; without a last one they go on."""
    is_open = in_force.to is None
    return _Span(
        first=in_force.from_.toordinal(),
        stop=(in_force.to or date.max).toordinal() + 1,
        first_place=places.of(in_force, "from_"),
        stop_place=places.of(in_force, "from_" if is_open else "to"),
    )
