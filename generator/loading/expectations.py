"""What a case expects against what the engine gives."""

from collections.abc import Mapping

from generator.policy.cases import Case
from generator.scoring.conditions import can_apply, stand_of
from generator.scoring.facts import Facts
from generator.scoring.model import Edition
from generator.scoring.notices import notices_of
from generator.scoring.request import Request
from generator.scoring.verdict import Verdict

_CAN_APPLY: Mapping[bool | None, bool | str] = {True: True, False: False, None: "unknown"}


def differences(case: Case, verdict: Verdict) -> dict[str, str]:
    """What comes out otherwise than the case expects, by ``score``, ``outcome``, ``range`` or an indicator's code.

    Each value says both, such as ``age 30, the engine gives 29``; empty where the case comes true.
    """
    found: dict[str, str] = {}
    awards = {award.indicator.code: award.points for award in verdict.awards}
    for code, points in case.expect.awards.items():
        if awards.get(code) != points:
            found[code] = f"{code} {points}, the engine gives {awards.get(code)}"
    score = "no score" if verdict.score is None else str(verdict.score)
    if case.expect.score is not None and case.expect.score != verdict.score:
        found["score"] = f"a score of {case.expect.score}, the engine gives {score}"
    if case.expect.outcome is not None and case.expect.outcome != verdict.outcome.value:
        found["outcome"] = (
            f"the outcome {case.expect.outcome}, the engine gives {verdict.outcome.value}"
        )
    ends = (verdict.low, verdict.high)
    if case.expect.range_ is not None and case.expect.range_ != ends:
        low, high = case.expect.range_
        found["range"] = f"{low} to {high}, the engine gives {ends[0]} to {ends[1]}"
    return found


def differences_beside_points(case: Case, request: Request) -> dict[str, str]:
    """What comes out otherwise by ``can_apply``, ``notices`` or a condition's code; said like ``differences``."""
    facts = request.facts()
    return {**_standings(case, request.edition, facts), **_notices(case, request, facts)}


def _standings(case: Case, edition: Edition, facts: Facts) -> dict[str, str]:
    found: dict[str, str] = {}
    standings = {each.code: stand_of(each, facts).standing for each in edition.conditions}
    for code, standing in case.expect.conditions.items():
        if standings.get(code) != standing:
            found[code] = f"{code} {standing}, the engine gives {standings.get(code)}"
    may = _CAN_APPLY[can_apply(standings.values())]
    if case.expect.can_apply is not None and case.expect.can_apply != may:
        found["can_apply"] = f"can_apply {case.expect.can_apply}, the engine gives {may}".lower()
    return found


def _notices(case: Case, request: Request, facts: Facts) -> dict[str, str]:
    paths = tuple(notice.path for notice in notices_of(request, facts))
    if case.expect.notices is None or case.expect.notices == paths:
        return {}
    said, given = (", ".join(each) or "none" for each in (case.expect.notices, paths))
    return {"notices": f"notices at {said}, the engine gives {given}"}
