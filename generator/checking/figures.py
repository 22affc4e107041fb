"""Do figures that hang together fit together: tiers, caps, windows, limits, validity, clauses?"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from generator.checking.levels import check_levels
from generator.checking.view import EditionView, View
from generator.diagnostics import Code, Diagnostic, Note, Place
from generator.policy.indicators import IndicatorFile
from generator.policy.marked import Marked, marked, singular, values_of
from generator.policy.places import Places
from generator.policy.questions import QuestionText
from generator.policy.yardsticks import YardsticksText
from generator.scoring.rules.declared import Caps, Reachable, Rising
from generator.scoring.rules.rule import Rule


def check_figures(view: View) -> Iterator[Diagnostic]:
    """Figures that contradict one another."""
    yardsticks = view.folder.yardsticks.value
    if yardsticks is not None:
        yield from _check_averages(yardsticks, view)
        yield from check_levels(yardsticks, view.places)
    for question in view.questions.values.values():
        yield from _check_bounds(question, view)
    for edition in view.editions:
        yield from _check_validity(edition, view)
        for indicator in edition.indicators:
            if indicator.file is not None:
                yield from _check_rule(indicator.file.rule, view)
                yield from _check_clause(indicator.file, view)


def _check_rule(rule: Rule, view: View) -> Iterator[Diagnostic]:
    for cap in marked(rule, Caps):
        yield from _check_cap(cap, view.places)
    for rising in marked(rule, Rising):
        yield from _check_rising(rising, "points", view)
        yield from _check_rising(rising, "multiple", view)
    for reachable in marked(rule, Reachable):
        yield from _check_reachable(reachable, view)


def _check_cap(cap: Marked[Caps], places: Places) -> Iterator[Diagnostic]:
    limit, capped = cap.value, cap.beside(cap.mark.field)
    if not isinstance(limit, int | Decimal):
        return
    place = places.of(cap.owner, cap.field)
    rows = capped if isinstance(capped, tuple) else (cap.owner,)
    for row in rows:
        most = values_of(row).get("points")
        if isinstance(most, int | Decimal) and most > limit:
            yield Diagnostic(
                code=Code.CAP_TOO_LOW,
                place=places.of(row, "points"),
                message=f"{most} points can never be reached under a cap of {limit}",
                notes=(Note(place=place, text="the cap stands here"),),
            )


def _check_rising(rising: Marked[Rising], name: str, view: View) -> Iterator[Diagnostic]:
    rows = rising.value if isinstance(rising.value, tuple) else ()
    entry = singular(rising.field)
    for one, two in pairwise([_risen(row, name, view) for row in rows]):
        if one is not None and two is not None and one.figure >= two.figure:
            what = name if one.is_own else f"the {name}"
            yield Diagnostic(
                code=Code.NOT_RISING,
                place=two.place,
                message=f"{what} of a {entry} must be more than that of the {entry} before,"
                f" found {two.figure} after {one.figure}",
                notes=(Note(place=one.place, text=f"the {entry} before"),),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Risen:
    """A figure that has to rise: one of the row's own, or one of its question's."""

    figure: Decimal
    place: Place
    is_own: bool


def _risen(row: object, name: str, view: View) -> _Risen | None:
    held = values_of(row)
    own = held.get(name)
    if isinstance(own, int | Decimal):
        return _Risen(figure=Decimal(own), place=view.places.of(row, name), is_own=True)
    question = view.questions.get(str(held.get("question")))
    source = None if question is None else question.from_ledger
    asked = values_of(source).get(name)
    if not isinstance(asked, int | Decimal):
        return None
    return _Risen(figure=Decimal(asked), place=view.places.of(source, name), is_own=False)


def _check_reachable(reachable: Marked[Reachable], view: View) -> Iterator[Diagnostic]:
    question = view.questions.get(str(reachable.beside(reachable.mark.field)))
    limit = None if question is None else question.at_most
    needed = reachable.value
    if question is None or limit is None or not isinstance(needed, int) or needed <= limit:
        return
    yield Diagnostic(
        code=Code.OUT_OF_BOUNDS,
        place=view.places.of(reachable.owner, reachable.field),
        message=f"{needed} months can never be reached: the question allows at most {limit}",
        hint="check the months here and at_most of the question",
        notes=(Note(place=view.places.of(question, "at_most"), text="at_most of the question"),),
    )


def _check_bounds(question: QuestionText, view: View) -> Iterator[Diagnostic]:
    least, most, source = question.at_least, question.at_most, question.from_ledger
    if least is not None and most is not None and least > most:
        yield Diagnostic(
            code=Code.FROM_AFTER_TO,
            place=view.places.of(question, "at_least"),
            message=f"at_least is {least}, more than at_most",
        )
    months = None if source is None else source.window_months
    if source is None or months is None or most is None or months == most:
        return
    yield Diagnostic(
        code=Code.DISAGREES,
        place=view.places.of(source, "window_months"),
        message=f"the ledger's window has {months} months, the answer goes up to {most}",
        hint="make window_months and at_most the same",
        notes=(Note(place=view.places.of(question, "at_most"), text="at_most stands here"),),
    )


def _check_averages(file: YardsticksText, view: View) -> Iterator[Diagnostic]:
    """A cap is the same multiple of the average in every period, and the floor lies below the average."""
    rows = file.statutory_average
    ratios = [Fraction(row.cap, row.yuan) for row in rows]
    usual = Counter(ratios).most_common(1)[0][0] if len(rows) > 2 else None
    for row, ratio in zip(rows, ratios, strict=True):
        if usual is not None and ratio != usual:
            yield Diagnostic(
                code=Code.DISAGREES,
                place=view.places.of(row, "cap"),
                message=f"the cap is {float(ratio):.4f} times yuan, elsewhere {float(usual):g} times",
                hint="check yuan and cap of this period",
            )
        if row.floor >= row.yuan:
            yield Diagnostic(
                code=Code.DISAGREES,
                place=view.places.of(row, "floor"),
                message=f"the floor of {row.floor} is not below the average of {row.yuan}",
                hint="check yuan and floor of this period",
            )


def _check_validity(edition: EditionView, view: View) -> Iterator[Diagnostic]:
    """The folder's date, the edition's validity and that of its document say the same."""
    text = edition.text
    if text is None:
        return
    places = view.places
    start, end = text.in_force.from_, text.in_force.to
    starts_by_its_name = start.isoformat() == text.code
    if not starts_by_its_name and text.code == edition.name:
        yield Diagnostic(
            code=Code.DISAGREES,
            place=places.of(text.in_force, "from_"),
            message=f"the edition {text.code} is in force from {start}",
            hint="an edition is named by the day on which it comes into force",
            notes=(Note(place=places.of(text, "code"), text="the edition's name"),),
        )
    document = view.documents.get(text.document)
    there = None if document is None else document.in_force
    if there is None:
        return
    for key, field, here, said in (
        ("from", "from_", start, there.from_),
        ("to", "to", end, there.to),
    ):
        if said is None or here == said or (key == "from" and not starts_by_its_name):
            continue
        yield Diagnostic(
            code=Code.DISAGREES,
            place=places.of(text.in_force, field if here else "from_"),
            message=f"the edition is in force {key} {here or 'no day'}, its document {key} {said}",
            hint="make the two the same",
            notes=(Note(place=places.of(there, field), text="the document says so here"),),
        )


def _check_clause(file: IndicatorFile, view: View) -> Iterator[Diagnostic]:
    if file.source.clause and file.source.clause != file.clause:
        yield Diagnostic(
            code=Code.DISAGREES,
            place=view.places.of(file.source, "clause"),
            message=f"the source names {file.source.clause}, the indicator {file.clause}",
            hint="make the two clauses the same",
            notes=(Note(place=view.places.of(file, "clause"), text="the indicator's clause"),),
        )
