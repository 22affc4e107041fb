"""The public functions, the same on the command line and in the browser: JSON text in, JSON text out."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from generator.scoring.codec import read_policy
from generator.scoring.document import write_verdict
from generator.scoring.errors import RequestError
from generator.scoring.memory import Memory
from generator.scoring.model import Policy
from generator.scoring.plain import read_json, write_json
from generator.scoring.request import read_request
from generator.scoring.verdict import summed


@dataclass(frozen=True, slots=True)
class Scorer:
    """Answers requests about one policy. Every method takes and returns JSON text and raises nothing.

    What can't be answered comes back as ``{"error": {"path": …, "message": …}}``.
    """

    policy: Policy
    memory: Memory = field(default_factory=Memory)

    def score_json(self, text: str) -> str:
        """Return the verdict of a request."""
        return _answered(text, self._score)

    def readings_json(self, text: str) -> str:
        """Return what each other reading would make of a score request."""
        from generator.readings.view import readings_of  # noqa: PLC0415 -- after the first score

        return _answered(text, lambda plain: write_json(readings_of(plain, self.policy)))

    def ledger_json(self, text: str) -> str:
        """Return the months and counts of a score request's ledger."""
        from generator.ledger.view import ledger_of  # noqa: PLC0415 -- after the first score

        return _answered(text, lambda plain: write_json(ledger_of(plain, self.policy)))

    def timeline_json(self, text: str) -> str:
        """Return the score from a request's day to its ``until``, everything going on as it is."""
        from generator.timeline.document import timeline_of  # noqa: PLC0415 -- as above

        return _answered(text, lambda plain: write_json(timeline_of(plain, self.policy)))

    def plans_json(self, text: str) -> str:
        """Return the minimal sets of changes that bring a request to the standard score."""
        from generator.plans.document import plans_document  # noqa: PLC0415 -- as above

        return _answered(text, lambda plain: write_json(plans_document(plain, self.policy)))

    def reverse_json(self, text: str) -> str:
        """Return which base from which month, and how many more insured months, bring a request there by ``by``."""
        from generator.plans.reverse import reverse_of  # noqa: PLC0415 -- as above

        return _answered(text, lambda plain: write_json(reverse_of(plain, self.policy)))

    def paste_json(self, text: str) -> str:
        """Return the contributions that pasted ``lines`` say, and the lines that are not understood."""
        from generator.pasting.paste import contributions_of  # noqa: PLC0415 -- as above

        return _answered(text, lambda plain: write_json(contributions_of(plain)))

    def answer(self, method: str, text: str) -> bytes:
        """Return the answer of the method of that name as UTF-8.

        The browser takes bytes over in one piece, and text from Python only character by character.
        """
        ask: Callable[[str], str] = getattr(self, method)
        return ask(text).encode()

    def _score(self, plain: object) -> str:
        request = read_request(plain, self.policy)
        facts = request.facts()
        recalled = list(self.memory.recall(request.edition, facts))
        verdict = summed(request.edition, request.on, [known.share for known in recalled])
        stands = self.memory.recall_stands(request.edition, facts)
        awards = ",".join([known.awards for known in recalled])
        return write_verdict(verdict, request, facts, stands, awards)


def load(policy_text: str) -> Scorer:
    """Return the scorer of the policy that a plain scoring document (JSON text of the build) describes."""
    return Scorer(read_policy(json.loads(policy_text)))


def _answered(text: str, answer: Callable[[object], str]) -> str:
    try:
        return answer(read_json(text))
    except RequestError as error:
        return write_json({"error": {"path": error.path, "message": error.message}})
