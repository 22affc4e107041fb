"""The public functions, the same on the command line and in the browser: JSON text in, JSON text out."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from generator.scoring.codec import read_policy
from generator.scoring.document import document_of
from generator.scoring.errors import RequestError
from generator.scoring.model import Policy
from generator.scoring.plain import read_json, write_json
from generator.scoring.request import read_request
from generator.scoring.verdict import judge


@dataclass(frozen=True, slots=True)
class Scorer:
    """Answers requests about one policy. Every method takes and returns JSON text and raises nothing.

    What can't be answered comes back as ``{"error": {"path": …, "message": …}}``.
    """

    policy: Policy

    def score_json(self, text: str) -> str:
        """Return the verdict of a request."""
        return _answered(text, self._score)

    def _score(self, plain: object) -> object:
        request = read_request(plain, self.policy)
        return document_of(judge(request.facts()), request)


def load(policy_text: str) -> Scorer:
    """Return the scorer of the policy that a plain scoring document (JSON text of the build) describes."""
    return Scorer(read_policy(json.loads(policy_text)))


def _answered(text: str, answer: Callable[[object], object]) -> str:
    try:
        return write_json(answer(read_json(text)))
    except RequestError as error:
        return write_json({"error": {"path": error.path, "message": error.message}})
