"""``generator score`` and ``generator timeline``: requests as JSON in, answers as JSON out."""

import sys
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from generator.commands.console import FINE, WRONG, InputError, say, shown
from generator.loading import load_scoring_text
from generator.paths import CACHE
from generator.scorer import Reply, Scorer, load

_NOT_UTF8 = '{"error":{"path":"","message":"请求不是 UTF-8 编码的文字，请存成 UTF-8 再试。"}}'
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

METHODS: Mapping[str, str] = {
    "score": "score_json",
    "timeline": "timeline_json",
    "plans": "plans_json",
}
"""The scorer's method that answers the requests of each command."""


def run(policy_data: Path, request: str, method: str, *, in_lines: bool = False) -> int:
    """Answer the request in a file (``-``: standard input), or one a line, each as soon as it is read.

    Returns 1 where a request was bad. Raises InputError for a file that can't be read, DataErrors for data.
    """
    all_fine = True
    with _opened(request) as source:
        scorer = load(load_scoring_text(policy_data, shown(policy_data), CACHE))
        requests: Iterable[bytes] = source if in_lines else [source.read()]
        for position, line in enumerate(requests):
            bare = line.removeprefix(_BYTE_ORDER_MARK) if position == 0 else line
            reply = _reply(scorer, bare, method)
            all_fine = all_fine and not reply.is_refused
            say(f"{reply.text}\n", sys.stdout)
    return FINE if all_fine else WRONG


def _reply(scorer: Scorer, request: bytes, method: str) -> Reply:
    try:
        text = request.decode("utf-8")
    except UnicodeDecodeError:
        return Reply(_NOT_UTF8, is_refused=True)
    return scorer.reply(method, text)


def _opened(request: str) -> AbstractContextManager[BinaryIO]:
    if request == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(request).open("rb")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"can't read {request}: {reason}") from error
