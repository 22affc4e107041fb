"""``generator score``, ``timeline`` and those like them: requests as JSON in, answers as JSON out."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from generator.commands.console import FINE, WRONG, InputError, say
from generator.diagnostics import DataErrors
from generator.loading import load_scoring_text
from generator.loading.checklist import checklist_policy, read_checklist
from generator.loading.policies import PlacedPolicy
from generator.paths import CACHE
from generator.scorer import Reply, Scorer, load, refused
from generator.scoring.answers import one_of
from generator.scoring.errors import RequestError
from generator.scoring.plain import read_json

_NOT_UTF8 = '{"error":{"path":"","message":"请求不是 UTF-8 编码的文字，请存成 UTF-8 再试。"}}'
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

METHODS: Mapping[str, str] = {
    "score": "score_json",
    "timeline": "timeline_json",
    "outlook": "outlook_json",
    "plans": "plans_json",
    "papers": "papers_json",
    "compare": "editions_json",
}
"""The scorer's method that answers the requests of each command."""


def run(
    policies: Sequence[PlacedPolicy], request: str, method: str, *, in_lines: bool = False
) -> int:
    """Answer the request in a file (``-``: standard input), or one a line, each as soon as it is read.

    Each is answered by the policy that it names. Returns 1 where a request was bad. Raises InputError for a file that
    can't be read, DataErrors for data.
    """
    all_fine = True
    with _opened(request) as source:
        answering = _Answering(policies)
        requests: Iterable[bytes] = source if in_lines else [source.read()]
        for position, line in enumerate(requests):
            bare = line.removeprefix(_BYTE_ORDER_MARK) if position == 0 else line
            reply = answering.reply(bare, method)
            all_fine = all_fine and not reply.is_refused
            say(f"{reply.text}\n", sys.stdout)
    return FINE if all_fine else WRONG


def write_calendar(policies: Sequence[PlacedPolicy], request: str) -> int:
    """Write the calendar file of an outlook's request to standard output; as ``run`` does where the request is bad."""
    with _opened(request) as source:
        reply = _Answering(policies).reply(
            source.read().removeprefix(_BYTE_ORDER_MARK), "outlook_json"
        )
    say(f"{reply.text}\n" if reply.is_refused else json.loads(reply.text)["calendar"], sys.stdout)
    return WRONG if reply.is_refused else FINE


def scorer_of_points(policy: PlacedPolicy) -> Scorer:
    """What answers requests about a policy with points."""
    return load(load_scoring_text(policy.folder, policy.shown, CACHE))


def scorer_of_list(policy: PlacedPolicy) -> Scorer:
    """What answers requests about one without."""
    folder = read_checklist(policy.folder, policy.shown, only_scoring=True, cache=CACHE)
    if folder.diagnostics:
        raise DataErrors(folder.diagnostics)
    return Scorer(checklist_policy(folder))


class _Answering:
    """The scorers of the policies, each loaded when it is first asked."""

    def __init__(self, policies: Sequence[PlacedPolicy]) -> None:
        self.policies = {policy.code: policy for policy in policies}
        self.first = policies[0].code
        self.scorers: dict[str, Scorer] = {}
        if len(policies) == 1:
            self._scorer(self.first)

    def reply(self, request: bytes, method: str) -> Reply:
        try:
            text = request.decode("utf-8")
        except UnicodeDecodeError:
            return Reply(_NOT_UTF8.encode(), is_refused=True)
        try:
            return self._scorer(self._named(text)).reply(method, text)
        except RequestError as error:
            return refused(error)

    def _scorer(self, code: str) -> Scorer:
        if code not in self.scorers:
            policy = self.policies[code]
            load_policy = scorer_of_list if policy.is_checklist else scorer_of_points
            self.scorers[code] = load_policy(policy)
        return self.scorers[code]

    def _named(self, text: str) -> str:
        """The policy that a request names; the first where it names none, to say so. Raises RequestError."""
        if len(self.policies) == 1:
            return self.first
        request = read_json(text)
        if not isinstance(request, dict) or "policy" not in request:
            return self.first
        return one_of(request["policy"], tuple(self.policies), "policy")


def _opened(request: str) -> AbstractContextManager[BinaryIO]:
    if request == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(request).open("rb")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"can't read {request}: {reason}") from error
