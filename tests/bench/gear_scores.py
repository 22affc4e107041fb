"""What a score of the first gear takes in node, by processor time: ``python -m tests.bench.gear_scores [OTHER]``.

Beside another checkout, where one is named: with the same requests, taking turns. What a start takes is a row of its own.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from typing import Final

from generator import paths
from generator.loading import load as load_data
from generator.scorer import load
from generator.writing.engine import EngineOptions
from generator.writing.engine.in_node import answers_in_node, hosted_worker
from generator.writing.engine.toolchain import Toolchain
from tests.bench.sites import REQUEST, people_of
from tests.shipped import SHIPPED_POLICY

ROUNDS: Final = 3
REQUESTS: Final = 300
MOST_MS: Final = 15
WRITER: Final = """
import sys
from pathlib import Path
from generator import paths
from generator.lowering import lowered
from generator.scorer import load
from generator.writing.engine import EngineOptions
from generator.writing.engine.gear import build_gear
from generator.writing.engine.scoring import package_sources
policy = load(sys.stdin.read()).policy
gear = build_gear(lowered(package_sources(paths.PACKAGE), policy), EngineOptions())
for address, content in gear.files.items():
    file = Path(sys.argv[1], address)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
print(gear.worker)
"""
"""Writes the first gear of the checkout that it runs in, and prints its worker's address."""

type Engine = Mapping[str, object]


def requests() -> dict[str, list[str]]:
    """Requests to time, by what they are."""
    data = load_data(SHIPPED_POLICY)
    cases = [json.dumps(case.request, default=str) for case in data.cases]
    return {
        "the golden cases in turn": cases[:: len(cases) // REQUESTS],
        "different people": list(islice(people_of(load(data.scoring_text)), REQUESTS)),
    }


def milliseconds(engines: Sequence[Engine], texts: Sequence[str]) -> list[float]:
    """What a score takes each of the engines: the least of some rounds."""
    least = [float("inf")] * len(engines)
    for _ in range(ROUNDS):
        for place, engine in enumerate(engines):
            start = _taken(engine, texts[:1])
            took = (_taken(engine, texts) - start) / (len(texts) - 1)
            least[place] = min(took, least[place])
    return least


def starts(engines: Sequence[Engine]) -> list[float]:
    """What node, each engine and its first score take together, in the same way."""
    rounds = [[_taken(engine, [REQUEST]) for engine in engines] for _ in range(ROUNDS)]
    return [min(taken) for taken in zip(*rounds, strict=True)]


def _taken(engine: Engine, texts: Sequence[str]) -> float:
    """The processor's milliseconds of a process that starts and answers."""
    options = EngineOptions()
    toolchain = Toolchain(node_modules=options.node_modules, cache=options.cache)
    before = _spent()
    answers_in_node(toolchain, [engine], [("score_json", text) for text in texts])
    return _spent() - before


def _spent() -> float:
    spent = getrusage(RUSAGE_CHILDREN)
    return 1000 * (spent.ru_utime + spent.ru_stime)


def _engine(checkout: Path, folder: Path) -> Engine:
    written = subprocess.run(
        [sys.executable, "-c", WRITER, str(folder)],
        cwd=checkout,
        input=load_data(SHIPPED_POLICY).scoring_text,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return hosted_worker(folder, written.stdout.strip())


def _said(taken: Sequence[float]) -> str:
    return " | ".join([f"{each:.1f} ms" for each in taken])


def main(others: Sequence[str]) -> int:
    """Print the table; 1 where this checkout misses the limit."""
    checkouts = [*map(Path, others), paths.PROJECT]
    heads = [*others, "first gear"]
    print(f"| one score | {' | '.join(heads)} | limit |\n|---|{'---|' * len(heads)}---|")
    is_missed = False
    with TemporaryDirectory() as folder:
        engines = [
            _engine(checkout, Path(folder, str(place))) for place, checkout in enumerate(checkouts)
        ]
        for what, texts in requests().items():
            taken = milliseconds(engines, texts)
            print(f"| {what} | {_said(taken)} | ≤ {MOST_MS} ms |", flush=True)
            is_missed |= taken[-1] > MOST_MS
        print(f"| node, a start and the first score | {_said(starts(engines))} | |")
    return int(is_missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
