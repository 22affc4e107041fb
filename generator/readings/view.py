"""What each other reading of the law's silences would make of a request."""

from collections.abc import Iterator, Mapping

from generator.scoring.codes import ReadingCode
from generator.scoring.memory import Memory
from generator.scoring.model import Policy
from generator.scoring.request import Request, read_request
from generator.scoring.verdict import Verdict, verdict_of

type Plain = Mapping[str, object]


def readings_of(plain: object, policy: Policy, memory: Memory) -> Plain:
    """Return the request's own result (``base``) and that under every choice that is not in use, one at a time.

    An entry ``differs`` where its range or outcome is another one; ``changes`` are the awards that do.
    Raises RequestError as a score does.
    """
    request = read_request(plain, policy)
    base = _judged(request, memory)
    return {
        "base": _result(base),
        "readings": [_entry(request, base, *other, memory) for other in _others(request)],
    }


def _others(request: Request) -> Iterator[tuple[ReadingCode, str]]:
    for code, reading in request.policy.readings.items():
        for choice in reading.choices:
            if choice != request.readings[code]:
                yield code, choice


def _entry(
    request: Request, base: Verdict, code: ReadingCode, choice: str, memory: Memory
) -> Plain:
    other = request._replace(readings={**request.readings, code: choice})
    verdict = _judged(other, memory)
    result = _result(verdict)
    changes = [
        {
            "indicator": award.indicator.code,
            "was": [before.low, before.high],
            "range": [award.low, award.high],
        }
        for before, award in zip(base.awards, verdict.awards, strict=True)
        if (before.low, before.high) != (award.low, award.high)
    ]
    entry: dict[str, object] = {
        "reading": code,
        "choice": choice,
        "default": choice == request.policy.readings[code].default,
        **result,
        "changes": changes,
    }
    if result != _result(base):
        entry["differs"] = True
    return entry


def _judged(request: Request, memory: Memory) -> Verdict:
    findings = memory.findings(request.edition, request.facts())
    return verdict_of(request.edition, request.on, findings)


def _result(verdict: Verdict) -> Plain:
    return {
        "score": verdict.score,
        "score_range": [verdict.low, verdict.high],
        "outcome": verdict.outcome.value,
    }
