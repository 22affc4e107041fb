"""Does every case come true, and does the engine understand every case and person?"""

from collections.abc import Iterator
from decimal import Decimal

from generator.checking.failures import Failure, Tried
from generator.checking.running import Runnable, RunnableEdition, request_of
from generator.checking.said_levels import check_said_levels
from generator.checking.trials import Trial, trial_of
from generator.checking.view import View
from generator.diagnostics import Code, Diagnostic
from generator.loading.completing import NOBODY
from generator.loading.expectations import differences, differences_beside_points
from generator.loading.taken_over import PlacedCase
from generator.policy.cases import Case, CaseText, EdgeDay
from generator.policy.people import Person
from generator.policy.places import Places
from generator.policy.value_paths import steps_of
from generator.scoring.errors import RequestError
from generator.scoring.verdict import judge


def tried_cases(run: Runnable, edition: RunnableEdition, places: Places) -> Tried:
    """The cases of an edition as they come out; a mistake is one that the engine refuses, or that stands in the wrong edition."""
    mistakes: list[Diagnostic] = []
    failures: list[Failure] = []
    sound: list[Trial] = []
    for placed in edition.cases:
        mistakes += _check_published(placed.case, places)
        if placed.case.text.day is EdgeDay.LAST and edition.edition.is_endless:
            mistakes.append(_no_last_day(placed, edition, places))
            continue
        if not _is_within(placed, edition):
            mistakes.append(_wrong_edition(placed, edition, places))
            continue
        try:
            request = request_of(placed.case.request, run.policy)
        except RequestError as error:
            who = f"the case “{placed.case.name}”"
            mistakes.append(_refused(error, placed.case.text, places, who))
            continue
        trial = trial_of(placed.case, request)
        found = differences(placed.case, trial.verdict())
        found |= differences_beside_points(placed.case, request)
        if found:
            failures.append(Failure(placed=placed, trial=trial, found=found))
        else:
            sound.append(trial)
            mistakes += check_said_levels(placed.case, request, places)
    return Tried(
        edition=edition, mistakes=tuple(mistakes), failures=tuple(failures), sound=tuple(sound)
    )


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


def _is_within(placed: PlacedCase, edition: RunnableEdition) -> bool:
    on = placed.case.request["on"]
    first, last = edition.edition.first.isoformat(), edition.edition.last.isoformat()
    return isinstance(on, str) and first <= on <= last


def _no_last_day(placed: PlacedCase, edition: RunnableEdition, places: Places) -> Diagnostic:
    return Diagnostic(
        code=Code.WRONG_EDITION,
        place=places.of_key(placed.case.text, "day"),
        message=f"the edition {edition.edition.code} has no last day",
        hint="take a day that is in force (on: …), or day: first",
    )


def _wrong_edition(placed: PlacedCase, edition: RunnableEdition, places: Places) -> Diagnostic:
    model = edition.edition
    end = "on" if model.is_endless else f"to {model.last}"
    return Diagnostic(
        code=Code.WRONG_EDITION,
        place=places.of_key(placed.case.text, "on"),
        message=f"on {placed.case.request['on']} the edition {model.code} is not in force",
        hint=f"take a day from {model.first} {end}, or move the case to the edition it is about",
    )


def _refused(error: RequestError, owner: CaseText | Person, places: Places, who: str) -> Diagnostic:
    path = steps_of(error.path)
    return Diagnostic(
        code=Code.BAD_CASE,
        place=places.of(owner, *(int(step) if step.isdecimal() else step for step in path)),
        message=f"the engine refuses {who} at {error.path or 'the top'}: {error.message}",
        hint="write the answers as a request has them",
    )


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
