"""What a case should expect now: value by value, each where it stands in its file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.checking.running import Runnable, request_of
from generator.diagnostics import Place
from generator.loading.expectations import differences, differences_beside_points
from generator.loading.taken_over import PlacedCase
from generator.policy.cases import CaseText
from generator.policy.places import Places, Step
from generator.scoring.conditions import can_apply, stand_of
from generator.scoring.errors import RequestError
from generator.scoring.verdict import judge

_CAN_APPLY = {True: "true", False: "false", None: "unknown"}
type _Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """A value of an expectation that is to be another one."""

    place: Place
    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Blessing:
    """A case that no longer comes true: what would be rewritten, or why it can't be by a machine."""

    name: str
    place: Place
    rewrites: tuple[Rewrite, ...]
    refusal: str = ""


def blessings(run: Runnable, places: Places) -> tuple[Blessing, ...]:
    """Every case that expects something else than the engine gives, once, however many editions ask it."""
    found: dict[int, list[Blessing | None]] = {}
    texts: dict[int, CaseText] = {}
    for edition in run.editions:
        for placed in edition.cases:
            texts[id(placed.case.text)] = placed.case.text
            wanted = _blessing(placed, run, places, edition.edition.code)
            found.setdefault(id(placed.case.text), []).append(wanted)
    return tuple(
        blessing
        for key, each in found.items()
        if (blessing := _agreed(each, texts[key], places)) is not None
    )


def _agreed(each: list[Blessing | None], text: CaseText, places: Places) -> Blessing | None:
    """What all editions that ask the case would have it say."""
    wanted = [blessing for blessing in each if blessing is not None]
    if not wanted:
        return None
    if len(wanted) == len(each) and len({blessing.rewrites for blessing in wanted}) == 1:
        return wanted[0]
    return Blessing(
        name=text.name,
        place=places.of(text),
        rewrites=(),
        refusal="editions that share it come to different results: write a case of the same sentence for the newer one",
    )


def _blessing(placed: PlacedCase, run: Runnable, places: Places, edition: str) -> Blessing | None:
    case = placed.case
    place = places.of(case.text)
    try:
        request = request_of(case.request, run.policy)
    except RequestError as error:
        why = f"under {edition} the engine refuses it: {error.message}"
        return Blessing(name=case.name, place=place, rewrites=(), refusal=why)
    verdict = judge(request)
    found = {**differences(case, verdict), **differences_beside_points(case, request)}
    if not found:
        return None
    facts = request.facts()
    standings = {each.code: stand_of(each, facts).standing for each in request.edition.conditions}
    values: dict[str, dict[_Path, object]] = {
        "score": {("score",): verdict.score},
        "outcome": {("outcome",): verdict.outcome.value},
        "range": {("range_", 0): verdict.low, ("range_", 1): verdict.high},
        "can_apply": {("can_apply",): _CAN_APPLY[can_apply(standings.values())]},
        **{
            award.indicator.code: {("awards", award.indicator.code): award.points}
            for award in verdict.awards
        },
        **{code: {("conditions", code): standing} for code, standing in standings.items()},
    }
    wanted = [values.get(what, {}) for what in found]
    if any(not each or None in each.values() for each in wanted):
        why = f"it has to be read anew: {'; '.join(found.values())}"
        return Blessing(name=case.name, place=place, rewrites=(), refusal=why)
    rewrites = (each for paths in wanted for each in _rewrites(case.text, paths, places))
    return Blessing(name=case.name, place=place, rewrites=tuple(rewrites))


def _rewrites(text: CaseText, wanted: Mapping[_Path, object], places: Places) -> Iterator[Rewrite]:
    for path, value in wanted.items():
        place = places.of(text.expect, *path)
        line = place.source.line(place.line) or ""
        old = line[place.column - 1 : place.column - 1 + place.length]
        what = ".".join(str(step).rstrip("_") for step in path)
        if old != str(value):
            yield Rewrite(place=place, what=what, old=old, new=str(value))
