"""Scores of many requests at once, without what explains them: for whoever compares people and not sentences."""

from generator.scoring.answers import read_list
from generator.scoring.errors import RequestError
from generator.scoring.memory import Memory
from generator.scoring.model import Policy
from generator.scoring.request import read_request
from generator.scoring.verdict import score_of

type Plain = dict[str, object]

MOST_REQUESTS = 1_000


def scores_of(plain: object, policy: Policy, memory: Memory) -> list[Plain]:
    """Return the outcome, score and range of each request of a list, in order; of a refused one its error.

    Raises RequestError where it is no list or has too many requests.
    """
    return [_score(each, policy, memory) for each in read_list(plain, "", MOST_REQUESTS)]


def _score(plain: object, policy: Policy, memory: Memory) -> Plain:
    try:
        request = read_request(plain, policy)
    except RequestError as error:
        return {"error": {"path": error.path, "message": error.message}}
    edition = request.edition
    score = score_of(edition, memory.findings(edition, request.facts()))
    return {
        "outcome": score.outcome,
        "score": score.points,
        "score_range": (score.low, score.high),
    }
