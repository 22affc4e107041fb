"""A verdict as the JSON text of the command-line contract."""

from collections.abc import Mapping

from generator.scoring.dates import write_month
from generator.scoring.explain import explain_award, explain_lost, explain_verdict
from generator.scoring.findings import Status
from generator.scoring.model import Edition
from generator.scoring.plain import write_json
from generator.scoring.request import Request
from generator.scoring.verdict import Award, Outcome, Verdict

type Plain = Mapping[str, object]


def write_verdict(verdict: Verdict, request: Request, awards: str) -> str:
    """Return the verdict's JSON text; ``awards`` are the texts of its awards, with commas between them.

    Beyond the contract: ``sentence``, ``distance`` to the standard score (null while open), ``deciding`` (the
    questions that keep the score open, the widest first), ``readings`` chosen otherwise than by default.
    """
    policy = request.policy
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
        "deciding": deciding(verdict),
        "readings": {
            code: choice
            for code, choice in request.readings.items()
            if choice != policy.default_readings[code]
        },
    }
    return f'{write_json(plain)[:-1]},"awards":[{awards}]}}'


def write_award(award: Award, edition: Edition) -> str:
    """Return the JSON text of an award, with its explanation and what it gave way to or won over."""
    return write_json(_award(award, edition))


def deciding(verdict: Verdict) -> list[str]:
    """Return the unanswered questions that keep the score open, those that can move it most first."""
    if verdict.outcome is Outcome.VETOED:
        return []
    open_ones = [award for award in verdict.awards if award.finding.missing]
    open_ones.sort(key=lambda award: award.low - award.high)
    return list(dict.fromkeys(code for award in open_ones for code in award.finding.missing))


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
