"""Do figures that hang together fit together: tiers, caps, windows, limits, validity, clauses?"""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, pairwise

from generator.checking.rule_parts import Part, marked
from generator.checking.view import EditionView, IndicatorView, View, tables
from generator.diagnostics import Code, Diagnostic, Note
from generator.loading.dates import read_day
from generator.reading import Node, Scalar, Table, value_of
from generator.reading.nodes import follow, items, scalar
from generator.scoring.rules.declared import Reachable, Rising


def check_figures(view: View) -> Iterator[Diagnostic]:
    """Figures that contradict one another."""
    yield from _check_averages(view.folder.yardsticks.node)
    for question in tables(items(view.folder.questions.node, "questions")):
        yield from _check_bounds(question)
    for edition in view.editions:
        yield from _check_validity(edition, view)
        for indicator in edition.indicators:
            rule = follow(indicator.node, "rule")
            yield from _check_cap(rule)
            yield from _check_tiers(rule, view)
            for part, reachable in marked(rule, Reachable):
                yield from _check_reachable(part, part.beside(reachable.field), view)
            yield from _check_clause(indicator)


def _check_cap(rule: Node | None) -> Iterator[Diagnostic]:
    cap = scalar(rule, "cap")
    limit = _whole(cap)
    capped = [scalar(rule, "points"), *(scalar(band, "points") for band in items(rule, "bands"))]
    for points in capped:
        most = _whole(points)
        if cap is None or limit is None or points is None or most is None or most <= limit:
            continue
        yield Diagnostic(
            code=Code.CAP_TOO_LOW,
            place=points.place,
            message=f"{most} points can never be reached under a cap of {limit}",
            notes=(Note(place=cap.place, text="the cap stands here"),),
        )
    per_unit = _whole(scalar(rule, "points"))
    if cap is not None and limit and per_unit and limit > per_unit and limit % per_unit:
        yield Diagnostic(
            code=Code.CAP_TOO_LOW,
            place=cap.place,
            message=f"a cap of {limit} is never reached in steps of {per_unit} points",
        )


def _check_tiers(rule: Node | None, view: View) -> Iterator[Diagnostic]:
    rows = [list(tables(items(part.node))) for part, _ in marked(rule, Rising)]
    for before, after in chain.from_iterable(map(pairwise, rows)):
        yield from _check_rising(scalar(before, "points"), scalar(after, "points"), "points")
        one, two = (_multiple(row, view) for row in (before, after))
        yield from _check_rising(one, two, "the multiple")


def _check_rising(one: Scalar | None, two: Scalar | None, what: str) -> Iterator[Diagnostic]:
    low, high = _number(one), _number(two)
    if one is None or two is None or low is None or high is None or low < high:
        return
    yield Diagnostic(
        code=Code.NOT_RISING,
        place=two.place,
        message=f"{what} of a tier must be more than that of the tier before, found {two.text} after {one.text}",
        notes=(Note(place=one.place, text="the tier before"),),
    )


def _multiple(row: Node, view: View) -> Scalar | None:
    question = scalar(row, "question")
    declared = view.questions.get(None if question is None else question.text)
    return scalar(declared, "from_ledger", "multiple")


def _check_reachable(part: Part, question: Scalar | None, view: View) -> Iterator[Diagnostic]:
    months = part.node if isinstance(part.node, Scalar) else None
    declared = view.questions.get(None if question is None else question.text)
    most = scalar(declared, "at_most")
    needed, limit = _whole(months), _whole(most)
    if months is None or most is None or needed is None or limit is None or needed <= limit:
        return
    yield Diagnostic(
        code=Code.OUT_OF_BOUNDS,
        place=months.place,
        message=f"{needed} months can never be reached: the question allows at most {limit}",
        hint="check the months here and at_most of the question",
        notes=(Note(place=most.place, text="at_most of the question"),),
    )


