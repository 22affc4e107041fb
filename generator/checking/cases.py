"""Does every case come true, and does the engine understand every case and person?"""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.checking.running import Runnable, RunnableEdition
from generator.checking.said_levels import check_said_levels
from generator.checking.view import IndicatorView, View
from generator.diagnostics import Code, Diagnostic, Place
from generator.loading.completing import NOBODY
from generator.loading.expectations import differences, differences_beside_points
from generator.loading.taken_over import PlacedCase
from generator.policy.cases import Case, CaseText
from generator.policy.people import Person
from generator.policy.places import Places
from generator.policy.value_paths import steps_of
from generator.scoring.dates import write_month
from generator.scoring.errors import RequestError
from generator.scoring.model import Policy
from generator.scoring.plain import read_json
from generator.scoring.request import Request, read_request
from generator.scoring.verdict import judge

MANY = 5
"""More cases than this that disagree about the same thing have one cause: they are reported together."""

type _Failure = tuple[PlacedCase, dict[str, str]]


def check_cases(run: Runnable, edition: RunnableEdition, places: Places) -> Iterator[Diagnostic]:
    """Cases that the engine refuses, that stand in the wrong edition, or that fail."""
    failures: dict[str, list[_Failure]] = {}
    for placed in edition.cases:
        yield from _check_published(placed.case, places)
        if not _is_within(placed, edition):
            yield _wrong_edition(placed, edition, places)
            continue
        try:
            request = request_of(placed.case.request, run.policy)
        except RequestError as error:
            yield _refused(error, placed.case.text, places, f"the case “{placed.case.name}”")
            continue
        found = differences(placed.case, judge(request))
        found |= differences_beside_points(placed.case, request)
        if found:
            failures.setdefault(next(iter(found)), []).append((placed, found))
        else:
            yield from check_said_levels(placed.case, request, places)
    for about, group in failures.items():
        hint = _hint_of_rule(edition.view.indicator(about))
        yield from _failed(group, hint, places, run.policy)


def check_people(run: Runnable, view: View) -> Iterator[Diagnostic]:
    """People whom the engine refuses or who leave a question open; ``nobody`` has nothing."""
    for own in view.folder.people.value or ():
        person = run.people[own.code]
        on, place = person.on, view.places.of(own)
        if not any(each.edition.first <= on <= each.edition.last for each in run.editions):
            continue
        policy = run.policy.code
        request = {"policy": policy, "on": on.isoformat(), "answers": dict(person.answers)}
        try:
            verdict = judge(request_of(request, run.policy))
        except RequestError as error:
            yield _refused(error, own, view.places, f"the person {person.code}")
            continue
        missing = [code for award in verdict.awards for code in award.finding.missing]
        if missing:
            yield Diagnostic(
                code=Code.INCOMPLETE_PERSON,
                place=place,
                message=f"{person.code} leaves open: {', '.join(dict.fromkeys(missing))}",
                hint="answer every question that the edition asks on that day",
            )
        gained = [
            award.indicator.code for award in verdict.awards if award.points or award.would_be
        ]
        if person.code == NOBODY and gained:
            yield Diagnostic(
                code=Code.INCOMPLETE_PERSON,
                place=place,
                message=f"{NOBODY} must have nothing, yet has points for {', '.join(gained)}",
                hint="cases start from this person and say only what they add",
            )


def request_of(request: object, policy: Policy) -> Request:
    """The request as the engine reads it from JSON; raises RequestError."""
    return read_request(read_json(json.dumps(request, ensure_ascii=False)), policy)


def _is_within(placed: PlacedCase, edition: RunnableEdition) -> bool:
    on = placed.case.request["on"]
    first, last = edition.edition.first.isoformat(), edition.edition.last.isoformat()
    return isinstance(on, str) and first <= on <= last


def _wrong_edition(placed: PlacedCase, edition: RunnableEdition, places: Places) -> Diagnostic:
    model = edition.edition
    return Diagnostic(
        code=Code.WRONG_EDITION,
        place=places.of_key(placed.case.text, "on"),
        message=f"on {placed.case.request['on']} the edition {model.code} is not in force",
        hint=f"take a day from {model.first} to {model.last}, or move the case to the edition it is about",
    )


def _refused(error: RequestError, owner: CaseText | Person, places: Places, who: str) -> Diagnostic:
    path = steps_of(error.path)
    return Diagnostic(
        code=Code.BAD_CASE,
        place=places.of(owner, *(int(step) if step.isdecimal() else step for step in path)),
        message=f"the engine refuses {who} at {error.path or 'the top'}: {error.message}",
        hint="write the answers as a request has them",
    )


def _failed(
    group: list[_Failure], hint: str, places: Places, policy: Policy
) -> Iterator[Diagnostic]:
    if len(group) <= MANY:
        for placed, found in group:
            of_months = _hint_of_open_months(placed.case, policy)
            yield _failure(placed, found, (), of_months or hint, places)
        return
    (placed, found), *others = group
    also = tuple(places.of_key(other.case.text, "expect") for other, _ in others)
    yield _failure(placed, found, also, hint, places)


def _failure(
    placed: PlacedCase,
    found: dict[str, str],
    also: tuple[Place, ...],
    hint: str,
    places: Places,
) -> Diagnostic:
    more = f"; {len(also)} more cases disagree about it" if also else ""
    return Diagnostic(
        code=Code.FAILED_CASE,
        place=places.of_key(placed.case.text, "expect"),
        message=f"the case “{placed.case.name}” expects {'; '.join(found.values())}{more}",
        hint=hint,
        also=also,
    )


def _hint_of_rule(indicator: IndicatorView | None) -> str:
    """Where the rule stands whose points the cases disagree about; empty where it isn't about an indicator."""
    if indicator is None:
        return ""
    file = indicator.place.source.name
    return f"check the clause: either the rule in {file}, a figure that it reads or the expectation is wrong"


def _hint_of_open_months(case: Case, policy: Policy) -> str:
    """For a case that reads months without a reference level in another way; empty for others."""
    yardsticks = policy.yardsticks
    answers = case.request["answers"]
    readings = answers.get("readings") if isinstance(answers, Mapping) else None
    if not isinstance(readings, Mapping) or yardsticks.unestablished not in readings:
        return ""
    last = write_month(yardsticks.reference_level[-1].last)
    return f"the reference level is known to {last}: let its months come after that, or correct it"


def _check_published(case: Case, places: Places) -> Iterator[Diagnostic]:
    """A published figure either agrees with the expectation or it is said why not."""
    published, expected = case.text.published, case.expect.score
    if published is None or not isinstance(published.score, int | Decimal) or expected is None:
        return
    agrees = published.score == expected
    explained = bool(published.differs_because)
    if agrees == explained:
        word = (
            "agree, yet it is said why they differ" if agrees else "differ, and it is not said why"
        )
        yield Diagnostic(
            code=Code.DISAGREES,
            place=places.of_key(case.text, "published"),
            message=f"the published score of {published.score} and the expected {expected} {word}",
            hint="check both scores and differs_because",
        )
