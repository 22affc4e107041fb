"""The public functions, the same on the command line and in the browser: JSON text in, JSON text out."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from generator.guidance.guidance import Guidance, read_guidance
from generator.scoring.codec import read_policy
from generator.scoring.document import write_verdict
from generator.scoring.errors import RequestError
from generator.scoring.memory import Memory
from generator.scoring.model import Policy
from generator.scoring.outstanding import outstanding
from generator.scoring.plain import read_json, write_json
from generator.scoring.request import read_request
from generator.scoring.verdict import added, score_of_sums


class Reply(NamedTuple):
    """An answer as JSON in UTF-8; a refused request's is ``{"error": {"path": …, "message": …}}``."""

    content: bytes
    is_refused: bool

    @property
    def text(self) -> str:
        """Return the answer as text."""
        return self.content.decode()


@dataclass(frozen=True, slots=True)
class Scorer:
    """Answers requests about one policy. Every method takes and returns JSON text and raises nothing.

    What can't be answered comes back as ``{"error": {"path": …, "message": …}}``.
    """

    policy: Policy
    memory: Memory = field(default_factory=Memory)
    guidance: Guidance = field(default_factory=Guidance)

    def score_json(self, text: str) -> str:
        """Return the verdict of a request."""
        return self.reply("score_json", text).text

    def scores_json(self, text: str) -> str:
        """Return the outcome, score and range of each of a list of score requests, without explanations."""
        return self.reply("scores_json", text).text

    def readings_json(self, text: str) -> str:
        """Return what each other reading would make of a score request."""
        return self.reply("readings_json", text).text

    def editions_json(self, text: str) -> str:
        """Return the verdicts on a score request's answers under the two newest editions."""
        return self.reply("editions_json", text).text

    def papers_json(self, text: str) -> str:
        """Return the papers that a score request calls for."""
        return self.reply("papers_json", text).text

    def ledger_json(self, text: str) -> str:
        """Return the months and counts of a score request's ledger."""
        return self.reply("ledger_json", text).text

    def years_json(self, text: str) -> str:
        """Return the contribution years that count on a day, and what a base comes to in each."""
        return self.reply("years_json", text).text

    def timeline_json(self, text: str) -> str:
        """Return the score from a request's day to its ``until``, everything going on as it is."""
        return self.reply("timeline_json", text).text

    def outlook_json(self, text: str) -> str:
        """Return a timeline in words, what has to stand by which day, and all of it as a calendar file."""
        return self.reply("outlook_json", text).text

    def plans_json(self, text: str) -> str:
        """Return the minimal sets of changes that bring a request to the standard score."""
        return self.reply("plans_json", text).text

    def reverse_json(self, text: str) -> str:
        """Return which base from which month, and how many more insured months, bring a request there by ``by``."""
        return self.reply("reverse_json", text).text

    def paste_json(self, text: str) -> str:
        """Return the contributions that pasted ``lines`` say, and the lines that are not understood."""
        return self.reply("paste_json", text).text

    def answer(self, method: str, text: str) -> bytes:
        """Return the answer of the method of that name as UTF-8; KeyError where there is none.

        The browser takes bytes over in one piece, and text from Python only character by character.
        """
        return self.reply(method, text).content

    def answer_on(self, sheet: bytearray, method: str, length: int) -> int | bytes:
        """Answer the request that stands on the sheet as so many bytes of UTF-8; the answer takes its place.

        Return the length of the answer; an answer longer than the sheet is returned itself.
        The browser looks at a sheet that stays where it is, and need not have text and bytes handed over as objects.
        """
        answer = self.answer(method, str(sheet[:length], "utf-8"))
        size = len(answer)
        if size > len(sheet):
            return answer
        sheet[:size] = answer
        return size

    def reply(self, method: str, text: str) -> Reply:
        """Return what the method of that name answers, and whether it refuses the request."""
        ask = METHODS[method]
        try:
            if method in _OF_POINTS:
                _require_points(self.policy)
            return Reply(ask(self, read_json(text)), is_refused=False)
        except RequestError as error:
            return refused(error)


def refused(error: RequestError) -> Reply:
    """Return the reply that says what is wrong with a request."""
    mistake = {"path": error.path, "message": error.message}
    return Reply(_written({"error": mistake}), is_refused=True)


