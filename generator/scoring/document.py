"""A verdict as the JSON text of the command-line contract."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.scoring.condition_kinds.rule import Standing
from generator.scoring.conditions import Stand, can_apply
from generator.scoring.dates import write_month
from generator.scoring.explain import explain_award, explain_lost, explain_verdict
from generator.scoring.facts import Facts
from generator.scoring.findings import Status
from generator.scoring.model import Edition
from generator.scoring.notices import notices_of
from generator.scoring.outstanding import Outstanding, outstanding
from generator.scoring.plain import write_json
from generator.scoring.request import Request
from generator.scoring.verdict import Award, Outcome, Verdict

type Plain = Mapping[str, object]


class WrittenStand(NamedTuple):
    """How a condition stands, and its JSON text."""

    standing: Standing
    text: str


def write_verdict(
    verdict: Verdict, request: Request, facts: Facts, stands: Iterable[WrittenStand], awards: str
) -> str:
    """Return the verdict's JSON text; ``awards`` are the texts of its awards, with commas between them.

    Beyond the contract: ``sentence``, ``distance`` to the standard score (null while open), ``open`` (what is certain
    and what more can come), ``deciding`` (the questions that keep the score open, in the order in which most people can
    answer them, records last), ``readings`` chosen otherwise than by default.
    """
    policy = request.policy
    stands = list(stands)
    waits = outstanding(verdict, facts)
    distance = max(0, verdict.edition.standard_score - verdict.low)
    plain = {
        "policy": policy.code,
        "edition": verdict.edition.code,
        "on": verdict.on.isoformat(),
        "standard_score": verdict.edition.standard_score,
        "outcome": verdict.outcome,
        "score": verdict.score,
        "score_range": [verdict.low, verdict.high],
        "distance": None if verdict.score is None else distance,
        "sentence": explain_verdict(verdict, policy),
        "open": _open(waits),
        "deciding": deciding(verdict, waits),
        "readings": {
            code: choice
            for code, choice in request.readings.items()
            if choice != policy.default_readings[code]
        },
        "notices": [notice._asdict() for notice in notices_of(request, facts)],
        "can_apply": can_apply(stand.standing for stand in stands),
    }
    conditions = ",".join([stand.text for stand in stands])
    return f'{write_json(plain)[:-1]},"conditions":[{conditions}],"awards":[{awards}]}}'


def write_stand(stand: Stand) -> WrittenStand:
    """Return the JSON text of how a condition stands, with the reason."""
    return WrittenStand(stand.standing, write_json(_condition(stand)))


def write_award(award: Award, edition: Edition) -> str:
    """Return the JSON text of an award, with its explanation and what it gave way to or won over."""
    return write_json(_award(award, edition))


def deciding(verdict: Verdict, waits: Outstanding) -> list[str]:
    """Return the unanswered questions that keep the score open, the easiest first, records last."""
    if verdict.outcome is Outcome.VETOED:
        return []
    return [*waits.questions, *waits.may_deduct, *waits.may_veto]


def _open(waits: Outstanding) -> Plain:
    return {
        "certain": waits.certain,
        "at_most_more": waits.at_most_more,
        "questions": [
            {"question": code, "at_most": points} for code, points in waits.questions.items()
        ],
        "may_deduct": waits.may_deduct,
        "may_veto": waits.may_veto,
    }


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


def _award(award: Award, edition: Edition) -> Plain:
    finding = award.finding
    document: dict[str, object] = {
        "indicator": award.indicator.code,
        "title": award.indicator.title,
        "section": award.indicator.section,
        "points": award.points,
        "range": [award.low, award.high],
        "status": award.status,
        "clause": award.indicator.clause,
        "certainty": award.indicator.certainty,
        "sentence": explain_award(award, edition),
        "facts": finding.facts,
        "figures": finding.figures,
    }
    if award.status is Status.NOT_COUNTED:
        document["would_be"] = award.would_be
    if finding.lost:
        document["lost"] = [
            {"would_be": lost.points, "sentence": explain_lost(lost, award.indicator)}
            for lost in finding.lost
        ]
    if finding.missing:
        document["missing"] = finding.missing
    if finding.unverified_from is not None:
        document["unverified_from"] = write_month(finding.unverified_from)
    return document
