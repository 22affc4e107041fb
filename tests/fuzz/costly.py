"""What an answer costs in CPython: processor time, and memory where the time makes that worth a second look.

The bounds hold for every request that is accepted, so that nothing a visitor types, pastes or imports fills or hangs a tab.
"""

import json
import tracemalloc
from dataclasses import dataclass
from time import process_time

from generator.scorer import Scorer, load

MOST_SECONDS = 0.3
MOST_BYTES = 64_000_000
_WORTH_A_LOOK = 0.01
"""Seconds below which an answer can't have filled memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one answer of a fresh scorer took."""

    seconds: float
    bytes: int
    is_refused: bool

    @property
    def is_too_much(self) -> bool:
        """Whether an accepted request went beyond a bound."""
        return self.seconds > MOST_SECONDS or self.bytes > MOST_BYTES


def cost_of(policy_text: str, method: str, text: str) -> Cost:
    """The least of up to six tries, each with a scorer that remembers nothing: what else runs is not counted."""
    seconds, is_refused = _timed(load(policy_text), method, text)
    for _ in range(5):
        if seconds <= MOST_SECONDS:
            break
        seconds = min(seconds, _timed(load(policy_text), method, text)[0])
    size = 0 if seconds < _WORTH_A_LOOK else _bytes_of(load(policy_text), method, text)
    return Cost(seconds=seconds, bytes=size, is_refused=is_refused)


def request_text(request: object) -> str:
    """The request as a page would send it."""
    return json.dumps(request, ensure_ascii=False)


def _timed(scorer: Scorer, method: str, text: str) -> tuple[float, bool]:
    start = process_time()
    reply = scorer.reply(method, text)
    return process_time() - start, reply.is_refused


def _bytes_of(scorer: Scorer, method: str, text: str) -> int:
    tracemalloc.start()
    try:
        scorer.reply(method, text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