def load(policy_text: str) -> Scorer:
    """Return the scorer of the policy that a plain scoring document (JSON text of the build) describes."""
    document = json.loads(policy_text)
    return Scorer(read_policy(document), guidance=read_guidance(document))


def _require_points(policy: Policy) -> None:
    """Refuse what only points can answer, where the policy gives none."""
    if not any(edition.indicators for edition in policy.editions):
        raise RequestError("policy", "这一项不算分，只逐条对照条件。")


def _written(document: object) -> bytes:
    """Return plain data as JSON in UTF-8; half a sign of a request, which UTF-8 can't say, is a question mark."""
    return write_json(document).encode("utf-8", "replace")


def scored(scorer: Scorer, plain: object) -> bytes:
    """Return the verdict of a request as JSON in UTF-8; raises RequestError."""
    request = read_request(plain, scorer.policy)
    facts, edition, memory = request.facts(), request.edition, scorer.memory
    recalled = list(memory.recall(edition, facts))
    sums, awards, waits = zip(*recalled, strict=True) if recalled else ((), (), ())
    return write_verdict(
        score_of_sums(edition, added(sums)),
        outstanding(edition, sums, waits, facts, memory.finding),
        request,
        facts,
        stands=list(memory.recall_stands(edition, facts)),
        awards=b",".join(awards),
    )


def _scores(scorer: Scorer, plain: object) -> bytes:
    from generator.scoring.many import scores_of  # noqa: PLC0415 -- after the first score

    return _written(scores_of(plain, scorer.policy, scorer.memory))


def _readings(scorer: Scorer, plain: object) -> bytes:
    from generator.readings.view import readings_of  # noqa: PLC0415 -- as above

    return _written(readings_of(plain, scorer.policy, scorer.memory))


def _editions(scorer: Scorer, plain: object) -> bytes:
    from generator.guidance.editions import compared  # noqa: PLC0415 -- as above

    both = compared(plain, scorer.policy, scorer.guidance)
    verdicts = b",".join([scored(scorer, request) for request in both.requests])
    return b"".join((_written(both.head)[:-1], b',"verdicts":[', verdicts, b"]}"))


def _papers(scorer: Scorer, plain: object) -> bytes:
    from generator.guidance.papers import papers_of  # noqa: PLC0415 -- as above

    return _written(papers_of(plain, scorer.policy, scorer.guidance, scorer.memory))


def _ledger(scorer: Scorer, plain: object) -> bytes:
    from generator.ledger.view import ledger_of  # noqa: PLC0415 -- as above

    return _written(ledger_of(plain, scorer.policy))


def _years(scorer: Scorer, plain: object) -> bytes:
    from generator.ledger.years import years_of  # noqa: PLC0415 -- as above

    return _written(years_of(plain, scorer.policy))


def _timeline(scorer: Scorer, plain: object) -> bytes:
    from generator.timeline.document import timeline_of  # noqa: PLC0415 -- as above

    return _written(timeline_of(plain, scorer.policy, scorer.memory))


def _outlook(scorer: Scorer, plain: object) -> bytes:
    from generator.guidance.outlook import outlook_of  # noqa: PLC0415 -- as above

    return _written(outlook_of(plain, scorer.policy, scorer.guidance, scorer.memory))


def _plans(scorer: Scorer, plain: object) -> bytes:
    from generator.plans.document import plans_document  # noqa: PLC0415 -- as above

    return _written(plans_document(plain, scorer.policy, scorer.memory))


def _reverse(scorer: Scorer, plain: object) -> bytes:
    from generator.plans.reverse import reverse_of  # noqa: PLC0415 -- as above

    return _written(reverse_of(plain, scorer.policy, scorer.memory))


def _paste(_scorer: Scorer, plain: object) -> bytes:
    from generator.pasting.paste import contributions_of  # noqa: PLC0415 -- as above

    return _written(contributions_of(plain))


METHODS: Final[Mapping[str, Callable[[Scorer, object], bytes]]] = {
    "score_json": scored,
    "scores_json": _scores,
    "readings_json": _readings,
    "editions_json": _editions,
    "papers_json": _papers,
    "ledger_json": _ledger,
    "years_json": _years,
    "timeline_json": _timeline,
    "outlook_json": _outlook,
    "plans_json": _plans,
    "reverse_json": _reverse,
    "paste_json": _paste,
}
"""What answers a request that has been read, by the method's name; the browser knows them by these."""

_OF_POINTS: Final = frozenset(METHODS) - {"score_json", "paste_json"}
