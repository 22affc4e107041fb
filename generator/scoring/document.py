"""A verdict as the JSON text of the command-line contract."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from generator.scoring.condition_kinds.rule import Standing
from generator.scoring.conditions import Stand, can_apply
from generator.scoring.dates import write_month
from generator.scoring.explain import (
    explain_award,
    explain_lost,
    explain_score,
)
from generator.scoring.facts import Facts
from generator.scoring.findings import Status
from generator.scoring.json_reader import quoted
from generator.scoring.model import Edition, Indicator
from generator.scoring.notices import notices_of
from generator.scoring.outstanding import Outstanding
from generator.scoring.plain import write_json
from generator.scoring.request import Request
from generator.scoring.verdict import Award, Outcome, Score

type Plain = Mapping[str, object]


class WrittenStand(NamedTuple):
    """How a condition stands, and its JSON in UTF-8."""

    standing: Standing
    text: bytes


def write_verdict(
    score: Score,
    waits: Outstanding,
    request: Request,
    facts: Facts,
    *,
    stands: Collection[WrittenStand],
    awards: bytes,
) -> bytes:
    """Return the verdict as JSON in UTF-8; ``awards`` are its awards in the same way, with commas between them.

    Beyond the contract: ``sentence``, ``distance`` to the standard score (null while open), ``open`` (what is certain
    and what more can come), ``deciding`` (the questions that keep the score open, in the order in which most people can
    answer them, records last), ``readings`` chosen otherwise than by default. Where the edition gives no points, what
    speaks of them is null, and so is whether one may apply: conditions alone are no verdict.
    """
    policy, edition, points = request.policy, request.edition, score.points
    standard, ends = "null", "null"
    still_open = "null"
    may_apply: bool | None = None
    if score.outcome is not Outcome.NOT_SCORED:
        standard = str(edition.standard_score)
        ends = f"[{write_json(score.low)},{write_json(score.high)}]"
        still_open = _open(waits)
        may_apply = can_apply({stand.standing for stand in stands})
    distance = None if points is None else max(0, edition.standard_score - score.low)
    notices = ",".join(
        [
            f'{{"path":{quoted(path)},"message":{quoted(message)}}}'
            for path, message in notices_of(request, facts)
        ]
    )
    head = (
        f'{{"policy":{write_json(policy.code)},"edition":{write_json(edition.code or None)},"on":"{request.on}",'
        f'"standard_score":{standard},"outcome":"{score.outcome}",'
        f'"score":{write_json(points)},"score_range":{ends},"distance":{write_json(distance)},'
        f'"sentence":{write_json(explain_score(score, edition, request.on, policy))},"open":{still_open},'
        f'"deciding":{_codes(deciding(score.outcome, waits))},"readings":{write_json(_chosen(request))},'
        f'"notices":[{notices}],'
        f'"can_apply":{write_json(may_apply)},'
        f'"conditions":['
    )
    conditions = b",".join([stand.text for stand in stands])
    return b"".join((head.encode(), conditions, b'],"awards":[', awards, b"]}"))


def _chosen(request: Request) -> Plain:
    """Return the readings that are chosen otherwise than by default."""
    default = request.policy.default_readings
    if request.readings is default:
        return {}
    return {code: choice for code, choice in request.readings.items() if choice != default[code]}


def write_stand(stand: Stand) -> WrittenStand:
    """Return how a condition stands, with the reason."""
    return WrittenStand(stand.standing, write_json(_condition(stand)).encode())


class AwardFrame(NamedTuple):
    """What is the same in the JSON texts of all awards of an indicator: up to its points, and around its sentence."""

    head: str
    middle: str
    figures: dict[tuple[object, ...], str]
    """The texts of what has been written of the policy's figures, by what they are: a policy has not many."""


def frame_of(indicator: Indicator) -> AwardFrame:
    """Return the parts of an award's text that its indicator says."""
    head = {"indicator": indicator.code, "title": indicator.title, "section": indicator.section}
    middle = {"clause": indicator.clause, "certainty": indicator.certainty}
    return AwardFrame(f'{write_json(head)[:-1]},"points":', f",{write_json(middle)[1:-1]},", {})


def write_award(award: Award, edition: Edition, frame: AwardFrame) -> bytes:
    """Return an award as JSON in UTF-8, with its explanation and what it gave way to or won over."""
    finding = award.finding
    key = tuple(finding.figures.items())
    figures = frame.figures.get(key) or frame.figures.setdefault(key, write_json(finding.figures))
    low = write_json(award.low)
    points = low if award.points == award.low else write_json(award.points)
    high = low if award.high == award.low else write_json(award.high)
    text = (
        f'{frame.head}{points},"range":[{low},{high}],"status":"{award.status}"{frame.middle}'
        f'"sentence":{write_json(explain_award(award, edition))},'
        f'"facts":{write_json(finding.facts)},"figures":{figures}'
    )
    if award.status is Status.NOT_COUNTED or award.capped is not None:
        text += f',"would_be":{write_json(award.would_be)}'
    if finding.lost:
        lost = [
            {"would_be": each.points, "sentence": explain_lost(each, award.indicator)}
            for each in finding.lost
        ]
        text += f',"lost":{write_json(lost)}'
    if finding.missing:
        text += f',"missing":{_codes(finding.missing)}'
    if finding.unverified_from is not None:
        text += f',"unverified_from":"{write_month(finding.unverified_from)}"'
    return (text + "}").encode()


def deciding(outcome: Outcome, waits: Outstanding) -> list[str]:
    """Return the unanswered questions that keep the score open, the easiest first, records last."""
    if outcome is Outcome.VETOED:
        return []
    return [*waits.questions, *waits.may_deduct, *waits.may_veto]


def _open(waits: Outstanding) -> str:
    questions = [
        f'{{"question":"{code}","at_most":{points if type(points) is int else write_json(points)}}}'
        for code, points in waits.questions.items()
    ]
    return (
        f'{{"certain":{write_json(waits.certain)},"at_most_more":{write_json(waits.at_most_more)},'
        f'"questions":[{",".join(questions)}],'
        f'"may_deduct":{_codes(waits.may_deduct)},"may_veto":{_codes(waits.may_veto)}}}'
    )


def _codes(codes: Collection[str]) -> str:
    """Return a list of codes as JSON: letters, digits and underscores need no escapes."""
    within = '","'.join(codes)
    return f'["{within}"]' if codes else "[]"


def _condition(stand: Stand) -> Plain:
    condition = stand.condition
    return {
        "condition": condition.code,
        "title": condition.title,
        "status": stand.standing,
        "clause": condition.clause,
        "certainty": condition.certainty,
        "sentence": stand.sentence,
    }
