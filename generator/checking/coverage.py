"""Does a case stand on every edge of an edition: would any notice if a figure were one higher, or one lower?

A limit that can be raised unnoticed has no case on it; one that can be lowered unnoticed has none just
below. So every figure that decides points is held by cases, and a slip of the pen in it can't pass.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from generator.checking.changes import (
    Figure,
    Path,
    figures_in,
    flags_in,
    rule_figures,
    with_figure,
    with_value,
    without,
)
from generator.checking.running import Runnable, RunnableEdition
from generator.checking.trials import (
    Trial,
    condition_is_noticed,
    edition_is_noticed,
    rule_is_noticed,
)
from generator.diagnostics import Code, Diagnostic, Note, Place
from generator.loading.taken_over import PlacedCase
from generator.policy.codes_found import READINGS_KEY
from generator.policy.editions import EditionText
from generator.policy.marked import marked
from generator.policy.places import Places
from generator.policy.plain import Plain
from generator.reading.nodes import follow
from generator.scoring.codec import read_condition, read_indicator, read_policy
from generator.scoring.codes import IndicatorCode
from generator.scoring.model import Edition
from generator.scoring.rules.declared import Adjoining, Follows

_GROUPS: Path = ("editions", 0, "exclusive")
_NAMED = 5
"""So many cases that are not asked any more are named."""
_REACHING_BACK = frozenset({"years", "window_months"})
"""Figures that say how far back one looks: what lies beyond is just above them."""


def check_coverage(
    run: Runnable, edition: RunnableEdition, trials: Sequence[Trial], places: Places
) -> Iterator[Diagnostic]:
    """Edges of an edition's own rules, score, groups and validity that none of its cases stands on.

    What it takes over is held by the cases of the edition that states it.
    """
    document = run.document
    position = [each.code for each in run.policy.editions].index(edition.edition.code)
    editions = document["editions"]
    assert isinstance(editions, list)
    alone: dict[str, Plain] = {**document, "editions": [editions[position]]}
    yield from _check_rules(alone, edition, trials, places)
    yield from _check_readings(alone, edition, trials, run)
    yield from _check_conditions(alone, edition, trials)
    text = edition.view.text
    if text is not None:
        for found in _check_edition(alone, text, trials, places):
            yield _with_belied(found, edition.belied, places)
        yield from _check_days(text, edition, places)


def unnoticed(
    document: Plain, figure: Figure, notices: Callable[[Plain], bool]
) -> Iterator[Diagnostic]:
    """What is missing for the figure to be held from both sides; ``notices`` is asked about changed documents."""
    missed = [
        value for value in figure.changed() if not notices(with_figure(document, figure, value))
    ]
    if not missed:
        return
    instead = " or ".join(str(value) for value in missed)
    yield Diagnostic(
        code=Code.EDGE_WITHOUT_CASE,
        place=figure.place,
        message=f"no case holds {figure.key} {figure.value}: with {instead} all would come out the same",
        hint=f"add a case {_where(figure, missed)}",
    )


def _where(figure: Figure, missed: list[int | Decimal]) -> str:
    raised, lowered = (any(v > figure.value for v in missed), any(v < figure.value for v in missed))
    on, below = f"right on {figure.value}", f"just below {figure.value}"
    if figure.key in {"points", "more_per_year_below", "standard_score"}:
        return "whose expectation depends on this figure"
    if figure.key == "cap":
        on, below = "that is above the cap", "that is right at the cap"
    if figure.key in _REACHING_BACK:
        on, below = f"just outside {figure.value}", on
    return " and one ".join(text for text, needed in ((on, raised), (below, lowered)) if needed)


def _check_rules(
    document: dict[str, Plain],
    edition: RunnableEdition,
    trials: Sequence[Trial],
    places: Places,
) -> Iterator[Diagnostic]:
    own = {file.stem: file for file in edition.view.folder.indicators if file.is_changed}
    said_here = edition.view.place.source.name
    for position, indicator in enumerate(edition.edition.indicators):
        view = edition.view.indicator(indicator.code)
        if view is None or view.stem not in own:
            continue
        whole = own[view.stem].has_own_rule
        rule = follow(view.node, "rule")
        adjoining = [each.field for each in marked(indicator.rule, Adjoining)]
        path: Path = ("editions", 0, "indicators", position, "rule")

        notices = partial(_notices_rule, position, _likely_first(trials, indicator.code))
        belied = [each for each in edition.belied if indicator.code in each.about]
        for figure in rule_figures(rule, path, adjoining):
            if whole or figure.place.source.name == said_here:
                for found in unnoticed(document, figure, notices):
                    yield _with_belied(found, belied, places)
        for flag, place in flags_in(rule, path) if whole else ():
            if not notices(with_value(document, flag, value=False)):
                yield _lacking(place, "no case shows this option behind its closed gate")
        condition = follow(view.node, "only_if")
        if whole and condition is not None:
            taken_off: Path = (*path[:-1], "only_if")
            if not notices(with_value(document, taken_off, None)):
                yield _lacking(
                    condition.place,
                    f"no case shows {indicator.code} without what it needs beside its rule",
                )


def _check_readings(
    document: dict[str, Plain],
    edition: RunnableEdition,
    trials: Sequence[Trial],
    run: Runnable,
) -> Iterator[Diagnostic]:
    """Readings that could be taken off a rule unnoticed; those that no case chooses at all are left out.

    Only the edition's own cases are asked: one that is taken over is dropped where a rule stated anew belies it.
    """
    chosen = _readings_chosen(run)
    here = f"{edition.view.place.source.name.rpartition('/')[0]}/"
    own = {file.stem: file for file in edition.view.folder.indicators if file.has_own_rule}
    own_trials = [trial for trial in trials if trial.case.place.startswith(here)]
    for position, indicator in enumerate(edition.edition.indicators):
        file = own.get(indicator.code)
        rule = None if file is None else file.file.node
        for reading in marked(indicator.rule, Follows) if rule is not None else ():
            path: Path = ("editions", 0, "indicators", position, "rule", reading.field)
            found = follow(rule, "rule", reading.field)
            if found is None or reading.value not in chosen:
                continue
            if not _notices_rule(position, own_trials, with_value(document, path, None)):
                known = run.policy.readings[reading.value]
                other = next(each for each in known.choices if each != known.default)
                yield Diagnostic(
                    code=Code.EDGE_WITHOUT_CASE,
                    place=found.place,
                    message=f"no case of this edition would miss {reading.field} here",
                    hint=f"add a case in which {indicator.code} comes out otherwise"
                    f" by answers: {{readings: {{{known.code}: {other}}}, …}}",
                )


def _readings_chosen(run: Runnable) -> set[str]:
    """The readings that any case of any edition chooses."""
    requests = (placed.case.request for edition in run.editions for placed in edition.cases)
    answers = (request["answers"] for request in requests)
    chosen = (each.get(READINGS_KEY) for each in answers if isinstance(each, dict))
    return {code for each in chosen if isinstance(each, dict) for code in each}


def _check_conditions(
    document: dict[str, Plain], edition: RunnableEdition, trials: Sequence[Trial]
) -> Iterator[Diagnostic]:
    folder = edition.view.place.source.name.rpartition("/")[0]
    nodes = {entry.stem: entry.file.node for entry in edition.view.folder.conditions}
    for position, condition in enumerate(edition.edition.conditions):
        path: Path = ("editions", 0, "conditions", position, "rule")
        notices = partial(_notices_condition, position, trials)
        for figure in figures_in(follow(nodes.get(condition.code), "rule"), path):
            if figure.place.source.name.startswith(f"{folder}/"):
                yield from unnoticed(document, figure, notices)


def _check_edition(
    document: dict[str, Plain], text: EditionText, trials: Sequence[Trial], places: Places
) -> Iterator[Diagnostic]:
    here = places.of(text).source
    score, place = text.standard_score, places.of(text, "standard_score")
    if score is not None and place.source == here:
        path: Path = ("editions", 0, "standard_score")
        figure = Figure(key="standard_score", value=score, place=place, paths=(path,))
        yield from unnoticed(document, figure, partial(_notices_edition, trials))
    for position, group in enumerate(text.exclusive):
        place = places.of(group)
        if place.source != here:
            continue
        if not edition_is_noticed(_edition_of(without(document, _GROUPS, position)), trials):
            yield _lacking(place, "no case has two members of this group")
    for position, capped in enumerate(text.capped):
        place = places.of(capped, "cap")
        if place.source == here:
            cap: Path = ("editions", 0, "capped", position, "cap")
            found = Figure(key="cap", value=capped.cap, place=place, paths=(cap,))
            yield from unnoticed(document, found, partial(_notices_edition, trials))


def _check_days(
    text: EditionText, edition: RunnableEdition, places: Places
) -> Iterator[Diagnostic]:
    days = {placed.case.request["on"] for placed in edition.cases}
    for field, day, which in (
        ("from_", text.in_force.from_, "first"),
        ("to", text.in_force.to, "last"),
    ):
        if day is not None and day.isoformat() not in days:
            place = places.of(text.in_force, field)
            yield _lacking(place, f"no case asks on the {which} day of the edition")


def _with_belied(found: Diagnostic, belied: Sequence[PlacedCase], places: Places) -> Diagnostic:
    """With the cases of editions before that held the rule as it was, the first ones by name."""
    first, more = belied[:_NAMED], len(belied) - _NAMED
    notes = [
        Note(
            place=places.of(each.case.text),
            text=f"“{each.case.name}” does not come true in this edition any more, so it is not asked",
        )
        for each in first
    ]
    if more > 0:
        notes[-1] = replace(notes[-1], text=f"{notes[-1].text}; so it is with {more} more")
    return replace(found, notes=(*found.notes, *notes))


def _likely_first(trials: Sequence[Trial], indicator: IndicatorCode) -> list[Trial]:
    return sorted(trials, key=lambda trial: indicator not in trial.case.expect.awards)


def _notices_rule(position: int, trials: Sequence[Trial], document: Plain) -> bool:
    return rule_is_noticed(read_indicator(_of_edition(document, "indicators", position)), trials)


def _notices_condition(position: int, trials: Sequence[Trial], document: Plain) -> bool:
    return condition_is_noticed(
        read_condition(_of_edition(document, "conditions", position)), trials
    )


def _notices_edition(trials: Sequence[Trial], document: Plain) -> bool:
    return edition_is_noticed(_edition_of(document), trials)


def _lacking(place: Place, message: str) -> Diagnostic:
    return Diagnostic(
        code=Code.EDGE_WITHOUT_CASE, place=place, message=message, hint="add a case that does"
    )


def _edition_of(document: Plain) -> Edition:
    assert isinstance(document, dict)
    return read_policy(document).editions[0]


def _of_edition(document: Plain, key: str, position: int) -> dict[str, Plain]:
    """An indicator or a condition of the document's one edition: reading it alone is all that a trial of it needs."""
    found: Plain = document
    for step in ("editions", 0, key, position):
        found = found[step]  # type: ignore[index]
    assert isinstance(found, dict)
    return found
