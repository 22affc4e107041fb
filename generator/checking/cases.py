"""Does every case come true, and does the engine understand every case and person?"""

import json
from collections.abc import Iterator

from generator.checking.running import Runnable, RunnableEdition
from generator.diagnostics import Code, Diagnostic, Place
from generator.loading.completing import NOBODY
from generator.loading.expectations import differences, differences_beside_points
from generator.loading.records import records_of
from generator.loading.taken_over import PlacedCase
from generator.reading import Listing, Node, Table
from generator.scoring.errors import RequestError
from generator.scoring.model import Policy
from generator.scoring.plain import read_json
from generator.scoring.request import Request, read_request
from generator.scoring.verdict import judge

MANY = 5
"""More cases than this that disagree about the same thing have one cause: they are reported together."""

type _Failure = tuple[PlacedCase, dict[str, str]]


def check_cases(run: Runnable, edition: RunnableEdition) -> Iterator[Diagnostic]:
    """Cases that the engine refuses, that stand in the wrong edition, or that fail."""
    failures: dict[str, list[_Failure]] = {}
    for placed in edition.cases:
        yield from _check_published(placed)
        if not _is_within(placed, edition):
            yield _wrong_edition(placed, edition)
            continue
        try:
            request = request_of(placed.case.request, run.policy)
        except RequestError as error:
            yield _refused(error, placed.table, f"the case “{placed.case.name}”")
            continue
        found = differences(placed.case, judge(request))
        found |= differences_beside_points(placed.case, request)
        if found:
            failures.setdefault(next(iter(found)), []).append((placed, found))
    for group in failures.values():
        yield from _failed(group)


def check_people(run: Runnable, table: Node | None) -> Iterator[Diagnostic]:
    """People whom the engine refuses or who leave a question open; ``nobody`` has nothing."""
    for record in records_of(table):
        person = run.people[record.text("person")]
        on = person.on
        if not any(each.edition.first <= on <= each.edition.last for each in run.editions):
            continue
        policy = run.policy.code
        request = {"policy": policy, "on": on.isoformat(), "answers": dict(person.answers)}
        try:
            verdict = judge(request_of(request, run.policy))
        except RequestError as error:
            yield _refused(error, record.table, f"the person {person.code}")
            continue
        missing = [code for award in verdict.awards for code in award.finding.missing]
        if missing:
            yield Diagnostic(
                code=Code.INCOMPLETE_PERSON,
                place=record.table.place,
                message=f"{person.code} leaves open: {', '.join(dict.fromkeys(missing))}",
                hint="answer every question that the edition asks on that day",
            )
        gained = [
            award.indicator.code for award in verdict.awards if award.points or award.would_be
        ]
        if person.code == NOBODY and gained:
            yield Diagnostic(
                code=Code.INCOMPLETE_PERSON,
                place=record.table.place,
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


def _wrong_edition(placed: PlacedCase, edition: RunnableEdition) -> Diagnostic:
    model = edition.edition
    return Diagnostic(
        code=Code.WRONG_EDITION,
        place=_place(placed.table, "on"),
        message=f"on {placed.case.request['on']} the edition {model.code} is not in force",
        hint=f"take a day from {model.first} to {model.last}, or move the case to the edition it is about",
    )


def _refused(error: RequestError, table: Table, who: str) -> Diagnostic:
    steps = error.path.replace("[", ".[").split(".")
    path = [step.strip("[]") for step in steps if step]
    return Diagnostic(
        code=Code.BAD_CASE,
        place=_deepest(table, path),
        message=f"the engine refuses {who} at {error.path or 'the top'}: {error.message}",
        hint="write the answers as a request has them",
    )


def _failed(group: list[_Failure]) -> Iterator[Diagnostic]:
    if len(group) <= MANY:
        for placed, found in group:
            yield _failure(placed, found, ())
        return
    (placed, found), *others = group
    yield _failure(placed, found, tuple(_place(other.table, "expect") for other, _ in others))


def _failure(placed: PlacedCase, found: dict[str, str], also: tuple[Place, ...]) -> Diagnostic:
    more = f"; {len(also)} more cases disagree about it" if also else ""
    return Diagnostic(
        code=Code.FAILED_CASE,
        place=_place(placed.table, "expect"),
        message=f"the case “{placed.case.name}” expects {'; '.join(found.values())}{more}",
        also=also,
    )


def _check_published(placed: PlacedCase) -> Iterator[Diagnostic]:
    """A published figure either agrees with the expectation or it is said why not."""
    case = placed.case
    if case.published is None or not isinstance(case.published.score, int) or case.score is None:
        return
    agrees = case.published.score == case.score
    explained = bool(case.published.differs_because)
    if agrees == explained:
        word = (
            "agree, yet it is said why they differ" if agrees else "differ, and it is not said why"
        )
        yield Diagnostic(
            code=Code.DISAGREES,
            place=_place(placed.table, "published"),
            message=f"the published score of {case.published.score} and the expected {case.score} {word}",
            hint="check both scores and differs_because",
        )


def _place(table: Table, key: str) -> Place:
    entry = table.entry(key)
    return table.place if entry is None else entry.key.place


def _deepest(table: Table, path: list[str]) -> Place:
    """The place of the last step of the path that the table itself holds."""
    node: Node | None = table
    place = table.place
    for step in path:
        if isinstance(node, Table):
            entry = node.entry(step)
            node, place = (None, place) if entry is None else (entry.value, entry.value.place)
        elif isinstance(node, Listing) and step.isdecimal() and int(step) < len(node.items):
            node = node.items[int(step)]
            place = node.place
    return place
