"""What a case expects against what the engine gives."""

from generator.loading.model import Case
from generator.scoring.verdict import Verdict


def differences(case: Case, verdict: Verdict) -> dict[str, str]:
    """What comes out otherwise than the case expects, by ``score``, ``outcome``, ``range`` or an indicator's code.

    Each value says both, such as ``age 30, the engine gives 29``; empty where the case comes true.
    """
    found: dict[str, str] = {}
    awards = {award.indicator.code: award.points for award in verdict.awards}
    for code, points in case.awards.items():
        if awards.get(code) != points:
            found[code] = f"{code} {points}, the engine gives {awards.get(code)}"
    score = "no score" if verdict.score is None else str(verdict.score)
    if case.score is not None and case.score != verdict.score:
        found["score"] = f"a score of {case.score}, the engine gives {score}"
    if case.outcome is not None and case.outcome != verdict.outcome.value:
        found["outcome"] = f"the outcome {case.outcome}, the engine gives {verdict.outcome.value}"
    ends = (verdict.low, verdict.high)
    if case.score_range is not None and case.score_range != ends:
        low, high = case.score_range
        found["range"] = f"{low} to {high}, the engine gives {ends[0]} to {ends[1]}"
    return found
