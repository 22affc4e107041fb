"""What scoring takes beside another checkout, by processor time: ``python -m tests.bench.turns OTHER``.

A process each, with the same requests and the same policy, this checkout's. Slices of them take turns, and of each slice the
least of the rounds counts, so that other work on the machine touches both alike.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import batched, repeat
from pathlib import Path
from typing import IO, Final

from generator import paths
from generator.loading import load as load_data
from generator.scorer import load
from tests.bench.sites import REQUEST, people_of
from tests.shipped import SHIPPED_POLICY

ROUNDS: Final = 3
SLICE: Final = 250
FEWER: Final = 3_000
ANSWERER: Final = """
import gc, json, sys, time
from generator.scorer import load
policy, scorer = json.loads(sys.stdin.readline()), None
for line in sys.stdin:
    asked = json.loads(line)
    if asked is None:
        gc.unfreeze(); gc.collect()
        scorer = load(policy)
        gc.freeze(); gc.set_threshold(100_000, 20, 100)
        print(0, flush=True)
        continue
    method, texts = asked
    begun = time.process_time()
    for text in texts:
        scorer.answer(method, text)
    print(time.process_time() - begun, flush=True)
"""
"""Answers a line of requests after the other with the seconds that it took; ``null`` makes a scorer that remembers nothing."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A process that answers with the sources of a checkout."""

    asked: IO[str]
    answers: IO[str]

    def seconds(self, asked: object) -> float:
        """The processor time that answering took."""
        print(json.dumps(asked), file=self.asked, flush=True)
        return float(self.answers.readline())


@contextmanager
def answering(folder: Path, policy: str) -> Iterator[Checkout]:
    """A process of a checkout, until the end."""
    command = [sys.executable, "-c", ANSWERER]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, text=True, stdin=pipe, stdout=pipe) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        print(json.dumps(policy), file=process.stdin)
        yield Checkout(process.stdin, process.stdout)


def part(other: Checkout, this: Checkout, method: str, slices: Sequence[Sequence[str]]) -> float:
    """What this one takes as a part of what the other takes."""
    least = [[float("inf")] * len(slices) for _ in (other, this)]
    for turn in range(ROUNDS):
        for each in (other, this):
            each.seconds(None)
        for place, texts in enumerate(slices):
            for which in (0, 1) if (turn + place) % 2 else (1, 0):
                took = (other, this)[which].seconds((method, texts))
                least[which][place] = min(took, least[which][place])
    return sum(least[1]) / sum(least[0])


def main(folder: Path) -> None:
    """Print the table."""
    data = load_data(SHIPPED_POLICY)
    cases = [json.dumps(case.request, default=str) for case in data.cases]
    people = list(people_of(load(data.scoring_text)))
    in_turn = (cases * (FEWER // len(cases) + 1))[:FEWER]
    lists = [[f"[{','.join(some)}]"] for some in batched(people, 4 * SLICE)]
    print("| | of the time before |\n|---|---:|")
    with (
        answering(folder, data.scoring_text) as other,
        answering(paths.PROJECT, data.scoring_text) as this,
    ):
        for what, method, slices in (
            (
                "one request again and again",
                "score_json",
                list(batched(repeat(REQUEST, FEWER), SLICE)),
            ),
            ("the golden cases in turn", "score_json", list(batched(in_turn, SLICE))),
            ("different people", "score_json", list(batched(people, SLICE))),
            ("different people by `scores_json`", "scores_json", lists),
        ):
            print(f"| {what} | {part(other, this, method, slices):.2f} |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
