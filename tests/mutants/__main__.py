"""``make mutants``: put mistakes into the engine, one at a time, and list those that nothing notices."""

import argparse
import gc
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from generator import paths
from generator.writing.engine.scoring import shipped_files
from tests.mutants.mutations import Mutant, mutants_of
from tests.mutants.survivors import excused, listed_in
from tests.mutants.trying import Asked, Fate, fate_of, try_mutant
from tests.outcomes.answers import Engine, answering, outcomes

LEAST_KILLED: Final = 0.95


@dataclass(frozen=True, slots=True)
class Recorder:
    """An engine that keeps what it is asked and what it answers."""

    document: str
    engine: Engine
    asked: list[Asked]

    def __call__(self, method: str, text: str) -> str:
        answer = self.engine(method, text)
        self.asked.append(Asked(self.document, method, text, answer))
        return answer


@dataclass(slots=True)
class Tally:
    """What became of the mutants so far."""

    fates: Counter[Fate] = field(default_factory=Counter)
    survivors: list[Mutant] = field(default_factory=list)

    def add(self, mutant: Mutant, fate: Fate) -> None:
        self.fates[fate] += 1
        if fate is Fate.SURVIVED:
            self.survivors.append(mutant)

    @property
    def tried(self) -> int:
        return self.fates.total()


def main() -> int:
    """Return 1 where too many survive, or one that no reason is given for."""
    options = _options()
    asked: list[Asked] = []
    outcomes(lambda document: Recorder(document, answering(document), asked))
    mutants = _chosen(options)
    gc.freeze()
    if not _passes_unchanged(asked, with_tests=options.tests):
        print("The quick tests fail without any mutant: mend that first.")
        return 1
    tally = Tally()
    for mutant, fate in _tried(mutants, asked, options):
        tally.add(mutant, fate)
        if fate is Fate.SURVIVED:
            count = f"{tally.tried} of {len(mutants)}"
            print(
                f"{count}: {mutant.path}:{mutant.line}: {mutant.name}", file=sys.stderr, flush=True
            )
    return _report(tally)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument(
        "--count", type=int, default=600, help="how many, 0 for all; always the same ones"
    )
    parser.add_argument("--within", default="", help="only modules whose path has this in it")
    parser.add_argument(
        "--again", type=Path, metavar="FILE", help="only those that the list of an earlier run has"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--answers-only", dest="tests", action="store_false", help="run no pytest")
    return parser.parse_args()


def _chosen(options: argparse.Namespace) -> list[Mutant]:
    """Return mutants from all over the engine; which ones, doesn't change when others come or go."""
    mutants = [
        mutant
        for file in shipped_files(paths.PROJECT / "generator")
        if options.within in (path := file.relative_to(paths.PROJECT).as_posix())
        for mutant in mutants_of(path, file.read_text("utf-8"))
    ]
    if options.again is not None:
        listed = listed_in(options.again.read_text("utf-8"))
        return [mutant for mutant in mutants if (mutant.path, mutant.name) in listed]
    chosen = sorted(
        mutants, key=lambda mutant: sha256(f"{mutant.path} {mutant.name}".encode()).digest()
    )
    return chosen[: options.count or None]


def _passes_unchanged(asked: Sequence[Asked], *, with_tests: bool) -> bool:
    _, status = os.waitpid(try_mutant(None, asked, with_tests=with_tests), 0)
    return fate_of(status) is Fate.SURVIVED


def _tried(
    mutants: Sequence[Mutant], asked: Sequence[Asked], options: argparse.Namespace
) -> Iterator[tuple[Mutant, Fate]]:
    """Try the mutants, several at once, and yield each with what became of it."""
    waiting = list(reversed(mutants))
    running: dict[int, Mutant] = {}
    while waiting or running:
        while waiting and len(running) < options.jobs:
            mutant = waiting.pop()
            running[try_mutant(mutant, asked, with_tests=options.tests)] = mutant
        process, status = os.wait()
        yield running.pop(process), fate_of(status)


def _report(tally: Tally) -> int:
    reasons = excused()
    unexcused = 0
    for mutant in sorted(tally.survivors, key=lambda mutant: (mutant.path, mutant.line)):
        reason = reasons.get((mutant.path, mutant.name), "")
        unexcused += not reason
        print(f"{mutant.path}:{mutant.line}: {mutant.name}\n    {reason or 'NO REASON GIVEN'}")
    killed = tally.tried - tally.fates[Fate.SURVIVED]
    print(", ".join(f"{fate.name.lower()} {count}" for fate, count in tally.fates.items()))
    print(
        f"{killed} of {tally.tried} killed: {killed / tally.tried:.1%}; {unexcused} survive without a reason"
    )
    return int(killed < LEAST_KILLED * tally.tried or unexcused > 0)


if __name__ == "__main__":
    sys.exit(main())