def _check_bounds(question: Table) -> Iterator[Diagnostic]:
    low, high = scalar(question, "at_least"), scalar(question, "at_most")
    least, most = _whole(low), _whole(high)
    if low is not None and least is not None and most is not None and least > most:
        yield Diagnostic(
            code=Code.FROM_AFTER_TO,
            place=low.place,
            message=f"at_least is {least}, more than at_most",
        )
    window = scalar(question, "from_ledger", "window_months")
    months = _whole(window)
    if window is None or high is None or months is None or most is None or months == most:
        return
    yield Diagnostic(
        code=Code.DISAGREES,
        place=window.place,
        message=f"the ledger's window has {months} months, the answer goes up to {most}",
        hint="make window_months and at_most the same",
        notes=(Note(place=high.place, text="at_most stands here"),),
    )


def _check_averages(file: Node | None) -> Iterator[Diagnostic]:
    """A cap is the same multiple of the average in every period, and the floor lies below the average."""
    rows = list(tables(items(file, "statutory_average")))
    ratios = [_ratio(row) for row in rows]
    counted = Counter(ratio for ratio in ratios if ratio is not None)
    usual = counted.most_common(1)[0][0] if counted and len(rows) > 2 else None
    for row, ratio in zip(rows, ratios, strict=True):
        cap, floor = scalar(row, "cap"), scalar(row, "floor")
        yuan, least = _whole(scalar(row, "yuan")), _whole(floor)
        if cap is not None and None not in (ratio, usual) and ratio != usual:
            yield Diagnostic(
                code=Code.DISAGREES,
                place=cap.place,
                message=f"the cap is {float(ratio or 0):.4f} times yuan, elsewhere {float(usual or 0):g} times",
                hint="check yuan and cap of this period",
            )
        if floor is not None and yuan is not None and least is not None and least >= yuan:
            yield Diagnostic(
                code=Code.DISAGREES,
                place=floor.place,
                message=f"the floor of {least} is not below the average of {yuan}",
                hint="check yuan and floor of this period",
            )


def _ratio(row: Table) -> Fraction | None:
    yuan, cap = _whole(scalar(row, "yuan")), _whole(scalar(row, "cap"))
    return Fraction(cap, yuan) if yuan and cap else None


def _check_validity(edition: EditionView, view: View) -> Iterator[Diagnostic]:
    """The folder's date, the edition's validity and that of its document say the same."""
    start = scalar(edition.node, "in_force", "from")
    date = scalar(edition.node, "edition")
    if start is not None and date is not None and start.text != date.text == edition.name:
        yield Diagnostic(
            code=Code.DISAGREES,
            place=start.place,
            message=f"the edition {date.text} is in force from {start.text}",
            hint="an edition is named by the day on which it comes into force",
            notes=(Note(place=date.place, text="the edition's name"),),
        )
    document = scalar(edition.node, "document")
    declared = view.documents.get(None if document is None else document.text)
    for key in ("from", "to"):
        here = scalar(edition.node, "in_force", key)
        there = scalar(declared, "in_force", key)
        same_start = (
            key == "from" and date is not None and here is not None and here.text != date.text
        )
        if here is None or there is None or here.text == there.text or same_start:
            continue
        if read_day(here.text) is None or read_day(there.text) is None:
            continue
        yield Diagnostic(
            code=Code.DISAGREES,
            place=here.place,
            message=f"the edition is in force {key} {here.text}, its document {key} {there.text}",
            hint="make the two the same",
            notes=(Note(place=there.place, text="the document says so here"),),
        )


def _check_clause(indicator: IndicatorView) -> Iterator[Diagnostic]:
    here, there = scalar(indicator.node, "clause"), scalar(indicator.node, "source", "clause")
    if here is not None and there is not None and here.text != there.text:
        yield Diagnostic(
            code=Code.DISAGREES,
            place=there.place,
            message=f"the source names {there.text}, the indicator {here.text}",
            hint="make the two clauses the same",
            notes=(Note(place=here.place, text="the indicator's clause"),),
        )


def _whole(node: Scalar | None) -> int | None:
    value = None if node is None else value_of(node)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _number(node: Scalar | None) -> Fraction | None:
    value = None if node is None else value_of(node)
    if isinstance(value, bool | str) or value is None:
        return None
    return Fraction(value)
